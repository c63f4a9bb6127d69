import type {Fetch} from '../api/request-json.js';

/** Where and how the proxy is reached. */
export interface ProxyOptions {
  /** Absolute base of the proxy. */
  readonly proxyUrl: string;
  /** Template of the event stream with `{orderId}`, or '' for the proxy's own route. */
  readonly subscribeUrl: string;
  /** Replaces the page's `fetch`. Orders are polled then, because an `EventSource` would bypass it. */
  readonly fetch: Fetch | undefined;
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

/** Returns the name of the channel that elements and tabs share which track an order of the same proxy. */
export function channelName({proxyUrl}: Pick<ProxyOptions, 'proxyUrl'>, orderId: string): string {
  return `cr-checkout:${proxyUrl}:${orderId}`;
}
