import {LRUCache} from 'lru-cache';
import type {CacheTimes} from '../core/cache-options.js';
import {isRefusal, isThrottled, ProxyError} from '../core/errors.js';
import type {CacheOutcome} from '../core/response.js';
import {timeLeft, withTimeout} from '../core/timeouts.js';

export interface CachedValue<Value> {
  readonly value: Value;
  /** When it was read, in milliseconds since the epoch. */
  readonly readAt: number;
  /** How long it is fresh, where that is less than usual, in milliseconds; such a value is never served stale. */
  readonly fresh?: number;
}

export interface SwrOptions {
  readonly maxBytes: number;
  /** How long a failure is repeated before the value is read again, in milliseconds. */
  readonly errors: number;
  /** How long a request waits for a new value while there is an old one for outages, in milliseconds. */
  readonly maxWait: number;
  /** Age at which a value is purged from memory, in milliseconds. Default: it is evicted when room is needed. */
  readonly purgeAfter?: number;
  /** Returns milliseconds since the epoch. */
  readonly now: () => number;
}

export interface SwrCache<Value> {
  /** Returns the value if it is fresh, without a promise; `undefined` otherwise. */
  fresh(key: string, times: CacheTimes): CachedValue<Value> | undefined;
  /** Returns the value, by `load` where that is needed; rejects with the error of `load` if there is no old value either. */
  read(
    key: string,
    times: CacheTimes,
    load: () => Promise<CachedValue<Value>>,
  ): Promise<[CachedValue<Value>, CacheOutcome]>;
}

interface Entry<Value> {
  readonly cached: CachedValue<Value>;
  failedAt?: number;
  isLate?: boolean;
}

interface Failure {
  readonly error: ProxyError;
  readonly failedAt: number;
}

/** Failures have room of their own, so that they evict no values. */
const maxFailures = 1000;

/**
 * Creates a cache of the stale-while-revalidate kind, bounded in bytes. Reads a key once at a time, however many requests
 * wait for it. After a failure it waits before it reads again, and serves an old value meanwhile where one is allowed.
 */
export function createSwrCache<Value>(
  {maxBytes, errors, maxWait, purgeAfter, now}: SwrOptions,
  sizeOf: (value: Value) => number,
): SwrCache<Value> {
  const entries = new LRUCache<string, Entry<Value>>({
    maxSize: Math.max(1, maxBytes),
    ...(purgeAfter ? {ttl: purgeAfter, ttlAutopurge: true} : {}),
    sizeCalculation: ({cached}, key) => 512 + 2 * key.length + Math.ceil(sizeOf(cached.value)),
  });
  const failures = new LRUCache<string, Failure>({max: maxFailures});
  const loading = new Map<string, Promise<CachedValue<Value>>>();

  async function loadAndStore(
    key: string,
    load: () => Promise<CachedValue<Value>>,
  ): Promise<CachedValue<Value>> {
    try {
      const cached = await load();
      entries.set(key, {cached});
      failures.delete(key);
      return cached;
    } catch (error) {
      noteFailure(key, error);
      throw error;
    } finally {
      loading.delete(key);
    }
  }

  function noteFailure(key: string, error: unknown) {
    if (!(error instanceof ProxyError) || error.isClientSpecific) return;
    const old = entries.get(key);
    if (old) old.failedAt = now();
    else if (!isThrottled(error.status)) failures.set(key, {error, failedAt: now()});
  }

  function start(key: string, load: () => Promise<CachedValue<Value>>): Promise<CachedValue<Value>> {
    const work = loadAndStore(key, load);
    loading.set(key, work);
    // A revalidation in the background has no one to report its failure to.
    work.catch(() => {});
    return work;
  }

  /** Joins the load that is running or starts one. A client that may not load must not keep the others from it. */
  async function joinOrStart(
    key: string,
    load: () => Promise<CachedValue<Value>>,
  ): Promise<CachedValue<Value>> {
    for (;;) {
      const work = loading.get(key);
      if (!work) return start(key, load);
      try {
        return await work;
      } catch (error) {
        if (!(error instanceof ProxyError && error.isClientSpecific)) throw error;
      }
    }
  }

  function isFresh({readAt, fresh: own}: CachedValue<Value>, {fresh}: CacheTimes): boolean {
    return timeLeft(now(), readAt, Math.min(fresh, own ?? fresh)) > 0;
  }

  return {
    fresh(key, times) {
      const entry = entries.get(key);
      return entry && isFresh(entry.cached, times) ? entry.cached : undefined;
    },
    async read(key, times, load) {
      const {fresh, stale, outage} = times;
      const entry = entries.get(key);
      const hasJustFailed = (failedAt: number | undefined) =>
        failedAt !== undefined && timeLeft(now(), failedAt, errors) > 0;
      if (!entry) {
        const failure = failures.get(key);
        if (failure && hasJustFailed(failure.failedAt)) throw failure.error;
        return [await joinOrStart(key, load), 'miss'];
      }
      const hasFailed = hasJustFailed(entry.failedAt);
      const {cached} = entry;
      if (isFresh(cached, times)) return [cached, 'hit'];
      const isWithin = (age: number) => timeLeft(now(), cached.readAt, age) > 0;
      if (isWithin(fresh + stale) && cached.fresh === undefined) {
        if (!hasFailed && !loading.has(key)) start(key, load);
        return [cached, 'stale'];
      }
      if (!isWithin(outage)) return [await joinOrStart(key, load), 'miss'];
      // After one request has waited in vain, only the one that starts a load waits, and for a tenth of the time.
      const isAway = entry.failedAt !== undefined || entry.isLate;
      if (hasFailed || (isAway && loading.has(key))) return [cached, 'outage'];
      try {
        const wait = isAway ? maxWait / 10 : maxWait;
        const loaded = await withTimeout(joinOrStart(key, load), wait, () => undefined);
        if (loaded) return [loaded, 'miss'];
        entry.isLate = true;
        return [cached, 'outage'];
      } catch (error) {
        if (error instanceof ProxyError && isRefusal(error)) throw error;
        return [cached, 'outage'];
      }
    },
  };
}
