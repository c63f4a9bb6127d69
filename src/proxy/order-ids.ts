import type {Stage} from './call.js';
import {type OrderHandles, withOrderHandle} from './order-handle.js';
import {ProxyError} from './proxy-error.js';

/** Opens the handle in the path, 404 when it is not ours, and signs the id in the answer. */
export function createOrderIds(handles: OrderHandles): Stage {
  return async function orderIds(call, next) {
    const {orderId: handle} = call.parameters;
    if (handle === undefined) {
      if (call.route !== 'createOrder') return next(call);
      return signed(await next(call), handles.sign);
    }
    const orderId = await handles.open(handle);
    if (orderId === undefined) throw new ProxyError(404, 'not_found', 'There is no such order');
    const answer = await next({...call, handle, parameters: {...call.parameters, orderId}});
    return signed(answer, async id => (id === orderId ? handle : handles.sign(id)));
  };
}

async function signed(answer: Awaited<ReturnType<Stage>>, sign: OrderHandles['sign']) {
  const json = await withOrderHandle(answer.json, sign);
  return json === answer.json ? answer : {...answer, json, body: JSON.stringify(json)};
}
