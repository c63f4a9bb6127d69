import type {RouteName} from '../../routes.js';
import type {ProxyTimeouts} from './options.js';

export interface RouteRule {
  /** Query parameters that are passed on; all others are dropped. */
  readonly query: readonly string[];
  readonly timeout: keyof ProxyTimeouts;
  readonly cacheControl: string;
}

const product = ['family_name', 'brand_name', 'coin', 'payment_method', 'lang', 'promo_code'];
const price = ['brand_name', 'country_code', 'face_value', 'coin', 'promo_code'];

/** The rule of each route. Browsers may store catalogues if they revalidate them, and nothing else. */
export const routeRules: Readonly<Record<RouteName, RouteRule>> = {
  listPaymentVias: {query: [], timeout: 'read', cacheControl: 'private, no-cache'},
  listBrands: {query: ['country_code'], timeout: 'read', cacheControl: 'private, no-cache'},
  getHomepage: {query: ['country_code'], timeout: 'read', cacheControl: 'private, no-cache'},
  listProducts: {query: product, timeout: 'read', cacheControl: 'private, no-cache'},
  getPrice: {query: price, timeout: 'read', cacheControl: 'no-store'},
  validateOrder: {query: [], timeout: 'order', cacheControl: 'no-store'},
  createOrder: {query: [], timeout: 'order', cacheControl: 'no-store'},
  getOrder: {query: [], timeout: 'read', cacheControl: 'no-store'},
  subscribeOrder: {query: [], timeout: 'stream', cacheControl: 'no-cache, no-store, no-transform'},
};

const mebibyte = 1024 * 1024;

/** Returns how many bytes a response of the API may have on a route, decompressed. The largest known listing has 0.4 MB. */
export function maxResponseSize(route: RouteName): number {
  return route.startsWith('list') || route === 'getHomepage' ? 8 * mebibyte : mebibyte;
}
