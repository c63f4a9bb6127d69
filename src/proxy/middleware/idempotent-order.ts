import {sha256} from '../core/digest.js';
import {ProxyError} from '../core/errors.js';
import type {Context, Handler, Middleware} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {orderIdOf} from '../core/order.js';
import type {ProxyResponse} from '../core/response.js';
import type {ProxyStore} from '../core/store.js';
import {hasProblems} from '../upstream/response.js';
import {type Attempt, createIdempotency} from './idempotency.js';
import type {OrderResult} from './idempotency-record.js';

/**
 * Creates one order per `Idempotency-Key`. The API knows no such key, so the proxy keeps it.
 *
 * - While the first request with a key runs, and for a day after it created an order, the same key and body get its
 *   response.
 * - The same key with another body is 422.
 * - A refusal is not remembered: problems, other 4xx, and failures before the request was sent. No order was created, so the
 *   buyer may correct the order or try again, with the same key or a new one.
 * - When it cannot be known whether an order was created (the API failed, timed out, broke off, or sent something that is
 *   no order), the error's code is `order_unknown`, and the same key gets the same error for the day: a second request
 *   could create a second order, and the order's id, by which it could be looked up, was in the missing response. The
 *   buyer decides: an order that was created announces itself by e-mail; a new key creates a new one.
 *
 * This holds for all instances that share the store. While the store cannot be reached, no order is created (503).
 *
 * Without a key each request is an order of its own, and the codes are the same.
 */
export function createIdempotentOrder({now, timeouts}: Settings, store: ProxyStore): Middleware {
  const maxDuration = timeouts.order + 5000;
  const idempotency = createIdempotency({store, now, maxDuration, lostResult: unknownOrder(502)});
  return (context, next) => (context.route === 'createOrder' ? createOnce(context, next) : next(context));

  async function createOnce(context: Context, next: Handler): Promise<ProxyResponse> {
    const run = () => createOrder(() => next(context));
    const key = keyOf(context.request);
    const result =
      key === null
        ? (await run()).result
        : await idempotency.once(key, await sha256(JSON.stringify(context.body)), run);
    if (!result) {
      throw new ProxyError(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another order');
    }
    if ('error' in result) throw result.error;
    return result;
  }
}

async function createOrder(send: () => ProxyResponse | Promise<ProxyResponse>): Promise<Attempt> {
  try {
    const {status, body, json} = await send();
    const result = {status, body: String(body)};
    if (orderIdOf(result.body, json) !== undefined) return {result, isFinal: true};
    return hasProblems(json) ? {result, isFinal: false} : {result: unknownOrder(502), isFinal: true};
  } catch (error) {
    if (error instanceof ProxyError && !error.mayHaveActed) return {result: {error}, isFinal: false};
    const status = error instanceof ProxyError && error.status === 504 ? 504 : 502;
    return {result: unknownOrder(status), isFinal: true};
  }
}

function unknownOrder(status: 502 | 504): OrderResult {
  const message =
    'The API did not say whether the order was made; ask again with a new Idempotency-Key to make another';
  return {error: new ProxyError(status, 'order_unknown', message)};
}

/** Returns the key of a request; null if it has none. */
function keyOf({headers}: Context['request']): string | null {
  const key = headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ProxyError(
      400,
      'invalid_idempotency_key',
      'Idempotency-Key must be 1 to 255 printable characters',
    );
  }
  return key;
}
