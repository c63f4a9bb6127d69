import {ProxyError} from './errors.js';
import type {Settings} from './options.js';
import type {Asked} from './request.js';

/** Where a request comes from, as its browser says; `none` when there is no browser, or it has nothing to say. */
export type Source = 'none' | 'own' | 'allowed' | 'foreign';

/**
 * Tells the proxy's own pages from others. `Sec-Fetch-Site` is the browser's word and no page can write it; without it
 * the origin is compared with the request's URL, its `Host` and, behind trusted proxies, `X-Forwarded-Host`.
 */
export function sourceOf(request: Asked, {allowedOrigins, trustedHops}: Settings): Source {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin === null) return site === 'cross-site' ? 'foreign' : 'none';
  if (allowedOrigins.includes(origin)) return 'allowed';
  if (site === 'same-origin') return 'own';
  return ownOrigins(request, trustedHops).has(origin) ? 'own' : 'foreign';
}

function ownOrigins(request: Asked, trustedHops: number): ReadonlySet<string> {
  const [scheme = '', host] = request.origin.split('://');
  const forwarded = (name: string) => (trustedHops > 0 ? lastOf(request.headers.get(name)) : undefined);
  const hosts = [host, request.headers.get('host'), forwarded('x-forwarded-host')];
  // TLS often ends in front of us, so the page may be on https where the request came by http. The reverse must be said.
  const schemes = [scheme, 'https', forwarded('x-forwarded-proto')];
  return new Set(hosts.flatMap(name => (name ? schemes.map(scheme => `${scheme}://${name}`) : [])));
}

function lastOf(list: string | null): string | undefined {
  return list?.split(',').at(-1)?.trim();
}

export function refuseForeign(source: Source): void {
  if (source === 'foreign') {
    throw new ProxyError(403, 'foreign_origin', 'Pages of this origin may not use this proxy');
  }
}

/** What lets a page of an allowed origin read the answer. */
export function corsHeaders(request: Asked, source: Source, settings: Settings): Record<string, string> {
  if (settings.allowedOrigins.length === 0) return {};
  if (source !== 'allowed') return {vary: 'Origin'};
  return {
    vary: 'Origin',
    'access-control-allow-origin': request.headers.get('origin') ?? '',
    'access-control-expose-headers': 'Age, Date, Retry-After, Server-Timing, Warning, X-Request-Id',
  };
}

/** A preflight is an OPTIONS request that names an origin and the method that it asks for. */
export function isPreflight({method, headers}: Asked): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}

export function preflightHeaders(methods: readonly string[]): Record<string, string> {
  return {
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-max-age': '7200',
  };
}
