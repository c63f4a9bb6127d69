import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {ApiOptions} from '../api/call.js';
import {type Catalogue, createCatalogue} from '../api/catalogue.js';
import type {Api} from '../api/client.js';
import type {ApiError} from '../api/errors.js';
import type {Fetch} from '../api/request.js';
import {type Checkout, type CheckoutAction, type Draft, orderOf} from '../domain/checkout.js';
import {isOver, phaseOf, withoutSecrets} from '../domain/order.js';
import type {Brand, Order} from '../domain/types.js';
import type {Environment} from './environment.js';
import {FlowController} from './flow-controller.js';
import {OrderMemory} from './order-memory.js';
import type {OrderTools} from './order-tools.js';
import type {OrderSource, OrderWatch} from './order-watch.js';
import {ServerClock} from './server-clock.js';

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
  /** News of the order that was left open. */
  onLeftOrder(order: Order, before: Order | undefined): void;
}

/**
 * One buyer's way through a checkout: the flow, the calls it makes, the order it follows and the memory of that order,
 * and beside it, watched slowly, an order that was left open for another purchase. Removing the host stops every
 * request; putting it back makes a new client, on which every open read starts again.
 */
export class Session implements ReactiveController {
  #host: ReactiveControllerHost;
  #listener: SessionListener;
  #options: SessionOptions | undefined;
  #life = new AbortController();
  #clock = new ServerClock(() => this.#required.environment.now());
  #flow: FlowController;
  #watch: OrderWatch | undefined;
  #leftWatch: OrderWatch | undefined;
  #tools: OrderTools | undefined;

  /** Present as soon as it is known where the proxy is. */
  catalogue: Catalogue | undefined;

  /** Present as soon as the session is equipped, too. */
  api: Api | undefined;

  /** The order that was left open, once it has been read: without anything that was delivered. */
  leftOrder: Order | undefined;

  constructor(host: ReactiveControllerHost, listener: SessionListener) {
    this.#host = host;
    this.#listener = listener;
    this.#flow = new FlowController(host, (checkout, previous) => this.#onFlow(checkout, previous));
    host.addController(this);
  }

