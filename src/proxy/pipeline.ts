import type {RouteName} from '../routes.js';
import {classifyOrigin, corsHeaders, isPreflight, preflightHeaders, rejectForeign} from './core/cors.js';
import {ProxyError} from './core/errors.js';
import {writeLog} from './core/log.js';
import {compose} from './core/middleware.js';
import type {Settings} from './core/options.js';
import {pickQuery} from './core/query.js';
import type {ProxyRequest} from './core/request.js';
import {errorResponse, type ProxyResponse} from './core/response.js';
import {createDateFormat, responseHeaders} from './core/response-headers.js';
import {routeRules} from './core/route-rules.js';
import {matchRoute, type RouteMatch} from './core/routes.js';
import {createOrderIdSigner} from './core/signed-order-id.js';
import {createCatalogueCache} from './middleware/catalogue-cache.js';
import {createCircuitBreakers} from './middleware/circuit-breakers.js';
import {createIdempotentOrder} from './middleware/idempotent-order.js';
import {createMetrics} from './middleware/metrics.js';
import {createOrderCache} from './middleware/order-cache.js';
import {createRateLimit} from './middleware/rate-limit.js';
import {createRequestBody} from './middleware/request-body.js';
import {createSignedOrderIds} from './middleware/signed-order-ids.js';
import {createStreamLimit} from './middleware/stream-limit.js';
import {guardStore} from './stores/guarded.js';
import {createFetchUpstream} from './upstream/fetch-upstream.js';

/** A response with all of its headers, for the platform to send. */
export interface RawResponse extends Pick<ProxyResponse, 'status' | 'body'> {
  /** Alternating names and values; each response has a list of its own. */
  readonly headers: string[];
}

/** Answers a request, at once where nothing has to be waited for. Never fails: every failure is a response. */
export type Pipeline = (request: ProxyRequest) => RawResponse | Promise<RawResponse>;

/** Key of the pipeline of a `CheckoutProxy`, for adapters. Registered, so that two bundled copies of this module share it. */
export const pipelineKey: unique symbol = Symbol.for('cr-checkout.respond');

/** What a `CheckoutProxy` also has. Left out of its type, so that the package ships no types of its insides. */
export interface WithPipeline {
  readonly [pipelineKey]: Pipeline;
}

/** Creates the proxy without its platform. To add middleware, put it into the list below, the outermost first. */
export function createPipeline(settings: Settings): Pipeline {
  const signer = createOrderIdSigner(settings.secrets);
  const store = guardStore(settings.store, settings);
  const streams = createStreamLimit(settings);
  const metrics = createMetrics();
  const formatDate = createDateFormat();
  const circuits = createCircuitBreakers(settings);
  const fetchUpstream = metrics.timed(createFetchUpstream(settings));
  const handle = compose(
    [
      createRequestBody(settings),
      // Outside of the store, which never holds a signed id or a key.
      createSignedOrderIds(signer),
      createIdempotentOrder(settings, settings.claims ? guardStore(settings.claims, settings) : store),
      createCatalogueCache(settings, store),
      createOrderCache(settings),
      circuits.rejectWhenOpen,
      streams.limitStreams,
      createRateLimit(settings, store),
    ],
    circuits.observe(fetchUpstream),
  );

  /** Answers by itself or by the middleware. Makes a promise only where something has to be waited for. */
  function answer(
    request: ProxyRequest,
    requestId: string,
    match: RouteMatch | undefined,
    origin: ReturnType<typeof classifyOrigin>,
  ): ProxyResponse | Promise<ProxyResponse> {
    if (!match) throw notFound();
    const {name, methods, parameters} = match;
    if (isPreflight(request)) {
      rejectForeign(origin);
      return {status: 204, headers: preflightHeaders(methods), body: null};
    }
    if (!methods.includes(request.method)) {
      const headers = {allow: methods.join(', ')};
      throw new ProxyError(405, 'method_not_allowed', `Use ${headers.allow}`, {headers});
    }
    if (name === 'health') return statusResponse(request, 200, {status: 'ok'});
    if (name === 'ready') return readiness(request);
    if (name === 'metrics') return renderMetrics(request);
    if (request.method !== 'GET') rejectForeign(origin);
    const query = pickQuery(request.query, routeRules[name].query);
    const work = handle({request, requestId, route: name, query, parameters});
    // It may be an order, or others may wait for it, so the platform must not stop when this client leaves.
    if (work instanceof Promise) request.connection.waitUntil?.(work.catch(() => {}));
    return work;
  }

  function renderMetrics({headers}: ProxyRequest): ProxyResponse {
    const {metrics: isAllowed} = settings;
    // Compared with true because a promise, of a function that is async by mistake, is no permission.
    if ((typeof isAllowed === 'function' ? isAllowed(headers) : isAllowed) !== true) throw notFound();
    const type = 'text/plain; version=0.0.4; charset=utf-8';
    return {status: 200, type, body: metrics.render(streams.count(), circuits)};
  }

  /** Stays 200 while the API is away: this instance can still serve catalogues. */
  async function readiness(request: ProxyRequest): Promise<ProxyResponse> {
    if (!(await store.isReachable())) return statusResponse(request, 503, {status: 'store_unavailable'});
    const api = circuits.isOpen('all') ? {api: 'unavailable'} : {};
    return statusResponse(request, 200, {status: 'ok', ...api});
  }

  return function pipeline(request) {
    const startedAt = settings.now();
    const requestId = crypto.randomUUID();
    const match = matchRoute(request.path, settings.basePath);
    const origin = classifyOrigin(request, settings);
    const route = isPreflight(request) ? 'preflight' : (match?.name ?? 'none');

    function finish(response: ProxyResponse, code?: string): RawResponse {
      const {status, body, cache} = response;
      const endedAt = settings.now();
      const ms = endedAt - startedAt;
      metrics.count({route, status, code, cache});
      const entry = {method: request.method, route, status, ms, requestId};
      writeLog(settings, code ? {...entry, code} : entry);
      const headers = responseHeaders(response, {
        requestId,
        ms,
        date: formatDate(endedAt),
        cacheControl: code ? 'no-store' : (response.cacheControl ?? cacheControlOf(route)),
        cors: corsHeaders(request, origin),
        variesByOrigin: settings.isAllowedOrigin !== undefined,
      });
      return {status, body, headers};
    }

    function fail(error: unknown): RawResponse {
      const known = error instanceof ProxyError ? error : new ProxyError(500, 'internal', 'The proxy failed');
      return finish(errorResponse(known, requestId), known.code);
    }

    try {
      const work = answer(request, requestId, match, origin);
      return work instanceof Promise ? work.then(response => finish(response), fail) : finish(work);
    } catch (error) {
      return fail(error);
    }
  };
}

function cacheControlOf(name: string): string {
  return name in routeRules ? routeRules[name as RouteName].cacheControl : 'no-store';
}

function notFound(): ProxyError {
  return new ProxyError(404, 'not_found', 'There is nothing at this address');
}

function statusResponse({method}: ProxyRequest, status: number, state: object): ProxyResponse {
  return {status, body: method === 'HEAD' ? null : JSON.stringify(state)};
}
