import {sha256} from '../core/digest.js';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/timeouts.js';
import {memoryStore} from '../stores/memory.js';
import {
  type IdempotencyRecord,
  type OrderResult,
  parseRecord,
  serializeRecord,
} from './idempotency-record.js';

export interface Attempt {
  readonly result: OrderResult;
  /** Whether the key is used up. If not, it is free again, for this body or another. */
  readonly isFinal: boolean;
}

export interface Idempotency {
  /**
   * Runs the attempt if the key is free. Otherwise waits for the attempt that has the key and returns its result;
   * `undefined` if that one has another fingerprint. `run` must not reject. Rejects when the store does, and then no
   * attempt was made.
   */
  once(key: string, fingerprint: string, run: () => Promise<Attempt>): Promise<OrderResult | undefined>;
}

export interface IdempotencyOptions {
  readonly store: ProxyStore;
  /** Returns milliseconds since the epoch. */
  readonly now: () => number;
  /** Maximum duration of an attempt, in milliseconds. */
  readonly maxDuration: number;
  /** Outcome when an attempt never reported back. */
  readonly lostResult: OrderResult;
  /** Waits before the store is read again. Default: 200 ms. */
  readonly pause?: () => Promise<void>;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Remembers keys for a day in the store, which every instance reads before it creates an order. A reservation never ends
 * early: an instance that died with it may have created the order, so after `maxDuration` its result is `lostResult`. The
 * results of this process's own attempts are also kept in its memory, in case a shared store loses them.
 */
export function createIdempotency(options: IdempotencyOptions): Idempotency {
  const {store, now, maxDuration, lostResult, pause = defaultPause} = options;
  const running = new Map<string, RunningRequest>();
  const ownStore = store.isShared ? memoryStore({now}) : store;

  async function find(id: string): Promise<IdempotencyRecord | undefined> {
    const text = (await ownStore.get(id)) ?? (store.isShared ? await store.get(id) : undefined);
    return text === undefined ? undefined : parseRecord(text);
  }

  async function settle(
    id: string,
    record: IdempotencyRecord,
    {result, isFinal}: Attempt,
  ): Promise<OrderResult> {
    const text = isFinal ? serializeRecord({...record, result}) : undefined;
    // If the store is lost meanwhile, the reservation stays, and the buyer gets the result all the same.
    for (const each of new Set([ownStore, store])) {
      await (text ? each.set(id, text, day) : each.delete(id)).catch(() => {});
    }
    return result;
  }

  /** Returns the result for the key, of this attempt or another with the same fingerprint; `undefined` on another one. */
  async function obtain(
    id: string,
    {fingerprint, run, onMatch}: Reservation,
  ): Promise<OrderResult | undefined> {
    const startedAt = now();
    for (;;) {
      const found = await find(id);
      if (found && found.fingerprint !== fingerprint) return undefined;
      if (found?.result) return found.result;
      if (found && store.isAbandoned?.(id)) return lostResult;
      // Expires by the clock of the instance that reserved it, or by this one's, if that clock is ahead.
      if (found && (now() > found.reservedAt + maxDuration || !timeLeft(now(), startedAt, maxDuration))) {
        return lostResult;
      }
      const record = {fingerprint, reservedAt: now()};
      if (found) onMatch();
      else if (await store.add(id, serializeRecord(record), day)) {
        onMatch();
        return settle(id, record, await run());
      }
      await pause();
    }
  }

  function start(
    id: string,
    fingerprint: string,
    run: () => Promise<Attempt>,
  ): Promise<OrderResult | undefined> {
    let settleMatch = (_: boolean) => {};
    const hasKey = new Promise<boolean>(resolve => {
      settleMatch = resolve;
    });
    const result = obtain(id, {fingerprint, run, onMatch: () => settleMatch(true)}).finally(() => {
      settleMatch(false);
      running.delete(id);
    });
    running.set(id, {fingerprint, hasKey, result});
    return result;
  }

  return {
    async once(key, fingerprint, run) {
      const id = `order:${await sha256(key)}`;
      for (;;) {
        const current = running.get(id);
        if (!current) return start(id, fingerprint, run);
        if (current.fingerprint === fingerprint) return current.result;
        if (await current.hasKey) return undefined;
      }
    },
  };
}

/** A request of this process that has the key or tries to reserve it. */
interface RunningRequest {
  readonly fingerprint: string;
  /** Resolves to whether the key belongs to this fingerprint, as soon as that is known. */
  readonly hasKey: Promise<boolean>;
  readonly result: Promise<OrderResult | undefined>;
}

interface Reservation {
  readonly fingerprint: string;
  readonly run: () => Promise<Attempt>;
  /** Called when the key is known to belong to this fingerprint. */
  readonly onMatch: () => void;
}

function defaultPause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 200));
}
