import {type Api, createApi} from '../api/client.js';
import type {ApiOptions} from '../api/create-call.js';
import type {Environment} from './environment.js';
import {OrderStorage, type OrderStorageKind} from './order-storage.js';
import type {OrderSource} from './order-subscription.js';
import {channelName, type ProxyOptions, streamUrl} from './proxy-endpoints.js';
import {withResumableOrders} from './resumable-orders.js';
import {ServerClock} from './server-clock.js';

export interface ConnectionOptions extends ProxyOptions {
  /** Whether orders are remembered in this browser. */
  readonly isRemembering: boolean;
  readonly environment: Environment;
}

/** A checkout's connection to its proxy: the client, the server's clock, and the storage of its orders. */
export class ProxyConnection {
  #options: ConnectionOptions | undefined;
  /** Ends the requests of the present client. */
  #life = new AbortController();

  readonly clock = new ServerClock(() => this.environment.now());

  /** The client of every call; `undefined` until the first options. */
  api: Api | undefined;

  get isConfigured(): boolean {
    return this.#options !== undefined;
  }

  get isClosed(): boolean {
    return this.#life.signal.aborted;
  }

  get environment(): Environment {
    return this.#required.environment;
  }

  /** Where orders are tracked. Its reads end with the tracking, not with the client: they outlive a refresh. */
  get orderSource(): OrderSource {
    const options = this.#required;
    return {
      getOrder: (orderId, signal) => createApi(this.#apiOptions(signal)).getOrder(orderId),
      streamUrl: orderId => streamUrl(options, orderId),
      channelName: orderId => channelName(options, orderId),
    };
  }

  configure(options: ConnectionOptions) {
    this.#options = options;
    this.reconnect();
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
    const {proxyUrl, environment, isRemembering} = this.#required;
    return isRemembering ? new OrderStorage(proxyUrl, environment, kind) : undefined;
  }

  #apiOptions(signal: AbortSignal): ApiOptions {
    const {proxyUrl, fetch = (...request) => globalThis.fetch(...request)} = this.#required;
    return {proxyUrl, fetch, signal, onDate: serverTime => this.clock.learn(serverTime, true)};
  }

  get #required(): ConnectionOptions {
    if (!this.#options) throw new Error('The connection is not configured.');
    return this.#options;
  }
}
