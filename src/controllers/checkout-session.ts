import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Api, createApi} from '../api/client.js';
import type {ApiOptions} from '../api/create-call.js';
import type {ApiError} from '../api/errors.js';
import type {Fetch} from '../api/request-json.js';
import {type Checkout, type CheckoutAction, type Draft, orderOf} from '../domain/checkout.js';
import {isOver, phaseOf, withoutSecrets} from '../domain/order.js';
import type {Brand, Order} from '../domain/types.js';
import type {Environment} from './environment.js';
import {FlowController} from './flow-controller.js';
import {OrderStorage} from './order-storage.js';
import {type OrderSource, OrderTracker} from './order-tracker.js';
import {withResumableOrders} from './resumable-orders.js';
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
  onTrackingError(error: ApiError | undefined): void;
  /** News of the order that was left open. */
  onBackgroundOrder(order: Order, before: Order | undefined): void;
}

/**
 * One buyer's way through a checkout: the flow, the calls it makes, the order it follows and the memory of that order,
 * and beside it, watched slowly, an order that was left open for another purchase. Removing the host stops every
 * request; putting it back makes a new client, on which every open read starts again.
 */
export class CheckoutSession implements ReactiveController {
  #host: ReactiveControllerHost;
  #listener: SessionListener;
  #options: SessionOptions | undefined;
  #life = new AbortController();
  #clock = new ServerClock(() => this.#required.environment.now());
  #flow: FlowController;
  #tracker: OrderTracker;
  #backgroundTracker: OrderTracker;

  /** Every call of this checkout; `undefined` until the session is configured. */
  api: Api | undefined;

  /** The order that was left open, once it has been read: without anything that was delivered. */
  backgroundOrder: Order | undefined;

  constructor(host: ReactiveControllerHost, listener: SessionListener) {
    this.#host = host;
    this.#listener = listener;
    this.#flow = new FlowController(host, (checkout, previous) => this.#onFlow(checkout, previous));
    const shared = {
      source: () => this.#orderSource,
      environment: () => this.#required.environment,
    };
    const onTime = (serverTime: number) => this.#clock.learn(serverTime);
    this.#tracker = new OrderTracker(host, {
      ...shared,
      listener: {
        onTime,
        onOrder: order => this.send({type: 'order-changed', order}),
        onTrackingError: error => this.#onTrackingError(error),
      },
    });
    this.#backgroundTracker = new OrderTracker(host, {
      ...shared,
      isSlow: true,
      listener: {
        onTime,
        onOrder: order => this.#onBackgroundOrder(order),
        onTrackingError: error => {
          if (error?.code === 'order_not_found') this.#forgetBackground();
        },
      },
    });
    host.addController(this);
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
    this.#tracker.stop();
    this.#listener.onTrackingError(undefined);
    const openOrder = orderId || (!isAnew && this.#memory('open')?.read()) || '';
    this.#flow.begin(openOrder ? {step: 'payment', orderId: openOrder} : {step: 'brand'}, draft);
    if (openOrder) this.#tracker.watch(openOrder);
    const left = this.#backgroundTracker.orderId ?? this.#memory('left')?.read();
    if (left && left !== openOrder) this.#backgroundTracker.watch(left);
    else this.#forgetBackground();
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
    this.#tracker.check();
  }

  /** Reads everything on screen again. */
  refresh() {
    if (!this.#options) return;
    this.#connect();
    this.#tracker.check();
    this.#host.requestUpdate();
  }

  /** The next order is another one, whatever came of the last attempt. */
  forgetAttempt() {
    this.#memory('attempt')?.forget();
  }

  /** Forgets every order. They go on at the API. */
  forget() {
    this.#leave();
    this.#forgetBackground();
  }

  /** Goes back to the order that was left open. */
  reopen() {
    const order = this.backgroundOrder;
    // It is read at once; until then nothing of its delivery is known.
    if (order) this.send({type: 'reopen-order', order: {...order, deliveries: []}});
  }

  get #required(): SessionOptions {
    if (!this.#options) throw new Error('The session is not configured.');
    return this.#options;
  }

  get #orderSource(): OrderSource {
    return {
      // Reads of a watch end with the watch, not with the client: they outlive a refresh.
      getOrder: (orderId, signal) => createApi(this.#optionsOf(signal)).getOrder(orderId),
      streamUrl: orderId => this.#streamUrl(orderId),
      channelName: orderId => `cr-checkout:${this.#required.proxyUrl}:${orderId}`,
    };
  }

  /** Nothing where nothing may be remembered. */
  #memory(kind: 'open' | 'left' | 'attempt'): OrderStorage | undefined {
    const {proxyUrl, environment, isRemembering} = this.#required;
    return isRemembering ? new OrderStorage(proxyUrl, environment, kind) : undefined;
  }

  #connect() {
    this.#life.abort();
    this.#life = new AbortController();
    const api = createApi(this.#optionsOf(this.#life.signal));
    const attempt = this.#memory('attempt');
    this.api = attempt ? withResumableOrders(api, attempt, this.#required.environment) : api;
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
      if (order.id === this.backgroundOrder?.id) this.#forgetBackground();
      this.#memory('open')?.write(order.id);
      this.#tracker.watch(order.id, order);
    }
    if (order && phaseOf(order) !== 'waiting') this.forgetAttempt();
    if (isAtOrder(previous) && !isAtOrder(checkout)) {
      const left = orderOf(previous);
      const canGoOn =
        left && this.#tracker.orderId && (phaseOf(left) === 'expired' || !isOver(phaseOf(left)));
      this.#leave();
      if (canGoOn) {
        this.#forgetBackground();
        this.#memory('left')?.write(left.id);
        this.#backgroundTracker.watch(left.id);
        this.backgroundOrder = withoutSecrets(left);
      }
    }
    this.#listener.onChange(checkout, previous);
  }

  #leave() {
    this.#listener.onTrackingError(undefined);
    this.#tracker.stop();
    this.forgetAttempt();
    this.#memory('open')?.forget();
  }

  #forgetBackground() {
    this.#backgroundTracker.stop();
    this.#memory('left')?.forget();
    this.backgroundOrder = undefined;
    this.#host.requestUpdate();
  }

  #onBackgroundOrder(order: Order) {
    const before = this.backgroundOrder;
    const phase = phaseOf(order);
    if (isOver(phase) && phase !== 'expired' && phase !== 'done') this.#forgetBackground();
    else this.backgroundOrder = withoutSecrets(order);
    this.#host.requestUpdate();
    this.#listener.onBackgroundOrder(order, before);
  }

  #onTrackingError(error: ApiError | undefined) {
    if (error?.code === 'order_not_found') this.#memory('open')?.forget();
    this.#listener.onTrackingError(error);
  }
}

function isAtOrder({step}: Checkout): boolean {
  return step === 'payment' || step === 'done';
}
