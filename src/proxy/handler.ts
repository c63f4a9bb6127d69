import {createAskApi} from './ask-api.js';
import {type Connection, chain} from './call.js';
import {checkOptions} from './check-options.js';
import {createMemoryIdempotency} from './idempotency.js';
import {type Match, matchRoute} from './match-route.js';
import type {ProxyLogEntry, ProxyOptions, Settings} from './options.js';
import {createOrderHandles} from './order-handle.js';
import {createOrderIds} from './order-ids.js';
import {createOrderOnce} from './order-once.js';
import {corsHeaders, isPreflight, preflightHeaders, refuseForeign, type Source, sourceOf} from './origin.js';
import {type Answer, errorAnswer, ProxyError} from './proxy-error.js';
import {requestBody} from './request-body.js';
import {pickQuery, routeRules} from './route-rules.js';

/** Answers a request of a checkout. Never rejects: every failure is an answer. */
export type CheckoutProxy = (request: Request, connection?: Connection) => Promise<Response>;

/**
 * Makes the handler that a partner mounts on a server: it puts the partner's headers on what the checkout asks of the
 * API, lets nothing else through, and gives back only what the checkout needs. It keeps nothing but the idempotency
 * keys of the last day, in memory, with the answers that they got.
 *
 * Errors are `{"error": {"code", "message", "requestId"}}` with 400, 403, 404, 405, 413, 415, 422, 429, 502 or 504;
 * what the API refuses keeps its status, and an answer of its with `problems` also its body.
 *
 * @throws {TypeError} when an option is missing or cannot be used; the message says what to set.
 * @example
 * const proxy = createProxy({partnerId: env.PARTNER_ID, appVersion: '1.0.0', secrets: [env.ORDER_SECRET]});
 * export default {fetch: request => proxy(request)};
 */
export function createProxy(options: ProxyOptions): CheckoutProxy {
  const settings = checkOptions(options);
  const handles = createOrderHandles(settings.secrets);
  const askApi = chain(
    [requestBody, createOrderOnce(createMemoryIdempotency(settings.now)), createOrderIds(handles)],
    createAskApi(settings, handles),
  );

  async function answer({request, connection, requestId, match, source}: Arrival): Promise<Answer> {
    if (!match || !isPlain(connection.target, request.url)) {
      throw new ProxyError(404, 'not_found', 'There is nothing at this address');
    }
    const {name, methods, parameters} = match;
    if (isPreflight(request)) {
      refuseForeign(source);
      return {status: 204, headers: preflightHeaders(methods), body: null};
    }
    if (!methods.includes(request.method)) {
      const headers = {allow: methods.join(', ')};
      throw new ProxyError(405, 'method_not_allowed', `Use ${headers.allow}`, {headers});
    }
    if (name === 'health') return {status: 200, body: request.method === 'HEAD' ? null : '{"status":"ok"}'};
    if (request.method !== 'GET') refuseForeign(source);
    const {query: allowed, cacheControl} = routeRules[name];
    const query = pickQuery(new URL(request.url).searchParams, allowed);
    const given = await askApi({request, connection, requestId, route: name, query, parameters});
    return {...given, headers: {'cache-control': cacheControl, ...given.headers}};
  }

  return async function proxy(request, connection = {}) {
    const startedAt = settings.now();
    const requestId = crypto.randomUUID();
    const match = matchRoute(new URL(request.url).pathname, settings.basePath);
    const source = sourceOf(request, settings);
    let code: string | undefined;
    const {status, headers, body} = await answer({request, connection, requestId, match, source}).catch(
      error => {
        const known =
          error instanceof ProxyError ? error : new ProxyError(500, 'internal', 'The proxy failed');
        code = known.code;
        return errorAnswer(known, requestId);
      },
    );
    const endedAt = settings.now();
    logSafely(settings, {
      method: request.method,
      route: isPreflight(request) ? 'preflight' : (match?.name ?? 'none'),
      status,
      ms: endedAt - startedAt,
      requestId,
      ...(code ? {code} : {}),
    });
    return new Response(body, {
      status,
      headers: {
        ...(body === null ? {} : {'content-type': 'application/json'}),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': requestId,
        date: new Date(endedAt).toUTCString(),
        ...corsHeaders(request, source, settings),
        ...headers,
      },
    });
  };
}

interface Arrival {
  readonly request: Request;
  readonly connection: Connection;
  readonly requestId: string;
  readonly match: Match | undefined;
  readonly source: Source;
}

/** A log that throws must not cost a buyer the answer to an order. */
function logSafely({log}: Settings, entry: ProxyLogEntry): void {
  try {
    log(entry);
  } catch {}
}

/** False when the target on the wire was tidied up on its way into the URL: dot segments, backslashes, a whole URL. */
function isPlain(target: string | undefined, url: string): boolean {
  return target === undefined || target.split('?', 1)[0] === new URL(url).pathname;
}
