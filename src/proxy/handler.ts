import type {ProxyOptions} from './core/options.js';
import {type Connection, proxyRequestFrom} from './core/request.js';
import {toReadableStream} from './core/web-streams.js';
import {createPipeline, pipelineKey} from './pipeline.js';
import {validateOptions} from './validate-options.js';

/** Answers a request of a checkout. Never rejects: every failure is a response. */
export interface CheckoutProxy {
  (request: Request, connection?: Connection): Promise<Response>;
  /** Path below which the routes are mounted; empty by default. */
  readonly basePath: string;
}

/**
 * Creates the handler that a partner mounts on a server. It adds the partner's headers to the checkout's requests to the
 * API, lets no other requests through, and returns only what the checkout needs.
 *
 * Errors are `{"error": {"code", "message", "requestId"}}` with 400, 403, 404, 405, 408, 413, 415, 422, 429, 502, 503 or
 * 504. Refusals of the API keep their status, and those with `problems` also their body.
 *
 * @throws {TypeError} when an option is missing or cannot be used; the message says what to set.
 * @example
 * const proxy = createProxy({partnerId: env.PARTNER_ID, appVersion: '1.0.0', secrets: [env.ORDER_SECRET]});
 * export default {fetch: request => proxy(request)};
 */
export function createProxy(options: ProxyOptions): CheckoutProxy {
  const settings = validateOptions(options);
  const pipeline = createPipeline(settings);

  async function proxy(request: Request, connection?: Connection): Promise<Response> {
    const {status, headers: list, body} = await pipeline(proxyRequestFrom(request, connection ?? {}));
    const headers = new Headers();
    for (let at = 0; at < list.length; at += 2) headers.set(list[at]!, list[at + 1]!);
    // Without `encodeBody`, Workers would compress again what is already compressed.
    const init = {status, headers, ...(headers.has('content-encoding') ? {encodeBody: 'manual'} : {})};
    const isStream = body !== null && typeof body === 'object' && 'writeTo' in body;
    return new Response(isStream ? toReadableStream(body, request.signal) : body, init);
  }

  return Object.assign(proxy, {[pipelineKey]: pipeline, basePath: settings.basePath} as const);
}
