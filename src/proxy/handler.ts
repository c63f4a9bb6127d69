import type {Connection} from './core/connection.js';
import type {ProxyOptions} from './core/options.js';
import {askedOf} from './core/request.js';
import {streamOf} from './core/web-streams.js';
import {createRespond, type Respond} from './pipeline.js';
import {checkOptions} from './validate-options.js';

/** Where adapters of ours find the proxy behind its handler, also when a bundler has made two copies of this module. */
export const respondKey: unique symbol = Symbol.for('cr-checkout.respond');

/** Answers a request of a checkout. Never rejects: every failure is an answer. */
export interface CheckoutProxy {
  (request: Request, connection?: Connection): Promise<Response>;
  readonly [respondKey]: Respond;
}

/**
 * Makes the handler that a partner mounts on a server: it puts the partner's headers on what the checkout asks of the
 * API, lets nothing else through, and gives back only what the checkout needs.
 *
 * Errors are `{"error": {"code", "message", "requestId"}}` with 400, 403, 404, 405, 408, 413, 415, 422, 429, 502,
 * 503 or 504; what the API refuses keeps its status, and an answer of its with `problems` also its body.
 *
 * @throws {TypeError} when an option is missing or cannot be used; the message says what to set.
 * @example
 * const proxy = createProxy({partnerId: env.PARTNER_ID, appVersion: '1.0.0', secrets: [env.ORDER_SECRET]});
 * export default {fetch: request => proxy(request)};
 */
export function createProxy(options: ProxyOptions): CheckoutProxy {
  const respond = createRespond(checkOptions(options));

  async function proxy(request: Request, connection?: Connection): Promise<Response> {
    const {status, headers: list, body} = await respond(askedOf(request, connection ?? {}));
    const headers = new Headers();
    for (let at = 0; at < list.length; at += 2) headers.set(list[at]!, list[at + 1]!);
    // Workers would pack what is packed already, were they not told.
    const init = {status, headers, ...(headers.has('content-encoding') ? {encodeBody: 'manual'} : {})};
    const isFlow = body !== null && typeof body === 'object' && 'flowTo' in body;
    return new Response(isFlow ? streamOf(body, request.signal) : body, init);
  }

  return Object.assign(proxy, {[respondKey]: respond} as const);
}
