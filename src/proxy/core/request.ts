import type {OpenEvents} from '../upstream/open-stream.js';
import type {Leaving} from './client-signal.js';
import type {Connection} from './connection.js';
import type {ApiClient} from './upstream-client.js';

/**
 * What the proxy reads of a request. A `Request` gives it, and so does Node's own request without becoming one, which
 * is most of the cost of a small answer.
 */
export interface Asked {
  readonly method: string;
  /** The path as it stood on the wire, undecoded; empty when it is known to have been tidied up on its way. */
  readonly path: string;
  /** What follows the `?`, undecoded. */
  readonly query: string;
  /** Scheme and host that were asked, such as `https://shop.example`. */
  readonly origin: string;
  readonly headers: Pick<Headers, 'get' | 'has'>;
  readonly buyer: Leaving;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly connection: Connection;
  /** How the platform opens event streams best, where that is not by `fetch`. */
  readonly openEvents?: OpenEvents;
  /** How the platform asks best, where that is not by `fetch`. */
  readonly client?: ApiClient;
}

export function askedOf(request: Request, connection: Connection): Asked {
  const {pathname, search, origin} = new URL(request.url);
  const {target} = connection;
  return {
    method: request.method,
    // Dot segments, backslashes and whole URLs are gone from `pathname` and still stand in the target.
    path: target === undefined || target.split('?', 1)[0] === pathname ? pathname : '',
    query: search.slice(1),
    origin,
    headers: request.headers,
    get buyer() {
      return request.signal;
    },
    get body() {
      return request.body;
    },
    connection,
  };
}