  /** Hands in what makes and follows orders: code that the first screen does not need. */
  equip(tools: OrderTools) {
    if (this.#tools) return;
    this.#tools = tools;
    this.#connectOrders();
    const shared = {
      source: () => this.#sourceBy(tools),
      environment: () => this.#required.environment,
    };
    const onTime = (serverTime: number) => this.#clock.learn(serverTime);
    this.#watch = new tools.OrderWatch(this.#host, {
      ...shared,
      listener: {
        onTime,
        onOrder: order => this.send({type: 'order-changed', order}),
        onTrouble: error => this.#onTrouble(error),
      },
    });
    this.#leftWatch = new tools.OrderWatch(this.#host, {
      ...shared,
      isSlow: true,
      listener: {
        onTime,
        onOrder: order => this.#onLeftOrder(order),
        onTrouble: error => {
          if (error?.code === 'order_not_found') this.#forgetLeft();
        },
      },
    });
    const {checkout} = this;
    const openOrder = checkout.step === 'payment' ? checkout.orderId : '';
    if (openOrder) this.#watch.watch(openOrder, orderOf(checkout));
    const left = this.#memory('left')?.read();
    if (left && left !== openOrder) this.#leftWatch.watch(left);
  }

  hostConnected() {
    if (this.#life.signal.aborted) this.refresh();
  }

  hostDisconnected() {
    this.#life.abort();
    this.send({type: 'drop-secrets'});
  }

  /** What time it is at the server, in milliseconds since 1970. */
  now = (): number => this.#clock.now();

  get checkout(): Checkout {
    return this.#flow.checkout;
  }

  configure(options: SessionOptions) {
    this.#options = options;
    this.#connect();
  }

  /** Starts at an order where there is one to go on with, else at the brands. Nobody is told: the page asked for it. */
  begin({orderId, draft, isAnew}: {orderId: string; draft: Partial<Draft>; isAnew?: boolean}) {
    this.#watch?.stop();
    this.#listener.onTrouble(undefined);
    const openOrder = orderId || (!isAnew && this.#memory('open')?.read()) || '';
    this.#flow.begin(openOrder ? {step: 'payment', orderId: openOrder} : {step: 'brand'}, draft);
    if (openOrder) this.#watch?.watch(openOrder);
    const left = this.#leftWatch?.orderId ?? this.#memory('left')?.read();
    if (left && left !== openOrder) this.#leftWatch?.watch(left);
    else this.#forgetLeft();
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
    this.#watch?.check();
  }

  /** Reads everything on screen again. */
  refresh() {
    if (!this.#options) return;
    this.#connect();
    this.#watch?.check();
    this.#host.requestUpdate();
  }

  /** The next order is another one, whatever came of the last attempt. */
  forgetAttempt() {
    this.#memory('attempt')?.forget();
  }

  /** Forgets every order. They go on at the API. */
  forget() {
    this.#leave();
    this.#forgetLeft();
  }

  /** Goes back to the order that was left open. */
  reopen() {
    const order = this.leftOrder;
    // It is read at once; until then nothing of its delivery is known.
    if (order) this.send({type: 'reopen-order', order: {...order, deliveries: []}});
  }

  get #required(): SessionOptions {
    if (!this.#options) throw new Error('The session is not configured.');
    return this.#options;
  }

  #sourceBy({createApi}: OrderTools): OrderSource {
    return {
      // Reads of a watch end with the watch, not with the client: they outlive a refresh.
      getOrder: (orderId, signal) => createApi(this.#optionsOf(signal)).getOrder(orderId),
      streamUrl: orderId => this.#streamUrl(orderId),
      channelName: orderId => `cr-checkout:${this.#required.proxyUrl}:${orderId}`,
    };
  }

  /** Nothing where nothing may be remembered. */
  #memory(kind: 'open' | 'left' | 'attempt'): OrderMemory | undefined {
    const {proxyUrl, environment, isRemembering} = this.#required;
    return isRemembering ? new OrderMemory(proxyUrl, environment, kind) : undefined;
  }

  #connect() {
    this.#life.abort();
    this.#life = new AbortController();
    this.catalogue = createCatalogue(this.#optionsOf(this.#life.signal));
    this.#connectOrders();
  }

  #connectOrders() {
    if (!this.#tools) return;
    const api = this.#tools.createApi(this.#optionsOf(this.#life.signal));
    const attempt = this.#memory('attempt');
    this.api = attempt ? this.#tools.withNotedAttempts(api, attempt, this.#required.environment) : api;
  }

  #optionsOf(signal: AbortSignal): ApiOptions {
    const {proxyUrl, fetch = (...request) => globalThis.fetch(...request)} = this.#required;
    return {proxyUrl, fetch, signal, onDate: serverTime => this.#clock.learn(serverTime, true)};
  }

  #streamUrl(orderId: string): string | undefined {
    const {proxyUrl, subscribeUrl, fetch} = this.#required;
    if (fetch) return undefined;
    const template = subscribeUrl || `${proxyUrl.replace(/\/+$/, '')}/v5/orders/{orderId}/subscribe`;
    return template.replace('{orderId}', encodeURIComponent(orderId));
  }

  #onFlow(checkout: Checkout, previous: Checkout) {
    const order = orderOf(checkout);
    if (order?.createdAt && previous.step === 'details') this.#clock.learn(order.createdAt);
    if (order && !isAtOrder(previous)) {
      if (order.id === this.leftOrder?.id) this.#forgetLeft();
      this.#memory('open')?.write(order.id);
      this.#watch?.watch(order.id, order);
    }
    if (order && phaseOf(order) !== 'waiting') this.forgetAttempt();
    if (isAtOrder(previous) && !isAtOrder(checkout)) {
      const left = orderOf(previous);
      const canGoOn = left && this.#watch?.orderId && (phaseOf(left) === 'expired' || !isOver(phaseOf(left)));
      this.#leave();
      if (canGoOn) {
        this.#forgetLeft();
        this.#memory('left')?.write(left.id);
        this.#leftWatch?.watch(left.id);
        this.leftOrder = withoutSecrets(left);
      }
    }
    this.#listener.onChange(checkout, previous);
  }

  #leave() {
    this.#listener.onTrouble(undefined);
    this.#watch?.stop();
    this.forgetAttempt();
    this.#memory('open')?.forget();
  }

  #forgetLeft() {
    this.#leftWatch?.stop();
    this.#memory('left')?.forget();
    this.leftOrder = undefined;
    this.#host.requestUpdate();
  }

  #onLeftOrder(order: Order) {
    const before = this.leftOrder;
    const phase = phaseOf(order);
    if (isOver(phase) && phase !== 'expired' && phase !== 'done') this.#forgetLeft();
    else this.leftOrder = withoutSecrets(order);
    this.#host.requestUpdate();
    this.#listener.onLeftOrder(order, before);
  }

  #onTrouble(error: ApiError | undefined) {
    if (error?.code === 'order_not_found') this.#memory('open')?.forget();
    this.#listener.onTrouble(error);
  }
}

function isAtOrder({step}: Checkout): boolean {
  return step === 'payment' || step === 'done';
}
