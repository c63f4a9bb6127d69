import type {RouteName} from '../../routes.js';
import type {AllowedOrigins} from './allowed-origins.js';
import type {ProxyCache, ProxyCacheOptions} from './cache-options.js';
import type {ProxyLimitOptions, ProxyLimits} from './limit-options.js';
import type {ProxyStore} from './store.js';

/** Times in milliseconds. */
export interface ProxyTimeouts {
  /** Until a connection to the API is established, by `nodeHandler`; elsewhere the platform's own. Default 5000. */
  readonly connect: number;
  /** Until the response to a GET begins, connection included; a large listing can take 20 seconds. Default 25000. */
  readonly headers: number;
  /** Between two chunks of the body of the response to a GET. Default 10000. */
  readonly stall: number;
  /** For a whole response to a GET, headers and body. Default 30000. */
  readonly read: number;
  /** For a whole response to a POST: the API creates a wallet address meanwhile. Default 30000. */
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

/** The log entry of a request; holds nothing personal, no order id and no query. */
export interface ProxyRequestEntry {
  readonly event?: undefined;
  readonly method: string;
  /** Name of the route, or `health`, `ready`, `metrics`, `preflight` or `none` (no known route). */
  readonly route: string;
  readonly status: number;
  /** Milliseconds from the request's arrival until its response could start; a stream's duration is not included. */
  readonly ms: number;
  readonly requestId: string;
  /** Code of the error in the response; `undefined` if there was none. */
  readonly code?: string;
}

export type ProxyLogEntry = ProxyRequestEntry | ProxyStoreEntry | ProxyApiEntry;

/** The log entry of a shared store that cannot be reached, or can be reached again. */
export interface ProxyStoreEntry {
  readonly event: 'store_lost' | 'store_back';
}

/** The log entry of an API that has stopped answering, on a route or altogether, or answers again. */
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
  /**
   * Other origins whose pages may call this proxy, such as `https://shop.example`, or `https://*.shop.example` for all of
   * its subdomains; or a function that returns true for an origin. Default `[]`: same origin only.
   */
  readonly allowedOrigins?: AllowedOrigins;
  /** How many proxies in front of this one add to `X-Forwarded-For`. Default `0`: the header is ignored. */
  readonly trustedHops?: number;
  /**
   * Keys that cannot be guessed (32 random bytes are right) and that bind order ids to this proxy: the first signs, all
   * verify, so a new key is put in front and the old one removed when its orders are over. Required unless `rawOrderIds`
   * is true.
   */
  readonly secrets?: readonly string[];
  /** Passes the API's own order ids on unsigned, for partners who share ids between systems. Default `false`. */
  readonly rawOrderIds?: boolean;
  readonly timeouts?: Partial<ProxyTimeouts>;
  /** Where limits, idempotency keys and shared listings are stored. Default `memoryStore()`: this process. */
  readonly store?: ProxyStore;
  /**
   * The file in which one process keeps idempotency keys over a restart, such as `./cr-checkout-claims`, on platforms with
   * `node:fs`. It holds what buyers have ordered in the last day. Default `false`: a key does not survive a restart,
   * unless the store is shared.
   */
  readonly claims?: string | false;
  /** How many requests may reach the API, by route; `false` lifts all limits. */
  readonly limits?: ProxyLimitOptions | false;
  /** How long responses are cached, by route; `false` turns caching off. */
  readonly cache?: ProxyCacheOptions | false;
  /**
   * Lets any cache in front, such as a CDN or nginx, keep listings for their cache times, and browsers for a minute at most.
   * Default `false`: browsers alone keep them, and revalidate them.
   */
  readonly cdn?: boolean;
  /**
   * Serves counts for Prometheus at `/metrics`: to everybody, or to requests for whose headers the function returns true.
   * Default `false`.
   */
  readonly metrics?: boolean | ((headers: Pick<Headers, 'get' | 'has'>) => boolean);
  /** Sends requests to the API. Default: the platform's `fetch`; the sandbox fits here too. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Returns milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
  /** Called once per request, and when the store or the API is lost or back. Default: nothing is logged. */
  readonly log?: (entry: ProxyLogEntry) => void;
}

/** The options, validated and completed with defaults. */
export interface Settings
  extends Required<
    Omit<
      ProxyOptions,
      'secrets' | 'rawOrderIds' | 'allowedOrigins' | 'claims' | 'timeouts' | 'limits' | 'cache'
    >
  > {
  /** Keeps idempotency keys; `undefined` where the store does. */
  readonly claims: ProxyStore | undefined;
  /** `undefined` if no other origin is allowed. */
  readonly isAllowedOrigin: ((origin: string) => boolean) | undefined;
  /** `undefined` with `rawOrderIds`. */
  readonly secrets: readonly string[] | undefined;
  readonly timeouts: ProxyTimeouts;
  /** Whether the partner has set `fetch`. */
  readonly hasOwnFetch: boolean;
  /** `undefined` without limits. */
  readonly limits: ProxyLimits | undefined;
  /** `undefined` without a cache. */
  readonly cache: ProxyCache | undefined;
}

/** Names and defaults of `timeouts`. */
export const defaultTimeouts: ProxyTimeouts = {
  connect: 5_000,
  headers: 25_000,
  stall: 10_000,
  read: 30_000,
  order: 30_000,
  stream: 10_000,
  heartbeat: 15_000,
  body: 10_000,
  rest: 10_000,
};
