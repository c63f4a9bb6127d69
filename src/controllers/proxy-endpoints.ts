import {createApi} from '../api/client.js';
import type {ApiOptions} from '../api/create-call.js';
import type {Fetch} from '../api/request-json.js';
import type {OrderSource} from './order-subscription.js';

/** Where and how the proxy is reached. */
export interface ProxyOptions {
  /** Absolute base of the proxy. */
  readonly proxyUrl: string;
  /** Template of the event stream with `{orderId}`, or '' for the proxy's own route. */
  readonly subscribeUrl: string;
  /** Replaces the page's `fetch`. Orders are polled then, because an `EventSource` would bypass it. */
  readonly fetch: Fetch | undefined;
}

/** Receives the server's time, in milliseconds since 1970, from a response that no cache has kept. */
type OnDate = (serverTime: number) => void;

/** Returns the options of a client whose requests end with `signal`. */
export function apiOptions(
  {proxyUrl, fetch = (...request) => globalThis.fetch(...request)}: ProxyOptions,
  onDate: OnDate,
  signal: AbortSignal,
): ApiOptions {
  return {proxyUrl, fetch, signal, onDate};
}

/** Returns where an order is tracked. Its reads end with the tracking, not with the client: they outlive a refresh. */
export function orderSource(options: ProxyOptions, onDate: OnDate): OrderSource {
  return {
    getOrder: (orderId, signal) => createApi(apiOptions(options, onDate, signal)).getOrder(orderId),
    streamUrl: orderId => streamUrl(options, orderId),
    channelName: orderId => `cr-checkout:${options.proxyUrl}:${orderId}`,
  };
}

/** Returns the URL of an order's event stream; `undefined` if the page has a `fetch` of its own. */
export function streamUrl(
  {proxyUrl, subscribeUrl, fetch}: ProxyOptions,
  orderId: string,
): string | undefined {
  if (fetch) return undefined;
  const template = subscribeUrl || `${proxyUrl.replace(/\/+$/, '')}/v5/orders/{orderId}/subscribe`;
  return template.replace('{orderId}', encodeURIComponent(orderId));
}
