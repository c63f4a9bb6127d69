import type {RouteName} from '../routes.js';
import {
  corsHeaders,
  isPreflight,
  preflightHeaders,
  refuseForeign,
  type Source,
  sourceOf,
} from './core/cors.js';
import {type Answer, errorAnswer, ProxyError} from './core/errors.js';
import {tell} from './core/log.js';
import {chain} from './core/middleware.js';
import type {Settings} from './core/options.js';
import type {Asked} from './core/request.js';
import {answerHeaders, createDateWriter} from './core/response-headers.js';
import {pickQuery, routeRules} from './core/route-rules.js';
import {type Match, matchRoute} from './core/routes.js';
import {createOrderHandles} from './core/signed-order-id.js';
import {createCatalogueCache} from './middleware/catalogue-cache.js';
import {createApiCircuits} from './middleware/circuit-breakers.js';
import {createOrderOnce} from './middleware/idempotent-order.js';
import {createMetrics} from './middleware/metrics.js';
import {createOrderCache} from './middleware/order-cache.js';
import {createLimits} from './middleware/rate-limit.js';
import {createRequestBody} from './middleware/request-body.js';
import {createOrderIds} from './middleware/signed-order-ids.js';
import {createOpenStreams} from './middleware/stream-limit.js';
import {watchStore} from './stores/guarded.js';
import {createAskApi} from './upstream/fetch-upstream.js';

/** Answers what was asked, headers and all. Never rejects. */
export type Respond = (asked: Asked) => Promise<Given>;

export interface Given extends Pick<Answer, 'status' | 'body'> {
  /** Names and values in turn; a list of its own for each answer. */
  readonly headers: string[];
}

/** The proxy without the platform: from what is asked to what is answered. */
export function createRespond(settings: Settings): Respond {
  const handles = createOrderHandles(settings.secrets);
  const dateOf = createDateWriter();
  const streams = createOpenStreams(settings);
  const metrics = createMetrics();
  const circuits = createApiCircuits(settings);
  const store = watchStore(settings.store, settings);
  const askApi = chain(
    [
      createRequestBody(settings),
      createOrderOnce(settings, store),
      createOrderIds(handles),
      createCatalogueCache(settings, store),
      createOrderCache(settings),
      circuits.refuseOpen,
      streams.countStreams,
      createLimits(settings, store),
    ],
    circuits.watched(metrics.timed(createAskApi(settings, handles))),
  );

  function answer(
    asked: Asked,
    requestId: string,
    match: Match | undefined,
    source: Source,
  ): Answer | Promise<Answer> {
    if (!match) throw notFound();
    const {name, methods, parameters} = match;
    if (isPreflight(asked)) {
      refuseForeign(source);
      return {status: 204, headers: preflightHeaders(methods), body: null};
    }
    if (!methods.includes(asked.method)) {
      const headers = {allow: methods.join(', ')};
      throw new ProxyError(405, 'method_not_allowed', `Use ${headers.allow}`, {headers});
    }
    if (name === 'health') return state(asked, 200, {status: 'ok'});
    if (name === 'ready') return readiness(asked);
    if (name === 'metrics') return metricsFor(asked);
    if (asked.method !== 'GET') refuseForeign(source);
    const query = pickQuery(new URLSearchParams(asked.query), routeRules[name].query);
    const work = askApi({request: asked, requestId, route: name, query, parameters});
    // It may be an order, or others may wait for it: a platform must not stop when this buyer leaves.
    if (work instanceof Promise) asked.connection.waitUntil?.(work.catch(() => {}));
    return work;
  }

  function metricsFor({headers}: Asked): Answer {
    const {metrics: isAllowed} = settings;
    // A promise is not yet a yes.
    if ((typeof isAllowed === 'function' ? isAllowed(headers) : isAllowed) !== true) throw notFound();
    const type = {'content-type': 'text/plain; version=0.0.4; charset=utf-8'};
    return {status: 200, headers: type, body: metrics.render(streams.count(), circuits)};
  }

  /** An API that is away is no reason to take this instance away, which still has the catalogues. */
  async function readiness(asked: Asked): Promise<Answer> {
    if (!(await store.isReachable())) return state(asked, 503, {status: 'store_unavailable'});
    return state(asked, 200, {status: 'ok', ...(circuits.isOpen('all') ? {api: 'unavailable'} : {})});
  }

  return async function respond(asked) {
    const startedAt = settings.now();
    const requestId = crypto.randomUUID();
    const match = matchRoute(asked.path, settings.basePath);
    const source = sourceOf(asked, settings);
    let code: string | undefined;
    let given: Answer;
    try {
      const work = answer(asked, requestId, match, source);
      given = work instanceof Promise ? await work : work;
    } catch (error) {
      const known = error instanceof ProxyError ? error : new ProxyError(500, 'internal', 'The proxy failed');
      code = known.code;
      given = errorAnswer(known, requestId);
    }
    const endedAt = settings.now();
    const ms = endedAt - startedAt;
    const route = isPreflight(asked) ? 'preflight' : (match?.name ?? 'none');
    metrics.count({route, status: given.status, code, cache: given.cache});
    const entry = {method: asked.method, route, status: given.status, ms, requestId};
    tell(settings, code ? {...entry, code} : entry);
    const cors = corsHeaders(asked, source, settings);
    const cacheControl = code ? 'no-store' : cacheControlOf(route);
    const told = {requestId, ms, date: dateOf(endedAt), cors, cacheControl};
    return {status: given.status, body: given.body, headers: answerHeaders(given, told)};
  };
}

function cacheControlOf(name: string): string {
  return name in routeRules ? routeRules[name as RouteName].cacheControl : 'no-store';
}

function notFound(): ProxyError {
  return new ProxyError(404, 'not_found', 'There is nothing at this address');
}

function state({method}: Asked, status: number, said: object): Answer {
  return {status, body: method === 'HEAD' ? null : JSON.stringify(said)};
}
