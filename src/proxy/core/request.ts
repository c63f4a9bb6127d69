import type {ClientSignal} from './client-signal.js';
import type {StreamOpener, UpstreamClient} from './upstream-client.js';

/** Facts that the platform knows about a request and that are not part of the request itself. */
export interface Connection {
  /** Address of the peer: the buyer, or the nearest proxy when `trustedHops` is above 0. */
  readonly remoteAddress?: string | undefined;
  /** The request target as sent on the wire, where the platform shows it: the URL of a `Request` is normalized. */
  readonly target?: string | undefined;
  /** Keeps the platform running after the response was sent or the buyer has left, where it would stop: Workers. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/**
 * The parts of a request that the proxy reads. Node's own request implements it directly, which avoids building a
 * `Request`, the main cost of a cached response.
 */
export interface ProxyRequest {
  readonly method: string;
  /** The path as sent on the wire, not decoded; empty when it is known to have been normalized on its way. */
  readonly path: string;
  /** The query without its `?`, not decoded. */
  readonly query: string;
  /** Scheme and host of the request's URL, such as `https://shop.example`. */
  readonly origin: string;
  readonly headers: Pick<Headers, 'get' | 'has'>;
  readonly signal: ClientSignal;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly connection: Connection;
  /** Opens event streams by the platform's own client; `undefined` where `fetch` does it. */
  readonly openStream?: StreamOpener;
  /** Sends requests by the platform's own client; `undefined` where `fetch` does it. */
  readonly upstreamClient?: UpstreamClient;
}

/** Adapts a `Request`. */
export function proxyRequestFrom(request: Request, connection: Connection): ProxyRequest {
  const {pathname, search, origin} = new URL(request.url);
  const {target} = connection;
  return {
    method: request.method,
    // `pathname` lacks dot segments, backslashes and a whole URL that the target still has.
    path: target === undefined || target.split('?', 1)[0] === pathname ? pathname : '',
    query: search.slice(1),
    origin,
    headers: request.headers,
    get signal() {
      return request.signal;
    },
    get body() {
      return request.body;
    },
    connection,
  };
}
