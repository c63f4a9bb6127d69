import {type RouteName, routes} from '../../routes.js';
import {buyerAddress, buyerOf} from '../core/client-address.js';
import {ProxyError, retryAfter} from '../core/errors.js';
import type {Stage} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/time-left.js';
import {memoryStore} from '../stores/memory.js';

const second = 1000;
/** How long reads rest when the API does not say: it is known to go on refusing for minutes. An order may be tried again. */
const usualRest = 30 * second;
/** How long a route rests at the most, whatever is said. */
const longestRest = 60 * 60 * second;

/**
 * Stands right before the API and counts what goes there, so that neither one buyer nor all together use up what the API
 * allows the partner; a route that the API itself has closed rests for as long as it said. What the caches answer costs
 * nothing. Both are 429 with `Retry-After`.
 *
 * Without the shared store an instance counts for itself, except for orders, of which none is made then.
 */
export function createLimits(settings: Settings, store: ProxyStore): Stage {
  const {limits, now, trustedHops} = settings;
  const ownStore = memoryStore({now});
  const rests = new Map<RouteName, {readonly since: number; readonly ms: number}>();

  async function shared<Result>(
    route: RouteName,
    work: (store: ProxyStore) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work(store);
    } catch (error) {
      if (route === 'createOrder') throw error;
      return work(ownStore);
    }
  }

  async function waitFor(route: RouteName): Promise<number> {
    const own = rests.get(route);
    const left = own ? timeLeft(now(), own.since, own.ms) : 0;
    if (left > 0 || !store.isShared) return left;
    return Number((await shared(route, store => store.get(`rest:${route}`))) ?? 0) - now();
  }

  /** Begins the rest, and answers the error as it is to be told. */
  async function rest(route: RouteName, error: ProxyError): Promise<ProxyError> {
    const said = error.headers['retry-after'];
    if (said === undefined && routes[route].method !== 'GET') return error;
    const ms = Math.min(said === undefined ? usualRest : Number(said) * second, longestRest);
    rests.set(route, {since: now(), ms});
    if (ms > 0 && store.isShared) await store.set(`rest:${route}`, String(now() + ms), ms).catch(() => {});
    return new ProxyError(error.status, error.code, error.message, {headers: retryAfter(ms)});
  }

  async function take(route: RouteName, buyer: string | undefined): Promise<void> {
    if (!limits) return;
    const {partner, buyer: perBuyer, window} = limits[route];
    const place = (key: string, limit: number) =>
      limit === Number.POSITIVE_INFINITY ? 0 : shared(route, store => store.take(key, limit, window));
    const wait = buyer ? await place(`buyer:${route}:${buyer}`, perBuyer) : 0;
    if (wait > 0) throw tooMany('You have asked too often', wait, true);
    const waitOfAll = await place(`partner:${route}`, partner);
    if (waitOfAll > 0) throw tooMany('Too much is asked at the moment', waitOfAll);
  }

  return async function countCalls(call, next) {
    const {route} = call;
    const wait = await waitFor(route);
    if (wait > 0) throw tooMany('The API asks for a pause', wait);
    await take(route, buyerOf(buyerAddress(call.request, trustedHops)));
    try {
      return await next(call);
    } catch (error) {
      throw error instanceof ProxyError && closesRoute(error) ? await rest(route, error) : error;
    }
  };
}

/** 403 is how the API is known to answer bursts; with a reason of its own it is about what was asked. */
function closesRoute({status, code}: ProxyError): boolean {
  return status === 429 || (status === 403 && code === 'rate_limited');
}

function tooMany(message: string, wait: number, concernsBuyer = false): ProxyError {
  return new ProxyError(429, 'rate_limited', message, {headers: retryAfter(wait), concernsBuyer});
}
