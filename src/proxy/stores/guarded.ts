import {ProxyError, retryAfter} from '../core/errors.js';
import {tell} from '../core/log.js';
import type {Settings} from '../core/options.js';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/time-left.js';

export interface WatchedStore extends ProxyStore {
  /** Whether it can be written to, without which there are no orders; no, if it failed a moment ago. */
  isReachable(): Promise<boolean>;
}

/** A store that does not answer within this is gone, and is not asked again for as long. */
const patience = 1000;

/**
 * A store that rejects in time, with a 503 of ours, and at once while it is gone; the log is told when it goes and when
 * it comes back. Its keys are this partner's at this API, for others may use the same Redis.
 */
export function watchStore(store: ProxyStore, {partnerId, upstream, now, log}: Settings): WatchedStore {
  const own = (key: string) => `${partnerId}@${upstream}:${key}`;
  let failedAt: number | undefined;

  function note(isThere: boolean) {
    const wasThere = failedAt === undefined;
    failedAt = isThere ? undefined : now();
    if (isThere === wasThere) return;
    tell({log}, {event: isThere ? 'store_back' : 'store_lost'});
  }

  async function read<Result>(work: () => Promise<Result>, undo?: (result: Result) => void): Promise<Result> {
    if (failedAt !== undefined && timeLeft(now(), failedAt, patience) > 0) throw gone();
    let isLate = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        isLate = true;
        reject(gone());
      }, patience);
    });
    const working = work();
    working.then(
      result => isLate && undo?.(result),
      () => {},
    );
    try {
      return await Promise.race([working, late]);
    } catch {
      note(false);
      throw gone();
    } finally {
      clearTimeout(timer);
    }
  }

  /** A store that is full, or that is a replica, is there for readers all the while: it is back when it can be written to. */
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
    // What was given up must not stand there as if somebody were at work on it.
    add: (key, value, ttl) =>
      write(
        () => store.add(own(key), value, ttl),
        added => void (added && store.delete(own(key)).catch(() => {})),
      ),
    delete: key => write(() => store.delete(own(key))),
    take: (key, limit, window) => write(() => store.take(own(key), limit, window)),
    isReachable: () =>
      write(() => store.set(own('ready'), '', patience)).then(
        () => true,
        () => false,
      ),
  };
}

function gone(): ProxyError {
  const headers = retryAfter(5000);
  return new ProxyError(503, 'store_unavailable', 'The proxy’s store cannot be reached', {headers});
}
