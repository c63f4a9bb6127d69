import type {RouteName} from '../../routes.js';
import {ProxyError} from './errors.js';
import {isDecimal, isGarbled} from './field-rules.js';
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

/** Characters. */
const maxValueLength = 200;

/**
 * Picks the allowed parameters that have a value, each once, in the order of `allowed`.
 *
 * @throws {ProxyError} 400 `invalid_query` for a value that is too long or malformed.
 */
export function pickQuery(given: URLSearchParams, allowed: readonly string[]): ReadonlyMap<string, string> {
  const picked = new Map<string, string>();
  for (const key of allowed) {
    const value = given.get(key);
    if (!value) continue;
    if (value.length > maxValueLength) reject(`${key} must have at most ${maxValueLength} characters`);
    if (isGarbled(value)) reject(`${key} must not hold control characters`);
    if (key === 'face_value' && !isDecimal(value)) reject('face_value must be a decimal amount');
    if (key === 'country_code' && !/^[A-Za-z]{2}$/.test(value)) reject('country_code must be two letters');
    const accepted = key === 'lang' ? languageOf(value) : value;
    if (accepted) picked.set(key, key === 'country_code' ? value.toUpperCase() : accepted);
  }
  return picked;
}

/** Languages of the API's texts, and those of its site. */
const languages = new Set('ar de en es fr hi id it ko pl pt tl tr vi zh'.split(' '));

/** Returns the language of a tag such as `pt-BR`; `undefined` if the API does not know it, which then responds in English. */
function languageOf(tag: string): string | undefined {
  const [language = ''] = tag.toLowerCase().split(/[-_]/, 1);
  return languages.has(language) ? language : undefined;
}

function reject(message: string): never {
  throw new ProxyError(400, 'invalid_query', message);
}
