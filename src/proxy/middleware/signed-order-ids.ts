import {ProxyError} from '../core/errors.js';
import {replaceMember} from '../core/json-text.js';
import type {Context, Handler, Middleware} from '../core/middleware.js';
import {orderIdOf} from '../core/order.js';
import type {ProxyResponse} from '../core/response.js';
import type {OrderIdSigner} from '../core/signed-order-id.js';

/** Verifies the order id in the path, 404 if this proxy did not sign it, and signs the id in the response. */
export function createSignedOrderIds({sign, verify}: OrderIdSigner): Middleware {
  return (context, next) => {
    const {orderId: signedOrderId} = context.parameters;
    if (signedOrderId !== undefined) return existing(context, signedOrderId, next);
    return context.route === 'createOrder' ? created(context, next) : next(context);
  };

  async function created(context: Context, next: Handler): Promise<ProxyResponse> {
    return withSignedId(await next(context), sign);
  }

  async function existing(context: Context, signedOrderId: string, next: Handler): Promise<ProxyResponse> {
    const orderId = await verify(signedOrderId);
    if (orderId === undefined) throw new ProxyError(404, 'not_found', 'There is no such order');
    const parameters = {...context.parameters, orderId};
    const response = await next({...context, signedOrderId, parameters});
    return withSignedId(response, async id => (id === orderId ? signedOrderId : sign(id)));
  }
}

async function withSignedId(response: ProxyResponse, sign: OrderIdSigner['sign']): Promise<ProxyResponse> {
  const {body, json} = response;
  if (typeof body !== 'string') return response;
  const orderId = orderIdOf(body, json);
  if (orderId === undefined) return response;
  const signedId = await sign(orderId);
  return {
    ...response,
    body: replaceMember(body, 'order_id', JSON.stringify(signedId)),
    json: {...(json as object), order_id: signedId},
  };
}
