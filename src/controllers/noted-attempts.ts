import type {Api} from '../api/client.js';
import {ApiError} from '../api/errors.js';
import type {OrderMemory} from './order-memory.js';

/**
 * A client that notes the key of an order before it asks for it. A page that goes before the answer comes (a reload, a
 * crash) leaves the key behind, and the next attempt is made with it: the same order asked for again is the order that
 * was made, not a second one. For another order the proxy refuses the key (422), and the attempt is made with its own.
 */
export function withNotedAttempts(api: Api, memory: OrderMemory): Api {
  const createOrder: Api['createOrder'] = async (request, key, signal) => {
    const noted = memory.read();
    memory.write(noted ?? key);
    try {
      const order = await api.createOrder(request, noted ?? key, signal);
      memory.forget();
      return order;
    } catch (error) {
      const isForAnother =
        error instanceof ApiError && error.code === 'request_refused' && error.status === 422;
      if (!noted || noted === key || !isForAnother) throw error;
      memory.forget();
      return createOrder(request, key, signal);
    }
  };
  return {...api, createOrder};
}
