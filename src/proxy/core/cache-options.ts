import type {RouteName} from '../../routes.js';

/** How long a cached response may be served, in milliseconds. */
export interface CacheTimes {
  /** Served at once, without a request to the API. */
  readonly fresh: number;
  /** After `fresh`, still served at once for so long, while it is read again. */
  readonly stale: number;
  /** Maximum age at which it is served when it cannot be read again. */
  readonly outage: number;
}

/** The routes whose responses are the same for every buyer. */
export type CatalogueRoute = Extract<
  RouteName,
  'listPaymentVias' | 'listBrands' | 'getHomepage' | 'listProducts' | 'getPrice'
>;

/** Times and sizes of the cache in memory; times in milliseconds. */
export interface ProxyCache extends Readonly<Record<CatalogueRoute, CacheTimes>> {
  /** How long an order is served from memory, so that many tabs and polls make one request. */
  readonly getOrder: number;
  /** How long a failure is repeated before the API is read again. */
  readonly errors: number;
  /** How long a listing without rows is fresh. */
  readonly empty: number;
  /** Memory for cached responses, in bytes. */
  readonly maxBytes: number;
}

export type ProxyCacheOptions = {readonly [Route in CatalogueRoute]?: Partial<CacheTimes>} & Partial<
  Pick<ProxyCache, 'getOrder' | 'errors' | 'empty' | 'maxBytes'>
>;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Prices of coins change by the second, catalogues by the day. */
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
