import {digestOf} from '../core/digest.js';
import {type Answer, ProxyError} from '../core/errors.js';
import type {Call, Next, Stage} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {ProxyStore} from '../core/store.js';
import {hasProblems} from '../upstream/response.js';
import {type Attempt, createIdempotency} from './idempotency.js';
import type {Outcome} from './idempotency-record.js';

/**
 * One `Idempotency-Key`, one order: the API knows no such key, so the proxy keeps it.
 *
 * - While the first request with a key runs, and for a day after it made an order, the same key and body get its answer.
 * - The same key with another body is 422.
 * - A refusal is not remembered: problems, other 4xx, and failures before anything was sent. No order was made, so the
 *   buyer may correct the order or try again, with the same key or a new one.
 * - When it cannot be known whether an order was made (the API failed, timed out, broke off, or answered something that
 *   is no order), the error's code is `order_unknown`, and the same key gets that same answer for the day: a second
 *   request could be a second order, and nothing can be looked up, for the order's id was in the answer that is missing.
 *   The buyer decides: an order that was made announces itself by e-mail; a new key makes a new one.
 *
 * All that holds for every instance that shares the store. Where the store cannot be reached, no order is made (503).
 *
 * Without a key each request is an order of its own, and the codes are the same.
 */
export function createOrderOnce({now, timeouts}: Settings, store: ProxyStore): Stage {
  const longest = timeouts.order + 5000;
  const idempotency = createIdempotency({store, now, longest, lost: unknownOrder(502)});
  return (call, next) => (call.route === 'createOrder' ? orderOnce(call, next) : next(call));

  async function orderOnce(call: Call, next: Next): Promise<Answer> {
    const attempt = () => makeOrder(() => next(call));
    const key = keyOf(call.request);
    const outcome =
      key === null
        ? (await attempt()).outcome
        : await idempotency.once(key, await digestOf(JSON.stringify(call.body)), attempt);
    if (!outcome) {
      throw new ProxyError(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another order');
    }
    if ('error' in outcome) throw outcome.error;
    return outcome;
  }
}

async function makeOrder(ask: () => Answer | Promise<Answer>): Promise<Attempt> {
  try {
    const {status, body, json} = await ask();
    const outcome = {status, body: String(body)};
    if (isOrder(json)) return {outcome, isFinal: true};
    return hasProblems(json) ? {outcome, isFinal: false} : {outcome: unknownOrder(502), isFinal: true};
  } catch (error) {
    if (error instanceof ProxyError && !error.mayHaveActed) return {outcome: {error}, isFinal: false};
    const status = error instanceof ProxyError && error.status === 504 ? 504 : 502;
    return {outcome: unknownOrder(status), isFinal: true};
  }
}

function isOrder(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'order_id' in json && Boolean(json.order_id);
}

function unknownOrder(status: 502 | 504): Outcome {
  const message =
    'The API did not say whether the order was made; ask again with a new Idempotency-Key to make another';
  return {error: new ProxyError(status, 'order_unknown', message)};
}

function keyOf(request: Call['request']): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ProxyError(
      400,
      'invalid_idempotency_key',
      'Idempotency-Key must be 1 to 255 printable characters',
    );
  }
  return key;
}
