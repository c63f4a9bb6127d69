import type {ProxyResponse} from './response.js';

interface CommonHeaders {
  readonly requestId: string;
  /** Milliseconds that the proxy took. */
  readonly ms: number;
  /** When the response is made, in milliseconds since the epoch. */
  readonly time: number;
  readonly cors: Readonly<Record<string, string>>;
  readonly cacheControl: string;
}

/**
 * Returns all headers of a response as alternating names and values. Node takes such a list as it is; building an object
 * first was a large part of the cost of a cached response.
 */
export function responseHeaders(
  {headers: own = {}, body, cache}: ProxyResponse,
  {requestId, ms, time, cors, cacheControl}: CommonHeaders,
): string[] {
  const list = ['x-content-type-options', 'nosniff', 'x-request-id', requestId];
  list.push('date', new Date(time).toUTCString());
  list.push('cache-control', cacheControl);
  if (body !== null && !own['content-type']) list.push('content-type', 'application/json');
  if (cache) list.push('server-timing', `cache;desc=${cache}, total;dur=${ms}`);
  for (const name in own) {
    list.push(name, name === 'vary' && cors.vary ? `${own.vary}, ${cors.vary}` : own[name]!);
  }
  for (const name in cors) if (!(name in own)) list.push(name, cors[name]!);
  return list;
}
