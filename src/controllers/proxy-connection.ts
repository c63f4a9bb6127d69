import {type Api, createApi} from '../api/client.js';
import type {ApiOptions} from '../api/create-call.js';
import {FetchEventStream} from '../api/fetch-event-stream.js';
import type {Fetch} from '../api/request-json.js';
import type {Order} from '../domain/types.js';
import type {Environment} from './environment.js';
import {OrderStorage, type OrderStorageKind} from './order-storage.js';
import type {OrderSource} from './order-subscription.js';
import {channelName, type ProxyOptions, streamUrl} from './proxy-endpoints.js';
import {type PageRequestOptions, withPageHeaders} from './request-headers.js';
import {withResumableOrders} from './resumable-orders.js';
import {ServerClock} from './server-clock.js';
import {sharedEventSources} from './shared-event-source.js';

export interface ConnectionOptions extends ProxyOptions, PageRequestOptions {
  /** Whether orders are remembered in this browser. */
  readonly isRemembering: boolean;
  /** Preselected brand: an element with one comes back to its own open order alone. */
  readonly brand?: string | undefined;
  /** Order that the page opens, and the key that opens what is delivered with it; '' for none. */
  readonly orderId?: string;
  readonly orderKey?: string;
  readonly environment: Environment;
}

/** A checkout's connection to its proxy: the client, the server's clock, and the storage of its orders. */
export class ProxyConnection {
  #options: ConnectionOptions | undefined;
  /** Ends the requests of the present client. */
  #life = new AbortController();

  /** Keys of orders that were created here, by order id: kept while the element lives, remembered or not. */
  #keys = new Map<string, string>();

  readonly clock = new ServerClock(() => this.environment.now());

  /** The client of every call; `undefined` until the first options. */
  api: Api | undefined;

  get isConfigured(): boolean {
    return this.#options !== undefined;
  }

  /** The page's own key. */
  get orderKey(): string | undefined {
    return this.#options?.orderKey;
  }

  get isClosed(): boolean {
    return this.#life.signal.aborted;
  }

  /** The page's environment; a page with headers of its own has streams that send them. */
  get environment(): Environment {
    const {environment, headers, credentials} = this.#required;
    return headers || credentials ? {...environment, createEventSource: this.#openStream} : environment;
  }

  /** Where orders are tracked. Its reads end with the tracking, not with the client: they outlive a refresh. */
  get orderSource(): OrderSource {
    const options = this.#required;
    return {
      getOrder: (orderId, signal) =>
        createApi(this.#apiOptions(signal)).getOrder(orderId, {key: this.keyOf(orderId)}),
      streamUrl: orderId => streamUrl(options, orderId),
      channelName: orderId => channelName(options, orderId),
    };
  }

  /** @param needsClient Whether requests go elsewhere, or by other means. */
  configure(options: ConnectionOptions, needsClient = true) {
    this.#options = options;
    if (needsClient) this.reconnect();
  }

  /** Makes a new client and ends the requests of the old one. */
  reconnect() {
    this.close();
    this.#life = new AbortController();
    const api = createApi(this.#apiOptions(this.#life.signal));
    const attempt = this.storage('attempt');
    this.api = attempt ? withResumableOrders(api, attempt, this.environment) : api;
  }

  /** Ends the requests of the client. */
  close() {
    this.#life.abort();
  }

  /** Returns the storage of a kind; `undefined` if the page wants nothing remembered. */
  storage(kind: OrderStorageKind): OrderStorage | undefined {
    const {proxyUrl, brand, environment, isRemembering} = this.#required;
    const name = kind === 'open' && brand ? `${proxyUrl} ${brand}` : proxyUrl;
    return isRemembering ? new OrderStorage(name, environment, kind) : undefined;
  }

  /** Keeps the key of an order that was created here. */
  keepKey({id, key}: Pick<Order, 'id' | 'key'>) {
    if (key) this.#keys.set(id, key);
  }

  /** Returns the key of an order: of one created here, of one that this browser remembers, or the page's; else `undefined`. */
  keyOf(orderId: string): string | undefined {
    const remembered = (['open', 'background'] as const)
      .map(kind => this.storage(kind)?.readOrder())
      .find(order => order?.orderId === orderId);
    const {orderId: given, orderKey} = this.#required;
    return this.#keys.get(orderId) ?? remembered?.key ?? ((given === orderId && orderKey) || undefined);
  }

  #apiOptions(signal: AbortSignal): ApiOptions {
    const {proxyUrl, fetch: own} = this.#required;
    // The page's own fetch may be the sandbox, which takes requests alone.
    const fetch: Fetch = (...given) => (own ? own(new Request(...given)) : globalThis.fetch(...given));
    return {
      proxyUrl,
      fetch: withPageHeaders(fetch, () => this.#required),
      signal,
      onDate: serverTime => this.clock.learn(serverTime, true),
    };
  }

  #openStream = sharedEventSources(url => {
    const fetch = withPageHeaders(
      (...given) => globalThis.fetch(...given),
      () => this.#required,
    );
    return new FetchEventStream(url, fetch);
  });

  get #required(): ConnectionOptions {
    if (!this.#options) throw new Error('The connection is not configured.');
    return this.#options;
  }
}
