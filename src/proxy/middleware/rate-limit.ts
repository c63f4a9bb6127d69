import {type RouteName, routes} from '../../routes.js';
import {clientAddress, rateLimitKey} from '../core/client-address.js';
import {ProxyError} from '../core/errors.js';
import type {Middleware} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/timeouts.js';
import {memoryStore} from '../stores/memory.js';

const second = 1000;
/** Cooldown of reads when the API names none: it is known to throttle for minutes. Orders have none, to be tried again. */
const defaultCooldown = 30 * second;
/** Maximum cooldown, whatever the API says. */
const maxCooldown = 60 * 60 * second;

/**
 * Counts requests right before they reach the API, so that neither one buyer nor all together use up what the API allows
 * the partner. A route that the API throttles has a cooldown of the time that the API names. Cached responses are not
 * counted. Both limits answer 429 with `Retry-After`.
 *
 * While a shared store is away, an instance counts for itself, except for orders, which then fail.
 */
export function createRateLimit(settings: Settings, store: ProxyStore): Middleware {
  const {limits, now, trustedHops} = settings;
  const ownStore = memoryStore({now});
  const cooldowns = new Map<RouteName, {readonly since: number; readonly ms: number}>();

  /** Falls back to this instance's own store, except for orders. */
  async function withStore<Result>(
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

  async function cooldownLeft(route: RouteName): Promise<number> {
    const own = cooldowns.get(route);
    const left = own ? timeLeft(now(), own.since, own.ms) : 0;
    if (left > 0 || !store.isShared) return left;
    return Number((await withStore(route, store => store.get(`rest:${route}`))) ?? 0) - now();
  }

  /** Starts the cooldown of a route, and returns the error with its time. */
  async function coolDown(route: RouteName, error: ProxyError): Promise<ProxyError> {
    const isRead = routes[route].method === 'GET';
    const retryAfter = error.retryAfter ?? (isRead ? defaultCooldown : undefined);
    if (retryAfter === undefined) return error;
    const ms = Math.min(retryAfter, maxCooldown);
    cooldowns.set(route, {since: now(), ms});
    if (ms > 0 && store.isShared) await store.set(`rest:${route}`, String(now() + ms), ms).catch(() => {});
    return new ProxyError(error.status, error.code, error.message, {retryAfter: ms});
  }

  async function count(route: RouteName, client: string | undefined): Promise<void> {
    if (!limits) return;
    const {partner, buyer, window} = limits[route];
    const take = (key: string, limit: number) =>
      limit === Number.POSITIVE_INFINITY ? 0 : withStore(route, store => store.take(key, limit, window));
    const wait = client ? await take(`buyer:${route}:${client}`, buyer) : 0;
    if (wait > 0) throw tooMany('You have asked too often', wait, true);
    const waitOfAll = await take(`partner:${route}`, partner);
    if (waitOfAll > 0) throw tooMany('Too much is asked at the moment', waitOfAll);
  }

  return async function rateLimit(context, next) {
    const {route, request} = context;
    const wait = await cooldownLeft(route);
    if (wait > 0) throw tooMany('The API asks for a pause', wait);
    await count(route, rateLimitKey(clientAddress(request, trustedHops)));
    try {
      return await next(context);
    } catch (error) {
      throw error instanceof ProxyError && isThrottling(error) ? await coolDown(route, error) : error;
    }
  };
}

/** 403 is how the API is known to throttle bursts; with a code of the API's own it is about the request. */
function isThrottling({status, code}: ProxyError): boolean {
  return status === 429 || (status === 403 && code === 'rate_limited');
}

function tooMany(message: string, wait: number, isClientSpecific = false): ProxyError {
  return new ProxyError(429, 'rate_limited', message, {retryAfter: wait, isClientSpecific});
}
