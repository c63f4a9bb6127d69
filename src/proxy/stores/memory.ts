import {LRUCache} from 'lru-cache';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/time-left.js';

export interface MemoryStoreOptions {
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
  /** How many values, and how many limits, are remembered at the most: what was not used for the longest goes. Default 20000. */
  readonly maxEntries?: number;
}

/** A store in the memory of this process, for one instance of the proxy. */
export function memoryStore({now = Date.now, maxEntries = 20_000}: MemoryStoreOptions = {}): ProxyStore {
  const values = new LRUCache<string, {readonly value: string; readonly expiresAt: number}>({
    max: maxEntries,
  });
  const taken = new LRUCache<string, number[]>({max: maxEntries});

  function alive(key: string): string | undefined {
    const found = values.get(key);
    if (!found || found.expiresAt > now()) return found?.value;
    values.delete(key);
    return undefined;
  }

  return {
    isShared: false,
    async get(key) {
      return alive(key);
    },
    async set(key, value, ttl) {
      values.set(key, {value, expiresAt: now() + ttl});
    },
    async add(key, value, ttl) {
      if (alive(key) !== undefined) return false;
      values.set(key, {value, expiresAt: now() + ttl});
      return true;
    },
    async delete(key) {
      values.delete(key);
    },
    async take(key, limit, window) {
      const time = now();
      const times = (taken.get(key) ?? []).filter(at => timeLeft(time, at, window) > 0);
      const isFree = times.length < limit;
      if (isFree) times.push(time);
      taken.set(key, times);
      return isFree ? 0 : Math.max(1, times[times.length - limit]! + window - time);
    },
  };
}
