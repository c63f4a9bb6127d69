import {type Api, createApi} from '../api/client.js';
import type {ApiOptions} from '../api/create-call.js';
import {FetchEventStream} from '../api/fetch-event-stream.js';
import type {Fetch} from '../api/request-json.js';
import {omitEmpty} from '../domain/omit-empty.js';
import type {Order} from '../domain/types.js';
import type {Environment} from './environment.js';
import {type OrderFacts, OrderStorage, type OrderStorageKind} from './order-storage.js';
import type {OrderSource} from './order-subscription.js';
import {type PageRequestOptions, withPageHeaders} from './request-headers.js';
import {withResumableOrders} from './resumable-orders.js';
import {ServerClock} from './server-clock.js';
import {sharedEventSources} from './shared-event-source.js';

export interface ConnectionOptions extends PageRequestOptions {
  /** Absolute base of the proxy. */
  readonly proxyUrl: string;
  /** Template of the event stream with `{orderId}`, or '' for the proxy's own route. */
  readonly subscribeUrl: string;
  /** Replaces the page's `fetch`. Orders are polled then, because an `EventSource` would bypass it. */
  readonly fetch: Fetch | undefined;
  /** Whether orders are remembered in this browser. */
  readonly isRemembering: boolean;
  /** Preselected brand: an element with one comes back to its own open order alone. */
  readonly brand?: string | undefined;
  /** Order that the page opens, and the key that opens what is delivered with it; '' for none. */
  readonly orderId?: string;
  readonly orderKey?: string;
  readonly environment: Environment;
}

/**
 * A checkout's connection to its proxy: the client, the server's clock, and the storage of its orders. Reads of an order end
 * with its tracking, not with the client: they outlive a refresh.
 */
export class ProxyConnection implements OrderSource {
  /** Set before anything else is used. */
  #options!: ConnectionOptions;
  /** Ends the requests of the present client. */
  #life = new AbortController();

  /** Facts of orders by order id: kept while the element lives, remembered or not. */
  #facts = new Map<string, OrderFacts>();

  readonly clock = new ServerClock(() => this.environment.now());

  /** The client of every call; `undefined` until the first options. */
  api: Api | undefined;

  /** The page's own key; `undefined` before the first options too. */
  get orderKey(): string | undefined {
    return (this.#options as ConnectionOptions | undefined)?.orderKey;
  }

  get isClosed(): boolean {
    return this.#life.signal.aborted;
  }

  /** The page's environment; a page with headers of its own has streams that send them. */
  get environment(): Environment {
    const {environment, headers, credentials} = this.#options;
    return headers || credentials ? {...environment, createEventSource: this.#openStream} : environment;
  }

  getOrder(orderId: string, signal: AbortSignal): Promise<Order> {
    return createApi(this.#apiOptions(signal)).getOrder(orderId, {key: this.factsOf(orderId).key});
  }

  streamUrl(orderId: string): string | undefined {
    const {proxyUrl, subscribeUrl, fetch} = this.#options;
    if (fetch) return undefined;
    const template = subscribeUrl || `${proxyUrl.replace(/\/+$/, '')}/v5/orders/{orderId}/subscribe`;
    return template.replace('{orderId}', encodeURIComponent(orderId));
  }

  channelName(orderId: string): string {
    return `cr-checkout:${this.#options.proxyUrl}:${orderId}`;
  }

  onTime(serverTime: number) {
    this.clock.learn(serverTime);
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
  storage(kind: OrderStorageKind, brand = this.#options.brand): OrderStorage | undefined {
    const {proxyUrl, environment, isRemembering} = this.#options;
    const isOwn = brand && (kind === 'open' || kind === 'background');
    const name = isOwn ? `${proxyUrl} ${brand}` : proxyUrl;
    return isRemembering ? new OrderStorage(name, environment, kind) : undefined;
  }

  /** Remembers an order with its facts. */
  remember(kind: 'open' | 'background', {id}: Order) {
    const facts = this.factsOf(id);
    this.storage(kind)?.write(id, facts);
    if (this.#options.brand) this.storage('latest')?.write(id, facts);
  }

  /** Returns the id of the order that was made last in an element with another preselected brand, or without one; else `undefined`. */
  readElsewhere(): string | undefined {
    return this.#elsewhere.map(storage => storage?.read()).find(Boolean);
  }

  get #elsewhere() {
    return [this.storage('latest'), this.#options.brand ? this.storage('open', '') : undefined];
  }

  /** Keeps facts of an order beside those that are known. */
  keep(orderId: string, facts: OrderFacts) {
    this.#facts.set(orderId, {...this.factsOf(orderId), ...omitEmpty(facts)});
  }

  /** Returns what is known of an order here, or remembered by this browser; its key may be the page's. */
  factsOf(orderId: string): OrderFacts {
    const remembered = [this.storage('open'), this.storage('background'), ...this.#elsewhere]
      .map(storage => storage?.readOrder())
      .find(order => order?.orderId === orderId);
    const {orderId: given, orderKey} = this.#options;
    const key = (given === orderId && orderKey) || undefined;
    const {orderId: _, ...facts} = {orderId, ...omitEmpty({key}), ...remembered, ...this.#facts.get(orderId)};
    return facts;
  }

  #apiOptions(signal: AbortSignal): ApiOptions {
    const {proxyUrl, fetch: own} = this.#options;
    // The page's own fetch may be the sandbox, which takes requests alone.
    const fetch: Fetch = (...given) => (own ? own(new Request(...given)) : globalThis.fetch(...given));
    return {
      proxyUrl,
      fetch: withPageHeaders(fetch, () => this.#options),
      signal,
      onDate: serverTime => this.clock.learn(serverTime, true),
    };
  }

  #openStream = sharedEventSources(url => {
    const fetch = withPageHeaders(
      (...given) => globalThis.fetch(...given),
      () => this.#options,
    );
    return new FetchEventStream(url, fetch);
  });
}
