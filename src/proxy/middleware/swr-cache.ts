import {LRUCache} from 'lru-cache';
import {type CacheOutcome, isRefusal, isThrottle, ProxyError} from '../core/errors.js';
import {timeLeft} from '../core/time-left.js';

/** How long what was read may be given out, in milliseconds of age. */
export interface CacheTimes {
  /** Given at once, and nobody is asked. */
  readonly fresh: number;
  /** After that, still given at once for so long, while it is read again. */
  readonly stale: number;
  /** How old it may be at the most where it cannot be read again. */
  readonly outage: number;
}

export interface Reading<Value> {
  readonly value: Value;
  /** When it was read, in milliseconds since the epoch. */
  readonly readAt: number;
  /** How long it counts as fresh, where that is less than usual. */
  readonly fresh?: number;
}

export interface RereadOptions {
  readonly maxBytes: number;
  /** How long a failure is given again before the API is asked again. */
  readonly errors: number;
  /** How long a request waits for a new reading while there is an old one that may be given in an outage. */
  readonly patience: number;
  /** After how long a reading is removed from memory by itself; else when the room is needed. */
  readonly purgeAfter?: number;
  readonly now: () => number;
}

export interface RereadCache<Value> {
  /** What there is and is fresh, at once. */
  fresh(key: string, times: CacheTimes): Reading<Value> | undefined;
  read(
    key: string,
    times: CacheTimes,
    load: () => Promise<Reading<Value>>,
  ): Promise<[Reading<Value>, CacheOutcome]>;
}

type Entry<Value> =
  | {readonly reading: Reading<Value>; failedAt?: number; isLate?: boolean}
  | {readonly error: ProxyError; readonly failedAt: number};

/**
 * Keeps what was read, within a bound of memory, and reads again in time: one reading at a time per key, however many
 * wait for it. What fails is not tried again at once, and an old reading is given instead where one may be.
 */
export function createRereadCache<Value>(
  {maxBytes, errors, patience, purgeAfter, now}: RereadOptions,
  weigh: (value: Value) => number,
): RereadCache<Value> {
  const entries = new LRUCache<string, Entry<Value>>({
    maxSize: Math.max(1, maxBytes),
    ...(purgeAfter ? {ttl: purgeAfter, ttlAutopurge: true} : {}),
    sizeCalculation: (entry, key) =>
      512 + 2 * key.length + ('reading' in entry ? Math.ceil(weigh(entry.reading.value)) : 0),
  });
  const flights = new Map<string, Promise<Reading<Value>>>();

  async function fly(key: string, load: () => Promise<Reading<Value>>): Promise<Reading<Value>> {
    try {
      const reading = await load();
      entries.set(key, {reading});
      return reading;
    } catch (error) {
      noteFailure(key, error);
      throw error;
    } finally {
      flights.delete(key);
    }
  }

  function noteFailure(key: string, error: unknown) {
    if (!(error instanceof ProxyError) || error.concernsBuyer) return;
    const old = entries.get(key);
    if (old && 'reading' in old) old.failedAt = now();
    else if (!isThrottle(error.status)) entries.set(key, {error, failedAt: now()});
  }

  function start(key: string, load: () => Promise<Reading<Value>>): Promise<Reading<Value>> {
    const flight = fly(key, load);
    flights.set(key, flight);
    // Where nobody waits for it, its failure is nobody's.
    flight.catch(() => {});
    return flight;
  }

  /** Joins the flight that is under way or starts one; a buyer who may not ask must not keep the others from asking. */
  async function land(key: string, load: () => Promise<Reading<Value>>): Promise<Reading<Value>> {
    for (;;) {
      const flight = flights.get(key);
      if (!flight) return start(key, load);
      try {
        return await flight;
      } catch (error) {
        if (!(error instanceof ProxyError && error.concernsBuyer)) throw error;
      }
    }
  }

  function isFresh({readAt, fresh: own}: Reading<Value>, {fresh}: CacheTimes): boolean {
    return timeLeft(now(), readAt, Math.min(fresh, own ?? fresh)) > 0;
  }

  return {
    fresh(key, times) {
      const entry = entries.get(key);
      return entry && 'reading' in entry && isFresh(entry.reading, times) ? entry.reading : undefined;
    },
    async read(key, times, load) {
      const {fresh, stale, outage} = times;
      const entry = entries.get(key);
      const failed = entry?.failedAt !== undefined && timeLeft(now(), entry.failedAt, errors) > 0;
      if (!entry || 'error' in entry) {
        if (entry && failed) throw entry.error;
        return [await land(key, load), 'miss'];
      }
      const {reading} = entry;
      if (isFresh(reading, times)) return [reading, 'hit'];
      const mayBe = (old: number) => timeLeft(now(), reading.readAt, old) > 0;
      if (mayBe(fresh + stale) && reading.fresh === undefined) {
        if (!failed && !flights.has(key)) start(key, load);
        return [reading, 'stale'];
      }
      if (!mayBe(outage)) return [await land(key, load), 'miss'];
      // Once it has not come in time, only who asks first waits, and hardly.
      const isAway = entry.failedAt !== undefined || entry.isLate;
      if (failed || (isAway && flights.has(key))) return [reading, 'outage'];
      try {
        const waited = await within(isAway ? patience / 10 : patience, land(key, load));
        if (waited) return [waited, 'miss'];
        entry.isLate = true;
        return [reading, 'outage'];
      } catch (error) {
        if (error instanceof ProxyError && isRefusal(error)) throw error;
        return [reading, 'outage'];
      }
    },
  };
}

/** What is waited for, or undefined when it is not there in time. */
async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
