import {LRUCache} from 'lru-cache';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/timeouts.js';

export interface MemoryStoreOptions {
  /** Returns milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
  /** Maximum number of values, and of limits; the least recently used are evicted. Default 20000. */
  readonly maxEntries?: number;
}

/** Creates a store in the memory of this process, for one instance of the proxy. */
export function memoryStore({now = Date.now, maxEntries = 20_000}: MemoryStoreOptions = {}): ProxyStore {
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
    async take(key, limit, window) {
      const time = now();
      const times = (takenAt.get(key) ?? []).filter(at => timeLeft(time, at, window) > 0);
      const isFree = times.length < limit;
      if (isFree) times.push(time);
      takenAt.set(key, times);
      return isFree ? 0 : Math.max(1, times[times.length - limit]! + window - time);
    },
  };
}
