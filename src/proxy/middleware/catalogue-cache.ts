import type {RouteName} from '../../routes.js';
import {type Answer, type CacheOutcome, isRefusal, ProxyError} from '../core/errors.js';
import type {Call, Next, Stage} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {routeRules} from '../core/route-rules.js';
import type {ProxyStore} from '../core/store.js';
import {timeLeft} from '../core/time-left.js';
import {isNamed, type KeptAnswer, keepAnswer} from './cached-response.js';
import {createEncodingChoice, platformPackers} from './compression.js';
import {type CacheTimes, createRereadCache, type Reading} from './swr-cache.js';

interface Listing extends KeptAnswer {
  readonly status: number;
}

/**
 * Catalogue and prices are the same for every buyer, so they are read once for all: fresh, then stale while they are read
 * again, then for as long as an outage may last. The key is made of checked values only.
 */
export function createCatalogueCache({cache, now}: Settings, store: ProxyStore): Stage {
  if (!cache) return (call, next) => next(call);
  const {maxBytes, errors, empty} = cache;
  const packers = platformPackers();
  const choose = createEncodingChoice(packers);
  // Half as much again for the packed forms.
  const weigh = ({bytes}: Listing) => bytes.byteLength * 1.5;
  const reader = createRereadCache({maxBytes, errors, patience: 2000, now}, weigh);

  async function keep({route}: Call, {status, body, readAt}: SharedListing): Promise<Reading<Listing>> {
    const hasTag = routeRules[route].cacheControl !== 'no-store';
    const value = {...(await keepAnswer(body, packers, hasTag)), status};
    if (status !== 200) return {value, readAt, fresh: errors};
    return route !== 'getPrice' && isEmpty(body) ? {value, readAt, fresh: empty} : {value, readAt};
  }

  /** What another instance has read, where there are others. */
  async function recall(key: string): Promise<SharedListing | undefined> {
    if (!store.isShared) return undefined;
    try {
      return JSON.parse((await store.get(`listing:${key}`)) ?? '');
    } catch {
      return undefined;
    }
  }

  async function ask(call: Call, next: Next): Promise<SharedListing> {
    const {status, body, json} = await next(call);
    const shared = withoutBuyers(json);
    const text = shared === json ? String(body) : JSON.stringify(shared);
    return {status, body: text, readAt: now()};
  }

  async function load(call: Call, next: Next, {fresh, outage}: CacheTimes): Promise<Reading<Listing>> {
    const key = keyOf(call);
    const known = await recall(key);
    const isWithin = (ms: number) => known && timeLeft(now(), known.readAt, ms) > 0;
    if (known && isWithin(fresh)) return keep(call, known);
    try {
      const listing = await ask(call, next);
      const reading = await keep(call, listing);
      if (store.isShared && reading.fresh === undefined) {
        await store.set(`listing:${key}`, JSON.stringify(listing), outage).catch(() => {});
      }
      return reading;
    } catch (error) {
      const isOutage = error instanceof ProxyError && !isRefusal(error);
      if (known && isOutage && isWithin(outage)) return keep(call, known);
      throw error;
    }
  }

  return (call, next) => {
    const times = timesOf(call.route, cache);
    if (!times) return next(call);
    const key = keyOf(call);
    const found = reader.fresh(key, times);
    if (!found) return read(call, next, key, times);
    // Most requests end here, so nothing of this waits for anything.
    return answerOf(found.value, call, {age: now() - found.readAt, outcome: 'hit'}, choose);
  };

  async function read(call: Call, next: Next, key: string, times: CacheTimes): Promise<Answer> {
    const [{value, readAt}, outcome] = await reader.read(key, times, () => {
      const work = load(call, next, times);
      call.request.connection.waitUntil?.(work.catch(() => {}));
      return work;
    });
    const isOld = outcome === 'miss' && now() >= readAt + times.fresh;
    return answerOf(value, call, {age: now() - readAt, outcome: isOld ? 'outage' : outcome}, choose);
  }
}

/** A listing as instances share it: text, and when it was read. */
interface SharedListing {
  readonly status: number;
  readonly body: string;
  readonly readAt: number;
}

/** None for orders, whose one time is the order cache's own. */
function timesOf(route: RouteName, cache: NonNullable<Settings['cache']>): CacheTimes | undefined {
  const known: Readonly<Partial<Record<RouteName, CacheTimes | number>>> = cache;
  const times = known[route];
  return typeof times === 'object' ? times : undefined;
}

/** Query keys come in the order of the route's rule, whatever order they were sent in. */
function keyOf({route, parameters, query}: Call): string {
  let key = `${route} ${parameters.country ?? ''}`;
  // Values hold no control characters.
  for (const [name, value] of query) key += `\n${name}=${value}`;
  return key;
}

interface Given {
  /** Milliseconds. */
  readonly age: number;
  readonly outcome: CacheOutcome;
}

function answerOf(
  listing: Listing,
  {request}: Call,
  {age, outcome}: Given,
  choose: (accepted: string | null) => string | undefined,
): Answer | Promise<Answer> {
  const asked = request.headers;
  const {status, etag} = listing;
  const headers: Record<string, string> = {
    age: String(Math.max(0, Math.floor(age / 1000))),
    vary: 'Accept-Encoding',
  };
  if (etag) headers.etag = etag;
  // RFC 9111 has given up `Warning`, but nothing has taken its place that people know.
  if (outcome === 'stale') headers.warning = '110 - "Response is Stale"';
  if (outcome === 'outage') headers.warning = '111 - "Revalidation Failed"';
  if (status === 200 && etag && isNamed(etag, asked.get('if-none-match'))) {
    return {status: 304, headers, body: null, cache: outcome};
  }
  const encoding = choose(asked.get('accept-encoding'));
  const packed = encoding && listing.packed(encoding);
  if (!encoding || !packed) return {status, headers, body: listing.bytes, cache: outcome};
  headers['content-encoding'] = encoding;
  if (!(packed instanceof Promise)) return {status, headers, body: packed, cache: outcome};
  return packed.then(body => ({status, headers, body, cache: outcome}));
}

/** The brand list has a field for what its reader has bought: empty without an account, and never to be shown to others. */
function withoutBuyers(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('last_user_purchases' in json)) return json;
  const bought = json.last_user_purchases;
  return Array.isArray(bought) && bought.length === 0 ? json : {...json, last_user_purchases: []};
}

/** No list in it has anything: the API is known to answer so for a while where it has brands. */
function isEmpty(json: string): boolean {
  return !/\[\s*[^\]\s]/.test(json);
}
