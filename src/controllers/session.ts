import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {type Api, createApi} from '../api/client.js';
import type {ApiError} from '../api/errors.js';
import type {Fetch} from '../api/request.js';
import {type Checkout, type CheckoutAction, type Draft, orderOf} from '../domain/checkout.js';
import type {Brand} from '../domain/types.js';
import type {Environment} from './environment.js';
import {FlowController} from './flow-controller.js';
import {OrderMemory} from './order-memory.js';
import {OrderWatch} from './order-watch.js';

/** Where and how a session talks. */
export interface SessionOptions {
  /** Absolute base of the proxy. */
  readonly proxyUrl: string;
  /** Template of the event stream with `{orderId}`, or '' for the proxy's own route. */
  readonly subscribeUrl: string;
  /** Replaces the page's fetch; orders are polled then, because an `EventSource` would go past it. */
  readonly fetch: Fetch | undefined;
  /** Whether an open order is remembered in this browser. */
  readonly isRemembering: boolean;
  readonly environment: Environment;
}

export interface SessionListener {
  onChange(checkout: Checkout, previous: Checkout): void;
  /** Tracking fails; `undefined` when it works again. */
  onTrouble(error: ApiError | undefined): void;
}

/**
 * One buyer's way through a checkout: the flow, the calls it makes, the order it follows and the memory of that order.
 * Removing the host stops every request; putting it back makes a new client, on which every open read starts again.
 */
export class Session implements ReactiveController {
  #host: ReactiveControllerHost;
  #listener: SessionListener;
  #options: SessionOptions | undefined;
  #life = new AbortController();
  #flow: FlowController;
  #watch: OrderWatch;

  /** Present as soon as it is known where the proxy is. */
  api: Api | undefined;

  constructor(host: ReactiveControllerHost, listener: SessionListener) {
    this.#host = host;
    this.#listener = listener;
    this.#flow = new FlowController(host, (checkout, previous) => this.#onFlow(checkout, previous));
    this.#watch = new OrderWatch(host, {
      source: () => ({
        getOrder: (orderId, signal) => this.#tracking.getOrder(orderId, signal),
        streamUrl: orderId => this.#streamUrl(orderId),
      }),
      environment: () => this.#required.environment,
      listener: {
        onOrder: order => {
          this.#listener.onTrouble(undefined);
          this.send({type: 'order-changed', order});
        },
        onTrouble: error => this.#onTrouble(error),
      },
    });
    host.addController(this);
  }

  hostConnected() {
    if (this.#life.signal.aborted) this.refresh();
  }

  hostDisconnected() {
    this.#life.abort();
  }

  get checkout(): Checkout {
    return this.#flow.checkout;
  }

  configure(options: SessionOptions) {
    this.#options = options;
    this.#connect();
  }

  /** Starts at an order where there is one to go on with, else at the brands. Nobody is told: the page asked for it. */
  begin({orderId, draft}: {orderId: string; draft: Partial<Draft>}) {
    this.#watch.stop();
    this.#listener.onTrouble(undefined);
    const openOrder = orderId || (this.#required.isRemembering && this.#memory.read()) || '';
    this.#flow.begin(openOrder ? {step: 'payment', orderId: openOrder} : {step: 'brand'}, draft);
    if (openOrder) this.#watch.watch(openOrder);
  }

  /** Goes to a brand that the page asked for: nobody is told. */
  open(brand: Brand) {
    const {draft} = this.checkout;
    this.#flow.begin({step: 'quote', brand}, {...draft, brandId: brand.id});
  }

  send(action: CheckoutAction) {
    this.#flow.send(action);
  }

  /** Reads the order now. */
  check() {
    this.#watch.check();
  }

  /** Reads everything on screen again. */
  refresh() {
    if (!this.#options) return;
    this.#connect();
    this.#watch.check();
    this.#host.requestUpdate();
  }

  /** Leaves an order, which goes on at the API. */
  forget() {
    this.#listener.onTrouble(undefined);
    this.#watch.stop();
    this.#memory.forget();
  }

  get #required(): SessionOptions {
    if (!this.#options) throw new Error('The session is not configured.');
    return this.#options;
  }

  /** Reads of the watch end with the watch, not with the client: they outlive a refresh. */
  get #tracking(): Api {
    return this.#client(new AbortController().signal);
  }

  get #memory(): OrderMemory {
    const {proxyUrl, environment} = this.#required;
    return new OrderMemory(proxyUrl, environment);
  }

  #connect() {
    this.#life.abort();
    this.#life = new AbortController();
    this.api = this.#client(this.#life.signal);
  }

  #client(signal: AbortSignal): Api {
    const {proxyUrl, fetch} = this.#required;
    return createApi({proxyUrl, fetch: fetch ?? ((...request) => globalThis.fetch(...request)), signal});
  }

  #streamUrl(orderId: string): string | undefined {
    const {proxyUrl, subscribeUrl, fetch} = this.#required;
    if (fetch) return undefined;
    const template = subscribeUrl || `${proxyUrl.replace(/\/+$/, '')}/v5/orders/{orderId}/subscribe`;
    return template.replace('{orderId}', encodeURIComponent(orderId));
  }

  #onFlow(checkout: Checkout, previous: Checkout) {
    const order = orderOf(checkout);
    if (order && previous.step === 'details') {
      if (this.#required.isRemembering) this.#memory.write(order.id);
      this.#watch.watch(order.id);
    }
    const hasLeftOrder =
      (previous.step === 'payment' || previous.step === 'done') &&
      !(checkout.step === 'payment' || checkout.step === 'done');
    if (hasLeftOrder) this.forget();
    this.#listener.onChange(checkout, previous);
  }

  #onTrouble(error: ApiError | undefined) {
    if (error?.code === 'order_not_found') this.#memory.forget();
    this.#listener.onTrouble(error);
  }
}
