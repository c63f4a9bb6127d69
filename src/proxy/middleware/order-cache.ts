import type {Context, Handler, Middleware} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {ProxyResponse} from '../core/response.js';
import {createSwrCache} from './swr-cache.js';

/**
 * Caches orders for a moment, so that many tabs and polls make one request. Runs after the order id was verified, keeps
 * orders in this process only, and purges them by itself: an order may hold codes.
 */
export function createOrderCache({cache, now}: Settings): Middleware {
  if (!cache) return (context, next) => next(context);
  const fresh = cache.getOrder;
  const sizeOf = ({body}: ProxyResponse) => 4 * String(body).length;
  const options = {maxBytes: 16 * 1024 * 1024, errors: fresh, maxWait: 0, purgeAfter: fresh, now};
  const orders = createSwrCache(options, sizeOf);

  return (context, next) => (context.route === 'getOrder' && fresh ? read(context, next) : next(context));

  async function read(context: Context, next: Handler): Promise<ProxyResponse> {
    const load = async () => ({value: await next(context), readAt: now()});
    const key = context.parameters.orderId ?? '';
    const [{value}, cache] = await orders.read(key, {fresh, stale: 0, outage: 0}, load);
    return {...value, cache};
  }
}
