/**
 * Keeps what the instances of a proxy share: limits, idempotency keys and listings. `memoryStore()` serves one instance,
 * `redisStore(client)` several. In an implementation of your own, each function must be atomic: it does all that it says
 * or rejects, whatever other instances do at the same time. Times are in milliseconds.
 */
export interface ProxyStore {
  /** Whether other instances use the same data. */
  readonly isShared: boolean;
  /** Returns the value of a key; `undefined` if it was never set, was deleted or has expired. */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttl: number): Promise<void>;
  /** Sets a value unless the key has one; returns whether it was set. */
  add(key: string, value: string, ttl: number): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** Takes one of `limit` slots per sliding `window`; returns 0, or the milliseconds until a slot is free. */
  take(key: string, limit: number, window: number): Promise<number>;
  /**
   * Takes a slot of each budget, or none at all if one of them is used up; returns 0, or the milliseconds until all are
   * free. Where it is absent, the proxy calls `take` for one budget after the other.
   */
  takeAll?(budgets: readonly Budget[], window: number): Promise<number>;
  /** Returns whether the process that added a key has ended before it set a value. Absent where that cannot be known. */
  isAbandoned?(key: string): boolean;
}

/** How many slots a sliding window has under a key. */
export interface Budget {
  readonly key: string;
  readonly limit: number;
}
