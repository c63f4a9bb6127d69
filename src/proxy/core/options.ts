import type {RouteName} from '../../routes.js';
import type {ProxyCache, ProxyCacheOptions} from './cache-options.js';
import type {ProxyLimitOptions, ProxyLimits} from './limit-options.js';
import type {ProxyStore} from './store.js';

/** Times in milliseconds. */
export interface ProxyTimeouts {
  /** For a connection to the API to stand, by `nodeHandler`; elsewhere the platform's own. Default 5000. */
  readonly connect: number;
  /** Until the answer to a GET begins, connection included; a large listing can take 20 seconds. Default 25000. */
  readonly headers: number;
  /** Between two pieces of the body of an answer to a GET. Default 10000. */
  readonly stall: number;
  /** For a whole answer to a GET, headers and body. Default 30000. */
  readonly read: number;
  /** For a whole answer to a POST: the API makes a wallet address meanwhile. Default 30000. */
  readonly order: number;
  /** Until the API has accepted an event stream; an open stream has no deadline. Default 10000. */
  readonly stream: number;
  /** Between two `heartbeat` events of a stream. Default 15000. */
  readonly heartbeat: number;
  /** For the body of a POST to arrive. Default 10000. */
  readonly body: number;
  /** How long an API that has stopped answering is left alone before one request tries it again. Default 10000. */
  readonly rest: number;
}

/** What is logged of one request: nothing personal, no order id, no query. */
export interface ProxyRequestEntry {
  readonly event?: undefined;
  readonly method: string;
  /** Name of the route, or `health`, `ready`, `metrics`, `preflight` or `none` (not on the list). */
  readonly route: string;
  readonly status: number;
  /** From the request's arrival until its answer could start; a stream's length is not in it. */
  readonly ms: number;
  readonly requestId: string;
  /** Code of the error that was answered, if one was. */
  readonly code?: string;
}

export type ProxyLogEntry = ProxyRequestEntry | ProxyStoreEntry | ProxyApiEntry;

/** What is logged of the store: the shared one cannot be reached, or can be again. */
export interface ProxyStoreEntry {
  readonly event: 'store_lost' | 'store_back';
}

/** What is logged of the API: it has stopped answering, on a route or altogether, or answers again. */
export interface ProxyApiEntry {
  readonly event: 'api_lost' | 'api_back';
  readonly route: RouteName | 'all';
}

export interface ProxyOptions {
  /** The partner's id (`X-Cr-Application`). The API sells without it too, and then the partner earns nothing. */
  readonly partnerId: string;
  /** The partner's own version (`X-Cr-Version`). */
  readonly appVersion: string;
  /** Base URL of the API. Default `https://api.cryptorefills.com`. */
  readonly upstream?: string;
  /** Path below which the routes are mounted, such as `/api/checkout`. Default `''`. */
  readonly basePath?: string;
  /** ISO 3166-1 alpha-2 country for a request that names none. Default `US`. */
  readonly defaultCountry?: string;
  /** Other origins whose pages may call this proxy, such as `https://shop.example`. Default `[]`: same origin only. */
  readonly allowedOrigins?: readonly string[];
  /** How many proxies in front of this one add to `X-Forwarded-For`. Default `0`: the header is not believed. */
  readonly trustedHops?: number;
  /**
   * Keys that nobody can guess (32 random bytes are right) and that bind order ids to this proxy: the first signs, all verify, so a new key is put
   * in front and the old one removed when its orders are over. Required unless `rawOrderIds` is true.
   */
  readonly secrets?: readonly string[];
  /** Lets the API's own order ids through unsigned, for partners who share ids between systems. Default `false`. */
  readonly rawOrderIds?: boolean;
  readonly timeouts?: Partial<ProxyTimeouts>;
  /** Where limits, idempotency keys and shared listings live. Default `memoryStore()`: this process. */
  readonly store?: ProxyStore;
  /** How often the API may be asked, by route; `false` counts nothing. */
  readonly limits?: ProxyLimitOptions | false;
  /** How long answers are kept, by route; `false` keeps nothing. */
  readonly cache?: ProxyCacheOptions | false;
  /**
   * Serves counts for Prometheus at `/metrics`: to all who can reach it, or to those whose headers the function says yes
   * to. Default `false`.
   */
  readonly metrics?: boolean | ((headers: Pick<Headers, 'get' | 'has'>) => boolean);
  /** Asks the API. Default: the platform's `fetch`; the sandbox fits here too. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
  /** Called once per request, and when the store or the API goes or comes back. Default: nothing is logged. */
  readonly log?: (entry: ProxyLogEntry) => void;
}

/** The options, checked and complete. */
export interface Settings
  extends Required<Omit<ProxyOptions, 'secrets' | 'rawOrderIds' | 'timeouts' | 'limits' | 'cache'>> {
  readonly secrets: readonly string[] | undefined;
  readonly timeouts: ProxyTimeouts;
  /** Whether the partner has chosen the `fetch`. */
  readonly hasOwnFetch: boolean;
  readonly limits: ProxyLimits | undefined;
  readonly cache: ProxyCache | undefined;
}
