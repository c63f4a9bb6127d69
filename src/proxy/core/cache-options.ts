import type {RouteName} from '../../routes.js';
import type {CacheTimes} from '../middleware/swr-cache.js';
import {completeOption} from '../refuse-option.js';

/** The routes whose answers are the same for every buyer. */
export type CatalogueRoute = Extract<
  RouteName,
  'listPaymentVias' | 'listBrands' | 'getHomepage' | 'listProducts' | 'getPrice'
>;

/** What is kept in memory, and for how long; times in milliseconds. */
export interface ProxyCache extends Readonly<Record<CatalogueRoute, CacheTimes>> {
  /** How long an order that was read is given again, so that many tabs and polls are one question. */
  readonly getOrder: number;
  /** How long a failure is given again before the API is asked again. */
  readonly errors: number;
  /** How long a listing without rows is believed. */
  readonly empty: number;
  /** How much memory the answers may take, in bytes. */
  readonly maxBytes: number;
}

export type ProxyCacheOptions = {readonly [Route in CatalogueRoute]?: Partial<CacheTimes>} & Partial<
  Pick<ProxyCache, 'getOrder' | 'errors' | 'empty' | 'maxBytes'>
>;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** What a coin costs changes by the second, what is on sale by the day. */
export const defaultCache: ProxyCache = {
  listPaymentVias: {fresh: minute, stale: 5 * minute, outage: day},
  listBrands: {fresh: 5 * minute, stale: hour, outage: day},
  getHomepage: {fresh: 5 * minute, stale: hour, outage: day},
  listProducts: {fresh: 30 * second, stale: 30 * second, outage: hour},
  getPrice: {fresh: 10 * second, stale: 10 * second, outage: 15 * minute},
  getOrder: 2 * second,
  errors: 2 * second,
  empty: 5 * second,
  maxBytes: 64 * 1024 * 1024,
};

/** Completes the `cache` option; undefined for `false`. Throws a `TypeError` that says what to set. */
export function checkCache(given: ProxyCacheOptions | false = {}): ProxyCache | undefined {
  if (given === false) return undefined;
  return completeOption('cache', given, defaultCache, {
    what: name => (name === 'maxBytes' ? 'bytes' : 'milliseconds'),
    isFit: value => value >= 0,
  });
}
