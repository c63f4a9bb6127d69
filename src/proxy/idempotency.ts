import {ProxyError} from './proxy-error.js';

/** What an attempt came to: an answer, or an error, that is given again under the same key. */
export type Outcome = {readonly status: number; readonly body: string} | {readonly error: ProxyError};

export interface Attempt {
  readonly outcome: Outcome;
  /** Whether the key is used up. If not it is free again, for this body or another. */
  readonly isFinal: boolean;
}

/**
 * Where it is remembered which keys were used. The one here lives in memory, for one instance of the proxy; a shared
 * store does the same with a lock per key and by asking again until the instance that has the lock has settled.
 */
export interface IdempotencyStore {
  /**
   * Makes the attempt if the key is free. Otherwise waits for the one that has it and gives its outcome, or undefined
   * when that one was made with another fingerprint. `attempt` never rejects.
   */
  once(key: string, fingerprint: string, attempt: () => Promise<Attempt>): Promise<Outcome | undefined>;
}

interface Entry {
  readonly fingerprint: string;
  readonly attempt: Promise<Attempt>;
  /** When it may be forgotten; undefined while it runs. */
  expiresAt?: number;
}

const day = 24 * 60 * 60 * 1000;

/** Remembers up to `capacity` keys for a day each; when that is full, the oldest that is settled is forgotten. */
export function createMemoryIdempotency(now: () => number, capacity = 10_000): IdempotencyStore {
  const entries = new Map<string, Entry>();

  function makeRoom() {
    for (const [key, {expiresAt}] of entries) {
      if (expiresAt === undefined || expiresAt > now()) break;
      entries.delete(key);
    }
    if (entries.size < capacity) return;
    for (const [key, {expiresAt}] of entries) {
      if (expiresAt !== undefined) return void entries.delete(key);
    }
    throw new ProxyError(429, 'rate_limited', 'Too many orders are under way', {
      headers: {'retry-after': '30'},
    });
  }

  return {
    async once(key, fingerprint, attempt) {
      const known = entries.get(key);
      if (known && (known.expiresAt === undefined || known.expiresAt > now())) {
        return known.fingerprint === fingerprint ? (await known.attempt).outcome : undefined;
      }
      entries.delete(key);
      makeRoom();
      const entry: Entry = {fingerprint, attempt: attempt()};
      entries.set(key, entry);
      const {outcome, isFinal} = await entry.attempt;
      if (isFinal) entry.expiresAt = now() + day;
      else entries.delete(key);
      return outcome;
    },
  };
}
