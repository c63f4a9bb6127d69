import type {Answer} from '../core/errors.js';
import type {Stage} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {createRereadCache} from './swr-cache.js';

/**
 * One question to the API per order and moment, however many tabs and polls there are. It stands behind the check of the
 * order's handle, lives in this process only, and forgets by itself: an order may hold codes.
 */
export function createOrderCache({cache, now}: Settings): Stage {
  if (!cache) return (call, next) => next(call);
  const fresh = cache.getOrder;
  const weigh = ({body}: Answer) => 4 * String(body).length;
  const options = {maxBytes: 16 * 1024 * 1024, errors: fresh, patience: 0, purgeAfter: fresh, now};
  const reader = createRereadCache(options, weigh);

  return async function orderCache(call, next) {
    if (call.route !== 'getOrder' || !fresh) return next(call);
    const load = async () => ({value: await next(call), readAt: now()});
    const key = call.parameters.orderId ?? '';
    const [{value}, cache] = await reader.read(key, {fresh, stale: 0, outage: 0}, load);
    return {...value, cache};
  };
}
