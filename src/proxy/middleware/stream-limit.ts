import {clientNetworks} from '../core/client-address.js';
import {ProxyError} from '../core/errors.js';
import type {Middleware} from '../core/middleware.js';
import type {Networks} from '../core/networks.js';
import type {Settings} from '../core/options.js';

export interface StreamLimit {
  /** Counts an event stream while it is open; 429 when its order or its buyer has too many. */
  readonly limitStreams: Middleware;
  /** Returns the number of open streams. */
  readonly count: () => number;
}

/** Creates the limit of event streams that are open at this instance. */
export function createStreamLimit({limits, trustedHops}: Settings): StreamLimit {
  const open = new Map<string, number>();
  let count = 0;

  function add(key: string, change: 1 | -1) {
    const sum = (open.get(key) ?? 0) + change;
    if (sum > 0) open.set(key, sum);
    else open.delete(key);
  }

  /** Returns the function that releases the stream. */
  function occupy(keys: readonly string[]) {
    count++;
    for (const key of keys) add(key, 1);
    return () => {
      count--;
      for (const key of keys) add(key, -1);
    };
  }

  /** Returns how many streams each network may have: a buyer's share, twice that for a /56, four times for a /24 or /48. */
  function sharesOf({buyer, around}: Networks, limit: number): [string, number][] {
    const last = around.length - 1;
    const shares = around.map((name, index): [string, number] => [name, limit * (index === last ? 4 : 2)]);
    return [[buyer, limit], ...shares];
  }

  return {
    async limitStreams(context, next) {
      if (context.route !== 'subscribeOrder') return next(context);
      const {request, parameters} = context;
      const networks = clientNetworks(request, trustedHops);
      const order = `order ${parameters.orderId}`;
      const shares = limits && networks ? sharesOf(networks, limits.streamsPerBuyer) : [];
      const isFull = ([key, limit]: readonly [string, number]) => (open.get(key) ?? 0) >= limit;
      if (limits && isFull([order, limits.streamsPerOrder])) throw tooMany('of this order');
      if (shares.some(isFull)) throw tooMany('of yours');
      const onStreamEnd = occupy([order, ...shares.map(([key]) => key)]);
      try {
        return await next({...context, onStreamEnd});
      } catch (error) {
        onStreamEnd();
        throw error;
      }
    },
    count: () => count,
  };
}

function tooMany(whose: string): ProxyError {
  const message = `Too many event streams ${whose} are open`;
  return new ProxyError(429, 'too_many_streams', message, {retryAfter: 30_000});
}
