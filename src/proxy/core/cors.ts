import {ProxyError} from './errors.js';
import type {Settings} from './options.js';
import type {ProxyRequest} from './request.js';

/** Where a request comes from, by its browser's headers; `none` for requests without `Origin` that are not cross-site. */
export type RequestOrigin = 'none' | 'own' | 'allowed' | 'foreign';

/** Characters; no origin is longer. */
const maxLength = 300;

/**
 * Distinguishes the proxy's own pages from others. Pages cannot set `Sec-Fetch-Site`, so it is trusted where present; otherwise
 * the origin is compared with the request's URL, its `Host` and, behind trusted proxies, `X-Forwarded-Host`.
 */
export function classifyOrigin(
  request: ProxyRequest,
  {isAllowedOrigin, trustedHops}: Settings,
): RequestOrigin {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin === null) return site === 'cross-site' ? 'foreign' : 'none';
  if (origin.length <= maxLength && isAllowedOrigin?.(origin)) return 'allowed';
  if (site === 'same-origin') return 'own';
  return ownOrigins(request, trustedHops).has(origin) ? 'own' : 'foreign';
}

function ownOrigins(request: ProxyRequest, trustedHops: number): ReadonlySet<string> {
  const [scheme = '', host] = request.origin.split('://');
  const forwarded = (name: string) => (trustedHops > 0 ? lastOf(request.headers.get(name)) : undefined);
  const hosts = [host, request.headers.get('host'), forwarded('x-forwarded-host')];
  // TLS often ends in front of the proxy, so https is accepted for a request that arrived by http; not the reverse.
  const schemes = [scheme, 'https', forwarded('x-forwarded-proto')];
  return new Set(hosts.flatMap(name => (name ? schemes.map(scheme => `${scheme}://${name}`) : [])));
}

function lastOf(list: string | null): string | undefined {
  return list?.split(',').at(-1)?.trim();
}

/** Throws 403 for a page that may not use this proxy. */
export function rejectForeign(origin: RequestOrigin): void {
  if (origin === 'foreign') {
    throw new ProxyError(403, 'foreign_origin', 'Pages of this origin may not use this proxy');
  }
}

const none: readonly string[] = [];

/** Returns the headers that let a page of an allowed origin read the response, as alternating names and values. */
export function corsHeaders(request: ProxyRequest, origin: RequestOrigin): readonly string[] {
  if (origin !== 'allowed') return none;
  return [
    'access-control-allow-origin',
    request.headers.get('origin') ?? '',
    'access-control-expose-headers',
    'Age, Date, Retry-After, Server-Timing, Warning, X-Request-Id',
  ];
}

/** Returns whether a request is a CORS preflight: OPTIONS with an origin and the method that will be used. */
export function isPreflight({method, headers}: ProxyRequest): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}

/** Returns the headers of the response to a preflight, as alternating names and values. */
export function preflightHeaders(methods: readonly string[]): readonly string[] {
  return [
    'access-control-allow-methods',
    methods.join(', '),
    'access-control-allow-headers',
    'content-type, idempotency-key, x-cr-order-key',
    'access-control-max-age',
    '7200',
  ];
}
