import {type Answer, ProxyError} from '../core/errors.js';
import type {Call, Next, Stage} from '../core/middleware.js';
import {type OrderHandles, withOrderHandle} from '../core/signed-order-id.js';

/** Opens the handle in the path, 404 when it is not ours, and signs the id in the answer. */
export function createOrderIds(handles: OrderHandles): Stage {
  return (call, next) => {
    const {orderId: handle} = call.parameters;
    if (handle !== undefined) return known(call, handle, next);
    return call.route === 'createOrder' ? made(call, next) : next(call);
  };

  async function made(call: Call, next: Next): Promise<Answer> {
    return signed(await next(call), handles.sign);
  }

  async function known(call: Call, handle: string, next: Next): Promise<Answer> {
    const orderId = await handles.open(handle);
    if (orderId === undefined) throw new ProxyError(404, 'not_found', 'There is no such order');
    const answer = await next({...call, handle, parameters: {...call.parameters, orderId}});
    return signed(answer, async id => (id === orderId ? handle : handles.sign(id)));
  }
}

async function signed(answer: Answer, sign: OrderHandles['sign']): Promise<Answer> {
  const json = await withOrderHandle(answer.json, sign);
  return json === answer.json ? answer : {...answer, json, body: JSON.stringify(json)};
}
