import type {Api} from '../api/client.js';
import {ApiError} from '../api/errors.js';
import type {Environment} from './environment.js';
import type {OrderStorage} from './order-storage.js';

/**
 * A client that notes the key of an order before it asks for it. A page that goes before the answer comes (a reload, a
 * crash) leaves the key behind, and the next attempt is made with it: the same order asked for again is the order that
 * was made, not a second one. So it is in another tab, while that order waits to be paid; tabs take turns. For another
 * order the proxy refuses the key (422), and the attempt is made with its own.
 */
export function withResumableOrders(
  api: Api,
  memory: OrderStorage,
  {takeTurn}: Pick<Environment, 'takeTurn'>,
): Api {
  const createOrder: Api['createOrder'] = async (request, key, signal) => {
    const endTurn = await takeTurn(memory.key);
    try {
      const noted = memory.read() ?? key;
      memory.write(noted);
      return await api.createOrder(request, noted, signal).catch(error => {
        const isForAnother =
          error instanceof ApiError && error.code === 'request_refused' && error.status === 422;
        if (noted === key || !isForAnother) throw error;
        memory.write(key);
        return api.createOrder(request, key, signal);
      });
    } finally {
      endTurn();
    }
  };
  return {...api, createOrder};
}
