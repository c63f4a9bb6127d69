import {ProxyError} from '../core/errors.js';
import {writeLog} from '../core/log.js';
import type {Settings} from '../core/options.js';
import type {Budget, ProxyStore} from '../core/store.js';
import {timeLeft, withTimeout} from '../core/timeouts.js';

export interface GuardedStore extends Required<ProxyStore> {
  /** Returns whether the store can be written to, without which no orders are created; false if it failed a moment ago. */
  isReachable(): Promise<boolean>;
}

/** Milliseconds until a call is given up, and how long the store is left alone after that. */
const maxWait = 1000;

/**
 * Wraps a store so that each call ends within a second, and fails with 503 `store_unavailable`, at once while the store is
 * away. Logs when it is lost and when it is back. Prefixes keys with the partner and the API, as others may use the same
 * Redis.
 */
export function guardStore(store: ProxyStore, {partnerId, upstream, now, log}: Settings): GuardedStore {
  const own = (key: string) => `${partnerId}@${upstream}:${key}`;
  let failedAt: number | undefined;

  function note(isReachable: boolean) {
    const wasReachable = failedAt === undefined;
    failedAt = isReachable ? undefined : now();
    if (isReachable === wasReachable) return;
    writeLog({log}, {event: isReachable ? 'store_back' : 'store_lost'});
  }

  /** Calls `undo` with a result that came too late. */
  async function read<Result>(work: () => Promise<Result>, undo?: (result: Result) => void): Promise<Result> {
    if (failedAt !== undefined && timeLeft(now(), failedAt, maxWait) > 0) throw unavailable();
    const working = work();
    try {
      return await withTimeout(working, maxWait, () => {
        if (undo) working.then(undo, () => {});
        throw unavailable();
      });
    } catch {
      note(false);
      throw unavailable();
    }
  }

  /** Only a write shows that the store is back: a store that is full, or a replica, can be read all the time. */
  async function write<Result>(
    work: () => Promise<Result>,
    undo?: (result: Result) => void,
  ): Promise<Result> {
    const result = await read(work, undo);
    note(true);
    return result;
  }

  return {
    isShared: store.isShared,
    get: key => read(() => store.get(own(key))),
    set: (key, value, ttl) => write(() => store.set(own(key), value, ttl)),
    // A key that was added after its caller gave up would look like a running request.
    add: (key, value, ttl) =>
      write(
        () => store.add(own(key), value, ttl),
        added => void (added && store.delete(own(key)).catch(() => {})),
      ),
    delete: key => write(() => store.delete(own(key))),
    take: (key, limit, window) => write(() => store.take(own(key), limit, window)),
    takeAll(budgets, window) {
      const all = budgets.map(({key, limit}) => ({key: own(key), limit}));
      return write(() => (store.takeAll ? store.takeAll(all, window) : takeInTurn(store, all, window)));
    },
    isAbandoned: key => store.isAbandoned?.(own(key)) ?? false,
    isReachable: () =>
      write(() => store.set(own('ready'), '', maxWait)).then(
        () => true,
        () => false,
      ),
  };
}

/** Takes from one budget after the other; a slot that was taken before another was refused stays taken. */
async function takeInTurn(store: ProxyStore, budgets: readonly Budget[], window: number): Promise<number> {
  for (const {key, limit} of budgets) {
    const wait = await store.take(key, limit, window);
    if (wait > 0) return wait;
  }
  return 0;
}

function unavailable(): ProxyError {
  const message = 'The proxy’s store cannot be reached';
  return new ProxyError(503, 'store_unavailable', message, {retryAfter: 5000});
}
