import type {Api} from '../api/client.js';
import {ApiError} from '../api/errors.js';
import type {Environment} from './environment.js';
import type {OrderStorage} from './order-storage.js';

/**
 * Returns a client that stores the idempotency key of an order before it sends the order. If the page is gone before
 * the response arrives (a reload, a crash), the next attempt reuses the key, so the same order is answered again rather
 * than created twice. The same holds in another tab while that order waits to be paid; tabs take turns. For another
 * order the proxy refuses the key (422), and the attempt is sent again with its own.
 */
export function withResumableOrders(
  api: Api,
  storage: OrderStorage,
  {takeTurn}: Pick<Environment, 'takeTurn'>,
): Api {
  const createOrder: Api['createOrder'] = async (request, key, signal) => {
    const endTurn = await takeTurn(storage.key);
    try {
      const stored = storage.read() ?? key;
      storage.write(stored);
      return await api.createOrder(request, stored, signal).catch(error => {
        const isForAnother =
          error instanceof ApiError && error.code === 'request_refused' && error.status === 422;
        if (stored === key || !isForAnother) throw error;
        storage.write(key);
        return api.createOrder(request, key, signal);
      });
    } finally {
      endTurn();
    }
  };
  return {...api, createOrder};
}
