import {LRUCache} from 'lru-cache';
import type {Budget, ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/timeouts.js';

export interface MemoryStoreOptions {
  /** Returns milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
  /** Maximum number of values, and of limits; the least recently used are evicted. Default 20000. */
  readonly maxEntries?: number;
}

const maxMaxEntries = 10_000_000;

/**
 * Creates a store in the memory of this process, for one instance of the proxy.
 *
 * @throws {TypeError} when `maxEntries` is no whole number; the message says what to set.
 */
export function memoryStore({
  now = Date.now,
  maxEntries = 20_000,
}: MemoryStoreOptions = {}): Required<ProxyStore> {
  if (!Number.isInteger(maxEntries) || maxEntries < 1 || maxEntries > maxMaxEntries) {
    throw new TypeError(`memoryStore: set maxEntries to a whole number from 1 to ${maxMaxEntries}`);
  }
  const values = new LRUCache<string, {readonly value: string; readonly expiresAt: number}>({
    max: maxEntries,
  });
  const takenAt = new LRUCache<string, number[]>({max: maxEntries});

  function current(key: string): string | undefined {
    const found = values.get(key);
    if (!found || found.expiresAt > now()) return found?.value;
    values.delete(key);
    return undefined;
  }

  async function takeAll(budgets: readonly Budget[], window: number): Promise<number> {
    const time = now();
    const taken = budgets.map(({key}) =>
      (takenAt.get(key) ?? []).filter(at => timeLeft(time, at, window) > 0),
    );
    const waits = budgets.map(({limit}, index) => waitOf(taken[index]!, limit, window - time));
    const wait = Math.max(0, ...waits);
    // Only slots that are taken need memory, so that refused requests need none.
    if (wait === 0) budgets.forEach(({key}, index) => void takenAt.set(key, [...taken[index]!, time]));
    return wait;
  }

  return {
    isShared: false,
    async get(key) {
      return current(key);
    },
    async set(key, value, ttl) {
      values.set(key, {value, expiresAt: now() + ttl});
    },
    async add(key, value, ttl) {
      if (current(key) !== undefined) return false;
      values.set(key, {value, expiresAt: now() + ttl});
      return true;
    },
    async delete(key) {
      values.delete(key);
    },
    take: (key, limit, window) => takeAll([{key, limit}], window),
    takeAll,
    isAbandoned: () => false,
  };
}

/** Milliseconds until a window has a free slot, of which it has `limit`; 0 if there is one. */
function waitOf(times: readonly number[], limit: number, end: number): number {
  return times.length < limit ? 0 : Math.max(1, times[times.length - limit]! + end);
}
