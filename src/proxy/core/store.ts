/**
 * Where a proxy keeps what its instances share: limits, idempotency keys and listings. `memoryStore()` serves one
 * instance, `redisStore(client)` several. In one of your own each function does all that it says or rejects, whatever
 * others do meanwhile; times are in milliseconds.
 */
export interface ProxyStore {
  /** Whether other instances see it too. */
  readonly isShared: boolean;
  /** What is under the key, until its time is over. */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttl: number): Promise<void>;
  /** Sets it if there is nothing under the key; says whether it did. */
  add(key: string, value: string, ttl: number): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** Takes one of `limit` places that there are within any `window`: 0, or how long until one is free. */
  take(key: string, limit: number, window: number): Promise<number>;
}
