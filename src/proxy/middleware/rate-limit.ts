import {type RouteName, routes} from '../../routes.js';
import {clientNetworks} from '../core/client-address.js';
import {isRefusal, ProxyError} from '../core/errors.js';
import type {RouteLimit} from '../core/limit-options.js';
import type {Middleware} from '../core/middleware.js';
import type {Networks} from '../core/networks.js';
import type {Settings} from '../core/options.js';
import type {ProxyStore} from '../core/store.js';
import type {GuardedStore} from '../stores/guarded.js';
import {memoryStore} from '../stores/memory.js';
import {budgetsFor} from './budgets.js';
import {
  admissionOf,
  type Throttle,
  type ThrottledBuyer,
  withAnswer,
  withProbe,
  withRefusal,
} from './throttle.js';
import {createThrottles} from './throttles.js';

const second = 1000;
/** How long a throttled buyer waits when the API names no time: it is known to throttle reads for minutes. */
const defaultWait = 30 * second;
/** The longest wait, whatever the API says. */
const maxWait = 60 * 60 * second;

/**
 * Counts requests right before they reach the API, so that neither one buyer, nor a network, nor all together use up what
 * the API allows the partner. A buyer whom the API throttles waits for as long as it says; the others rest for a moment,
 * until a request of one of them has found out whether it means them too. Cached responses are not counted. All of these
 * answer 429 with `Retry-After`.
 *
 * While a shared store is away, an instance counts for itself, except for orders, which then fail.
 */
export function createRateLimit(settings: Settings, store: GuardedStore): Middleware {
  const {limits, now, trustedHops} = settings;
  const ownStore = memoryStore({now});
  const throttles = createThrottles(store, now, (route, key) => withStore(route, each => each.get(key)));

  /** Falls back to this instance's own store, except for orders. */
  async function withStore<Result>(
    route: RouteName,
    work: (store: Required<ProxyStore>) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work(store);
    } catch (error) {
      if (route === 'createOrder') throw error;
      return work(ownStore);
    }
  }

  /** Registers that the API has throttled a buyer, and returns the error with the time to wait. */
  async function throttled(
    route: RouteName,
    buyer: ThrottledBuyer,
    isProbe: boolean,
    error: ProxyError,
  ): Promise<ProxyError> {
    // An order that names no time may be tried again at once.
    const retryAfter = error.retryAfter ?? (routes[route].method === 'GET' ? defaultWait : undefined);
    if (retryAfter === undefined) return error;
    const ms = Math.min(retryAfter, maxWait);
    if (ms > 0) {
      const refusal = {ms, isProbe, now: now()};
      await throttles.set(route, withRefusal(await throttles.get(route), buyer, refusal));
    }
    return new ProxyError(error.status, error.code, error.message, {retryAfter: ms, isClientSpecific: true});
  }

  async function count(route: RouteName, limit: RouteLimit, networks: Networks | undefined): Promise<void> {
    let shortest = Number.POSITIVE_INFINITY;
    for (const budgets of budgetsFor(route, limit, networks)) {
      const wait =
        budgets.length > 0 ? await withStore(route, each => each.takeAll(budgets, limit.window)) : 0;
      if (wait === 0) return;
      shortest = Math.min(shortest, wait);
    }
    // Another buyer may still have a free slot where this one has none.
    throw tooMany('Too much is asked at the moment', shortest, networks !== undefined);
  }

  /** Throws if a buyer has to wait; returns whether the request is a probe. */
  function admit(throttle: Throttle, buyer: ThrottledBuyer): boolean {
    const {wait, isOwn, isProbe} = admissionOf(throttle, buyer, now());
    if (wait > 0) throw tooMany('The API asks for a pause', wait, isOwn);
    return isProbe;
  }

  return async function rateLimit(context, next) {
    const {route, request} = context;
    const networks = clientNetworks(request, trustedHops);
    const buyer = {buyer: networks?.buyer ?? '', network: networks?.around.at(-1) ?? ''};
    admit(await throttles.get(route), buyer);
    if (limits) await count(route, limits[route], networks);
    // Again, as another request may have become the probe meanwhile, for which the others wait.
    // Nothing is awaited in between where the throttles are this process's own.
    const found = throttles.get(route);
    const throttle = found instanceof Promise ? await found : found;
    const isProbe = admit(throttle, buyer);
    if (isProbe) await throttles.set(route, withProbe(throttle, now()));
    const answered = async () => {
      if (isProbe) await throttles.set(route, withAnswer(await throttles.get(route), now()));
    };
    try {
      const response = await next(context);
      await answered();
      return response;
    } catch (error) {
      if (error instanceof ProxyError && isThrottling(error))
        throw await throttled(route, buyer, isProbe, error);
      if (error instanceof ProxyError && isRefusal(error)) await answered();
      throw error;
    }
  };
}

/** 403 is how the API is known to throttle bursts; with a code of the API's own it is about the request. */
function isThrottling({status, code}: ProxyError): boolean {
  return status === 429 || (status === 403 && code === 'rate_limited');
}

function tooMany(message: string, wait: number, isClientSpecific: boolean): ProxyError {
  return new ProxyError(429, 'rate_limited', message, {retryAfter: wait, isClientSpecific});
}
