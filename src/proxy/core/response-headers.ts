import type {ProxyResponse} from './response.js';

interface CommonHeaders {
  readonly requestId: string;
  /** Milliseconds that the proxy took. */
  readonly ms: number;
  /** When the response is made, as an HTTP date. */
  readonly date: string;
  readonly cacheControl: string;
  /** Alternating names and values. */
  readonly cors: readonly string[];
  /** Whether pages of other origins may get another response. */
  readonly variesByOrigin: boolean;
}

/**
 * Returns all headers of a response as alternating names and values. Node takes such a list as it is; building an object
 * first was a large part of the cost of a cached response.
 */
export function responseHeaders(
  {headers: own, body, type = 'application/json', cache, vary}: ProxyResponse,
  {requestId, ms, date, cacheControl, cors, variesByOrigin}: CommonHeaders,
): string[] {
  const list = ['x-content-type-options', 'nosniff', 'x-request-id', requestId, 'date', date];
  list.push('cache-control', cacheControl);
  if (body !== null) list.push('content-type', type);
  if (cache) list.push('server-timing', `cache;desc=${cache}, total;dur=${ms}`);
  if (variesByOrigin) list.push('vary', vary ? `${vary}, Origin` : 'Origin');
  else if (vary) list.push('vary', vary);
  if (own) list.push(...own);
  list.push(...cors);
  return list;
}

/** Creates a function that formats a time as an HTTP date (RFC 9110, 5.6.7). Remembers the last, which lasts for a second. */
export function createDateFormat(): (time: number) => string {
  let second = Number.NaN;
  let text = '';
  return time => {
    const current = Math.floor(time / 1000);
    if (current !== second) [second, text] = [current, new Date(time).toUTCString()];
    return text;
  };
}
