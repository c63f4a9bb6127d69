import {LRUCache} from 'lru-cache';
import {ProxyError} from '../core/errors.js';
import {setMember} from '../core/json-text.js';
import type {Context, Handler, Middleware} from '../core/middleware.js';
import {orderIdOf} from '../core/order.js';
import type {ProxyResponse} from '../core/response.js';
import type {OrderIdSigner} from '../core/signed-order-id.js';
import {withheldOrder} from '../core/withheld-order.js';

/** Ids that are known to be signed; an id has less than 200 characters. */
const maxVerified = 5000;

/**
 * Binds orders to this proxy. A new order gets its signed id and its key. Another request's id must be one that this proxy
 * signed (404), and the API must respond with that order and no other (502). Without the order's key in `X-Cr-Order-Key`
 * the response shows how the order stands and how to pay it, and withholds what was delivered and to whom.
 */
export function createSignedOrderIds(signer: OrderIdSigner): Middleware {
  // An order is polled, and computing its signature is half of what a poll costs.
  const verified = new LRUCache<string, string>({max: maxVerified});
  // By the parsed response, which the order cache keeps for a moment: an order may hold codes, so nothing keeps it longer.
  const withheld = new WeakMap<object, string>();

  return (context, next) => {
    const {orderId: signedOrderId} = context.parameters;
    if (signedOrderId !== undefined) return existing(context, signedOrderId, next);
    return context.route === 'createOrder' ? created(context, next) : next(context);
  };

  async function created(context: Context, next: Handler): Promise<ProxyResponse> {
    const response = await next(context);
    const body = String(response.body);
    const orderId = orderIdOf(body, JSON.parse(body));
    if (orderId === undefined) return response;
    const withId = setMember(body, 'order_id', JSON.stringify(await signer.sign(orderId)));
    const key = await signer.keyOf(orderId);
    return {...response, body: key ? setMember(withId, 'order_key', JSON.stringify(key)) : withId};
  }

  function withheldOnce(body: string, json: object): string {
    const text = withheld.get(json) ?? withheldOrder(body);
    withheld.set(json, text);
    return text;
  }

  async function existing(context: Context, signedOrderId: string, next: Handler): Promise<ProxyResponse> {
    const orderId = verified.get(signedOrderId) ?? (await signer.verify(signedOrderId));
    if (orderId === undefined) throw new ProxyError(404, 'not_found', 'There is no such order');
    verified.set(signedOrderId, orderId);
    const parameters = {...context.parameters, orderId};
    const response = await next({...context, signedOrderId, parameters});
    const {body, json, status} = response;
    if (typeof body !== 'string') return response;
    const found = orderIdOf(body, json);
    if (found !== orderId && (found !== undefined || (signer.isSigning && status < 400))) {
      throw new ProxyError(502, 'bad_api_answer', 'The API answered with another order');
    }
    if (found === undefined) return response;
    const hasKey = await signer.isKeyOf(orderId, context.request.headers.get('x-cr-order-key'));
    const shown = hasKey ? body : withheldOnce(body, Object(json));
    // A text, also of a number: browsers keep no more than 17 digits of one.
    return {...response, body: setMember(shown, 'order_id', JSON.stringify(signedOrderId))};
  }
}
