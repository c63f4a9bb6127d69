import {clientNetworks} from '../core/client-address.js';
import {ProxyError} from '../core/errors.js';
import type {Middleware} from '../core/middleware.js';
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
  function occupy(order: string, buyer: string) {
    count++;
    for (const key of [order, buyer]) add(key, 1);
    return () => {
      count--;
      for (const key of [order, buyer]) add(key, -1);
    };
  }

  return {
    async limitStreams(context, next) {
      if (context.route !== 'subscribeOrder') return next(context);
      const {request, parameters} = context;
      const buyer = clientNetworks(request, trustedHops)?.buyer ?? '';
      const order = `order ${parameters.orderId}`;
      if (limits && (open.get(order) ?? 0) >= limits.streamsPerOrder) throw tooMany('of this order');
      if (limits && buyer && (open.get(buyer) ?? 0) >= limits.streamsPerBuyer) throw tooMany('of yours');
      const onStreamEnd = occupy(order, buyer);
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
