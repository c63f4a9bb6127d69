import type {RouteName} from '../../routes.js';
import type {CacheTimes} from '../core/cache-options.js';
import {isRefusal, ProxyError} from '../core/errors.js';
import {replaceMember} from '../core/json-text.js';
import type {Context, Handler, Middleware} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {CacheOutcome, ProxyResponse} from '../core/response.js';
import {routeRules} from '../core/route-rules.js';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/timeouts.js';
import {
  type CachedResponse,
  createCachedResponse,
  etagMatches,
  etagOf,
  type Representation,
} from './cached-response.js';
import {cdnCacheControl} from './cdn-headers.js';
import {createEncodingSelector, platformEncoders} from './compression.js';
import {createOfferedValues} from './offered-values.js';
import {createSharedListings, isByCountry, type SharedListing} from './shared-listings.js';
import {type CachedValue, createSwrCache, type SwrCache} from './swr-cache.js';

interface Listing {
  readonly response: CachedResponse;
  readonly status: number;
}

/**
 * Parts of the memory: nothing that a buyer makes up evicts a listing by country, and no query that the API does not offer
 * evicts one that it does.
 */
const parts = {byCountry: 1 / 2, offered: 3 / 8, other: 1 / 8};

/**
 * Caches catalogues and prices, which are the same for every buyer: fresh, then stale while they are read again, then for
 * as long as an outage may last. Instances with a shared store also share listings. Keys are made of checked values only.
 */
export function createCatalogueCache({cache, cdn, now}: Settings, store: ProxyStore): Middleware {
  if (!cache) return (context, next) => next(context);
  const {maxBytes, errors, empty} = cache;
  const encoders = platformEncoders();
  const select = createEncodingSelector(encoders);
  // Compressed copies take up to half as much again.
  const sizeOf = ({response}: Listing) => response.body.length * 1.5;
  const offers = createOfferedValues();
  const shared = createSharedListings(store);
  const openCache = (part: number) =>
    createSwrCache({maxBytes: Math.floor(maxBytes * part), errors, maxWait: 2000, now}, sizeOf);
  const caches = {
    byCountry: openCache(parts.byCountry),
    offered: openCache(parts.offered),
    other: openCache(parts.other),
  };

  function cacheOf(context: Context): SwrCache<Listing> {
    if (isByCountry(context.route)) return caches.byCountry;
    return offers.isOffered(context) ? caches.offered : caches.other;
  }

  async function toCached(
    context: Context,
    {status, body, readAt}: SharedListing,
  ): Promise<CachedValue<Listing>> {
    const {route} = context;
    offers.learn(context, {status, body});
    const etag = routeRules[route].cacheControl === 'no-store' ? undefined : await etagOf(body);
    const value = {response: createCachedResponse(body, encoders, etag), status};
    if (status !== 200) return {value, readAt, fresh: errors};
    return route !== 'getPrice' && isEmpty(body) ? {value, readAt, fresh: empty} : {value, readAt};
  }

  async function load(context: Context, next: Handler, times: CacheTimes): Promise<CachedValue<Listing>> {
    const {route} = context;
    const key = keyOf(context);
    const isShared = isByCountry(route) || offers.isOffered(context);
    const found = isShared ? await shared.read(route, key) : undefined;
    const isWithin = (age: number) => found && timeLeft(now(), found.readAt, age) > 0;
    if (found && isWithin(times.fresh)) return toCached(context, found);
    try {
      const response = await next(context);
      const listing = {status: response.status, body: withoutPurchases(response), readAt: now()};
      const cached = await toCached(context, listing);
      if (isShared && cached.fresh === undefined) await shared.write(route, key, listing, times.outage);
      return cached;
    } catch (error) {
      const isOutage = error instanceof ProxyError && !isRefusal(error);
      if (found && isOutage && isWithin(times.outage)) return toCached(context, found);
      throw error;
    }
  }

  function answer(
    context: Context,
    {value, readAt, fresh = Number.POSITIVE_INFINITY}: CachedValue<Listing>,
    cache: CacheOutcome,
    times: CacheTimes,
  ): ProxyResponse | Promise<ProxyResponse> {
    const age = Math.max(0, now() - readAt);
    const {status, response} = value;
    const isPublic = cdn && status === 200 && context.route !== 'getPrice';
    const toResponse = ({body, headers}: Representation, sent = status): ProxyResponse => {
      const all = [...headers];
      if (!isPublic) all.push('age', String(Math.floor(age / 1000)));
      const warning = warnings[cache];
      if (warning) all.push('warning', warning);
      const common = {
        status: sent,
        headers: all,
        body: sent === 304 ? null : body,
        cache,
        vary: 'Accept-Encoding',
      };
      if (!isPublic) return common;
      return {...common, cacheControl: cdnCacheControl({...times, fresh: Math.min(times.fresh, fresh)}, age)};
    };
    const {headers} = context.request;
    const {etag} = response;
    if (status === 200 && etag && etagMatches(etag, headers.get('if-none-match'))) {
      return toResponse(response, 304);
    }
    const found = response.encoded(select(headers.get('accept-encoding')));
    return found instanceof Promise ? found.then(late => toResponse(late)) : toResponse(found);
  }

  async function read(
    context: Context,
    next: Handler,
    key: string,
    times: CacheTimes,
  ): Promise<ProxyResponse> {
    const [cached, outcome] = await cacheOf(context).read(key, times, () => {
      const work = load(context, next, times);
      context.request.connection.waitUntil?.(work.catch(() => {}));
      return work;
    });
    const isOld = outcome === 'miss' && now() >= cached.readAt + times.fresh;
    return answer(context, cached, isOld ? 'outage' : outcome, times);
  }

  return (context, next) => {
    const times = timesOf(context.route, cache);
    if (!times) return next(context);
    const key = keyOf(context);
    const found = cacheOf(context).fresh(key, times);
    if (!found) return read(context, next, key, times);
    // Most requests end here, so this path makes no promises.
    return answer(context, found, 'hit', times);
  };
}

/** Returns the cache times of a route; `undefined` for orders, whose single time is for the order cache. */
function timesOf(route: RouteName, cache: NonNullable<Settings['cache']>): CacheTimes | undefined {
  const known: Readonly<Partial<Record<RouteName, CacheTimes | number>>> = cache;
  const times = known[route];
  return typeof times === 'object' ? times : undefined;
}

/** Builds the cache key. Query parameters have the order of the route's rule, and values hold no line feeds. */
function keyOf({route, parameters, query}: Context): string {
  let key = `${route} ${parameters.country ?? ''}`;
  for (const [name, value] of query) key += `\n${name}=${value}`;
  return key;
}

/** RFC 9111 has dropped `Warning`, but has nothing in its place. */
const warnings: Readonly<Partial<Record<CacheOutcome, string>>> = {
  stale: '110 - "Response is Stale"',
  outage: '111 - "Revalidation Failed"',
};

/** Empties the list of what the reader of a brand list has bought, which must not be shown to other buyers. */
function withoutPurchases({body, json}: ProxyResponse): string {
  const text = String(body);
  if (typeof json !== 'object' || json === null || !('last_user_purchases' in json)) return text;
  const purchases = json.last_user_purchases;
  const isEmptyList = Array.isArray(purchases) && purchases.length === 0;
  return isEmptyList ? text : replaceMember(text, 'last_user_purchases', '[]');
}

/** Returns whether a JSON text has no list with an item: the API is known to send that for a while where it has brands. */
function isEmpty(text: string): boolean {
  return !/\[\s*[^\]\s]/.test(text);
}
