import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Api, createApi} from '../api/client.js';
import type {ApiError} from '../api/errors.js';
import {type Checkout, type CheckoutAction, orderOf} from '../domain/checkout.js';
import {isOver, phaseOf} from '../domain/order.js';
import type {SettingsChange, Start} from '../domain/settings-change.js';
import type {Brand, Order} from '../domain/types.js';
import {BackgroundOrder} from './background-order.js';
import type {Environment} from './environment.js';
import {FlowController} from './flow-controller.js';
import {OrderStorage, type OrderStorageKind} from './order-storage.js';
import {OrderTracker} from './order-tracker.js';
import {apiOptions, orderSource, type ProxyOptions} from './proxy-endpoints.js';
import {withResumableOrders} from './resumable-orders.js';
import {ServerClock} from './server-clock.js';

export interface SessionOptions extends ProxyOptions {
  /** Whether an open order is remembered in this browser. */
  readonly isRemembering: boolean;
  readonly environment: Environment;
}

export interface SessionListener {
  onChange(checkout: Checkout, previous: Checkout): void;
  /** Reports that tracking fails, and `undefined` when it works again. */
  onTrackingError(error: ApiError | undefined): void;
  /** Reports a reading of the background order; `before` is `undefined` for the first. */
  onBackgroundOrder(order: Order, before: Order | undefined): void;
}

/**
 * One buyer's way through a checkout: the flow, the calls it makes, the order it tracks and remembers, and the order
 * that was left in the background. Removing the host stops every request; putting it back makes a new client, on which
 * every open read starts again.
 */
export class CheckoutSession implements ReactiveController {
  #host: ReactiveControllerHost;
  #listener: SessionListener;
  #options: SessionOptions | undefined;
  /** Ends the requests of the present client. */
  #life = new AbortController();
  #clock = new ServerClock(() => this.#required.environment.now());
  #flow: FlowController;
  #tracker: OrderTracker;
  #background: BackgroundOrder;

  /** The client of every call; `undefined` until the session is configured. */
  api: Api | undefined;

  /** Name of the brand to open once the listing is there; '' if there is none or it was opened. */
  preselected = '';

  constructor(host: ReactiveControllerHost, listener: SessionListener) {
    this.#host = host;
    this.#listener = listener;
    this.#flow = new FlowController(host, (checkout, previous) => this.#onFlow(checkout, previous));
    const shared = {
      source: () => orderSource(this.#required, this.#onDate),
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
    this.#background = new BackgroundOrder(host, {
      ...shared,
      storage: () => this.#storage('background'),
      onTime,
      onOrder: (order, before) => listener.onBackgroundOrder(order, before),
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

  /** Returns the server's time in milliseconds since 1970. */
  now = (): number => this.#clock.now();

  get checkout(): Checkout {
    return this.#flow.checkout;
  }

  /** The order that was left open, without anything delivered; `undefined` if there is none or it was not read yet. */
  get backgroundOrder(): Order | undefined {
    return this.#background.order;
  }

  configure(options: SessionOptions) {
    this.#options = options;
    this.#connect();
  }

  /** Applies a change of the page's settings. */
  update(options: SessionOptions, {needsClient, effect}: SettingsChange) {
    if (needsClient) this.configure(options);
    switch (effect.type) {
      case 'begin':
        return this.begin(effect.start);
      case 'patch':
        return this.send({type: 'enter', draft: effect.draft});
      case 'none':
        return;
    }
  }

  /** Begins at an order if there is one to resume, else at the brands. Reports no change: the page asked for it. */
  begin({orderId, brand = '', draft, isAnew}: Start) {
    this.preselected = brand;
    this.#tracker.stop();
    this.#listener.onTrackingError(undefined);
    const openOrder = orderId || (!isAnew && this.#storage('open')?.read()) || '';
    this.#flow.begin(openOrder ? {step: 'payment', orderId: openOrder} : {step: 'brand'}, draft);
    if (openOrder) this.#tracker.watch(openOrder);
    this.#background.resume(openOrder);
  }

  /** Opens the preselected brand. Reports no change: the page asked for it. */
  open(brand: Brand) {
    this.preselected = '';
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
    this.check();
    this.#host.requestUpdate();
  }

  /** Forgets the key of the last attempt: the next order is another one. */
  forgetAttempt() {
    this.#storage('attempt')?.forget();
  }

  /** Forgets every order. They go on at the API. */
  forget() {
    this.#leave();
    this.#background.forget();
  }

  /** Goes back to the order that was left open. It is read at once; until then nothing of its delivery is known. */
  reopen() {
    const {order} = this.#background;
    if (order) this.send({type: 'reopen-order', order: {...order, deliveries: []}});
  }

  get #required(): SessionOptions {
    if (!this.#options) throw new Error('The session is not configured.');
    return this.#options;
  }

  #onDate = (serverTime: number) => this.#clock.learn(serverTime, true);

  /** Returns `undefined` if the page wants nothing remembered. */
  #storage(kind: OrderStorageKind): OrderStorage | undefined {
    const {proxyUrl, environment, isRemembering} = this.#required;
    return isRemembering ? new OrderStorage(proxyUrl, environment, kind) : undefined;
  }

  /** Makes a new client and ends the requests of the old one. */
  #connect() {
    this.#life.abort();
    this.#life = new AbortController();
    const api = createApi(apiOptions(this.#required, this.#onDate, this.#life.signal));
    const attempt = this.#storage('attempt');
    this.api = attempt ? withResumableOrders(api, attempt, this.#required.environment) : api;
  }

  #onFlow(checkout: Checkout, previous: Checkout) {
    const order = orderOf(checkout);
    if (order?.createdAt && previous.step === 'details') this.#clock.learn(order.createdAt);
    if (order && !isAtOrder(previous)) this.#enter(order);
    if (order && phaseOf(order) !== 'waiting') this.forgetAttempt();
    if (isAtOrder(previous) && !isAtOrder(checkout)) {
      const left = orderOf(previous);
      const canGoOn = left && this.#tracker.orderId && isUnfinished(left);
      this.#leave();
      if (canGoOn) this.#background.keep(left);
    }
    this.#listener.onChange(checkout, previous);
  }

  /** Tracks and remembers an order that has come on screen. */
  #enter(order: Order) {
    if (order.id === this.#background.order?.id) this.#background.forget();
    this.#storage('open')?.write(order.id);
    this.#tracker.watch(order.id, order);
  }

  /** Stops tracking the order on screen and forgets it. */
  #leave() {
    this.#listener.onTrackingError(undefined);
    this.#tracker.stop();
    this.forgetAttempt();
    this.#storage('open')?.forget();
  }

  #onTrackingError(error: ApiError | undefined) {
    if (error?.code === 'order_not_found') this.#storage('open')?.forget();
    this.#listener.onTrackingError(error);
  }
}

function isAtOrder({step}: Checkout): boolean {
  return step === 'payment' || step === 'done';
}

/** Whether an order can still be delivered; a late payment can revive an expired one. */
function isUnfinished(order: Order): boolean {
  const phase = phaseOf(order);
  return phase === 'expired' || !isOver(phase);
}
