import type {RouteName} from '../routes.js';
import {answerHeaders, createDateWriter} from './answer-headers.js';
import {createApiCircuits} from './api-circuits.js';
import {createAskApi} from './ask-api.js';
import type {Asked} from './asked.js';
import {chain} from './call.js';
import {createCatalogueCache} from './catalogue-cache.js';
import {createLimits} from './limits.js';
import {type Match, matchRoute} from './match-route.js';
import {createMetrics} from './metrics.js';
import {createOpenStreams} from './open-streams.js';
import type {Settings} from './options.js';
import {createOrderCache} from './order-cache.js';
import {createOrderHandles} from './order-handle.js';
import {createOrderIds} from './order-ids.js';
import {createOrderOnce} from './order-once.js';
import {corsHeaders, isPreflight, preflightHeaders, refuseForeign, type Source, sourceOf} from './origin.js';
import {type Answer, errorAnswer, ProxyError} from './proxy-error.js';
import {createRequestBody} from './request-body.js';
import {pickQuery, routeRules} from './route-rules.js';
import {tell} from './tell.js';
import {watchStore} from './watched-store.js';

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
