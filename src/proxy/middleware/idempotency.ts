import {digestOf} from '../core/digest.js';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/time-left.js';
import {memoryStore} from '../stores/memory.js';
import {type Claim, type Outcome, readClaim, writeClaim} from './idempotency-record.js';

export interface Attempt {
  readonly outcome: Outcome;
  /** Whether the key is used up. If not it is free again, for this body or another. */
  readonly isFinal: boolean;
}

export interface Idempotency {
  /**
   * Makes the attempt if the key is free. Otherwise waits for the one that has it and gives its outcome, or undefined
   * when that one was made with another fingerprint. `attempt` never rejects. Rejects when the store does, and then
   * no attempt was made.
   */
  once(key: string, fingerprint: string, attempt: () => Promise<Attempt>): Promise<Outcome | undefined>;
}

export interface IdempotencyOptions {
  readonly store: ProxyStore;
  readonly now: () => number;
  /** How long an attempt can take at the most, in milliseconds. */
  readonly longest: number;
  /** What an attempt came to of which nobody will ever tell. */
  readonly lost: Outcome;
  /** Waits before the store is asked again. Default: 200 ms. */
  readonly pause?: () => Promise<void>;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Remembers keys for a day in the store, which every instance asks before it makes an order. A claim never ends early: an
 * instance that died with it may have made the order, so after the longest time that an attempt can take the claim is
 * `lost`. This process also remembers by itself what came of its own attempts, in case the store forgets.
 */
export function createIdempotency(options: IdempotencyOptions): Idempotency {
  const {store, now, longest, lost, pause = usualPause} = options;
  const running = new Map<string, Running>();
  const own = store.isShared ? memoryStore({now}) : store;

  async function find(id: string): Promise<Claim | undefined> {
    const text = (await own.get(id)) ?? (store.isShared ? await store.get(id) : undefined);
    return text === undefined ? undefined : readClaim(text);
  }

  async function settle(id: string, claim: Claim, {outcome, isFinal}: Attempt): Promise<Outcome> {
    const text = isFinal ? writeClaim({...claim, outcome}) : undefined;
    // A store that is gone meanwhile keeps the claim, and with it the key; the buyer gets the answer all the same.
    for (const place of new Set([own, store])) {
      await (text ? place.set(id, text, day) : place.delete(id)).catch(() => {});
    }
    return outcome;
  }

  /** The outcome under the key, its own or another's, once there is one; says through `known` that the key is its own. */
  async function obtain(id: string, {fingerprint, attempt, known}: Wish): Promise<Outcome | undefined> {
    const askedAt = now();
    for (;;) {
      const found = await find(id);
      if (found && found.fingerprint !== fingerprint) return undefined;
      if (found?.outcome) return found.outcome;
      // By the clock of who claimed it, or by this one's, if that one is ahead.
      if (found && (now() > found.claimedAt + longest || !timeLeft(now(), askedAt, longest))) return lost;
      const claim = {fingerprint, claimedAt: now()};
      if (found) known();
      else if (await store.add(id, writeClaim(claim), day)) {
        known();
        return settle(id, claim, await attempt());
      }
      await pause();
    }
  }

  function start(
    id: string,
    fingerprint: string,
    attempt: () => Promise<Attempt>,
  ): Promise<Outcome | undefined> {
    let known = (_: boolean) => {};
    const isKnown = new Promise<boolean>(resolve => {
      known = resolve;
    });
    const outcome = obtain(id, {fingerprint, attempt, known: () => known(true)}).finally(() => {
      known(false);
      running.delete(id);
    });
    running.set(id, {fingerprint, isKnown, outcome});
    return outcome;
  }

  return {
    async once(key, fingerprint, attempt) {
      const id = `order:${await digestOf(key)}`;
      for (;;) {
        const here = running.get(id);
        if (!here) return start(id, fingerprint, attempt);
        if (here.fingerprint === fingerprint) return here.outcome;
        if (await here.isKnown) return undefined;
      }
    },
  };
}

/** A request of this process that has the key or is about to. */
interface Running {
  readonly fingerprint: string;
  /** Whether the key is this one's, once that is known. */
  readonly isKnown: Promise<boolean>;
  readonly outcome: Promise<Outcome | undefined>;
}

interface Wish {
  readonly fingerprint: string;
  readonly attempt: () => Promise<Attempt>;
  readonly known: () => void;
}

function usualPause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 200));
}
