import {buyerAddress, buyerOf} from '../core/client-address.js';
import {ProxyError, retryAfter} from '../core/errors.js';
import type {Stage} from '../core/middleware.js';
import type {Settings} from '../core/options.js';

export interface OpenStreams {
  /** Counts a stream for as long as it is open: 429 when its order or its buyer has too many. */
  readonly countStreams: Stage;
  readonly count: () => number;
}

/** How many event streams are open at this instance. */
export function createOpenStreams({limits, trustedHops}: Settings): OpenStreams {
  const open = new Map<string, number>();
  let count = 0;

  function add(key: string, change: 1 | -1) {
    const sum = (open.get(key) ?? 0) + change;
    if (sum > 0) open.set(key, sum);
    else open.delete(key);
  }

  function occupy(order: string, buyer: string) {
    count++;
    for (const key of [order, buyer]) add(key, 1);
    return () => {
      count--;
      for (const key of [order, buyer]) add(key, -1);
    };
  }

  return {
    async countStreams(call, next) {
      if (call.route !== 'subscribeOrder') return next(call);
      const {request, parameters} = call;
      const buyer = buyerOf(buyerAddress(request, trustedHops)) ?? '';
      const order = `order ${parameters.orderId}`;
      if (limits && (open.get(order) ?? 0) >= limits.streamsPerOrder) throw tooMany('of this order');
      if (limits && buyer && (open.get(buyer) ?? 0) >= limits.streamsPerBuyer) throw tooMany('of yours');
      const leave = occupy(order, buyer);
      try {
        return await next({...call, leave});
      } catch (error) {
        leave();
        throw error;
      }
    },
    count: () => count,
  };
}

function tooMany(whose: string): ProxyError {
  const message = `Too many event streams ${whose} are open`;
  return new ProxyError(429, 'too_many_streams', message, {headers: retryAfter(30_000)});
}
