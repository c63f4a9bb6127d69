import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Api} from '../api/client.js';
import type {ApiError} from '../api/errors.js';
import {type Checkout, type CheckoutAction, isAtOrder, orderOf} from '../domain/checkout.js';
import {omitEmpty} from '../domain/omit-empty.js';
import {isFinal, phaseOf} from '../domain/order.js';
import type {KnownDetails} from '../domain/order-change.js';
import type {SettingsChange, Start} from '../domain/settings-change.js';
import type {Brand, Order} from '../domain/types.js';
import {BackgroundOrder} from './background-order.js';
import {FlowController} from './flow-controller.js';
import type {OrderFacts} from './order-storage.js';
import {OrderTracker} from './order-tracker.js';
import {type ConnectionOptions, ProxyConnection} from './proxy-connection.js';

export type SessionOptions = ConnectionOptions;

export interface SessionListener {
  onChange(checkout: Checkout, previous: Checkout): void;
  /** Reports that tracking the order on screen fails, and `undefined` when it works again. */
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
  #connection = new ProxyConnection();
  #flow: FlowController;
  #open: OrderTracker;
  #background: BackgroundOrder;

  /** Name of the brand to open once the listing is there; '' if there is none or it was opened. */
  preselected = '';

  constructor(host: ReactiveControllerHost, listener: SessionListener) {
    this.#host = host;
    this.#listener = listener;
    this.#flow = new FlowController(host, (checkout, previous) => this.#onFlow(checkout, previous));
    this.#open = new OrderTracker(host, {
      source: this.#connection,
      onOrder: order => this.send({type: 'order-changed', order}),
      onTrackingError: error => {
        if (error?.code === 'order_not_found') this.#connection.storage('open')?.forget();
        listener.onTrackingError(error);
      },
    });
    this.#background = new BackgroundOrder(host, this.#connection, (order, before) =>
      listener.onBackgroundOrder(order, before),
    );
    host.addController(this);
  }

  hostConnected() {
    if (this.#connection.isClosed) this.refresh();
  }

  hostDisconnected() {
    this.#connection.close();
    this.send({type: 'drop-secrets'});
  }

  /** Returns the server's time in milliseconds since 1970. */
  now = (): number => this.#connection.clock.now();

  /** The client of every call; `undefined` until the session is configured. */
  get api(): Api | undefined {
    return this.#connection.api;
  }

  get checkout(): Checkout {
    return this.#flow.checkout;
  }

  /** The order that was left open, without anything delivered; `undefined` if there is none or it was not read yet. */
  get backgroundOrder(): Order | undefined {
    return this.#background.order;
  }

  configure(options: SessionOptions) {
    this.#connection.configure(options);
  }

  /** Applies a change of the page's settings. */
  update(options: SessionOptions, {needsClient, effect}: SettingsChange) {
    const {orderKey} = this.#connection;
    this.#connection.configure(options, needsClient);
    if (orderKey !== options.orderKey) this.#readWithKey();
    if (effect.type === 'begin') this.begin(effect.start);
    if (effect.type === 'patch') this.send({type: 'enter', draft: effect.draft});
  }

  /** Begins at an order if there is one to resume, else at the brands. Reports no change: the page requested it. */
  begin({orderId, brand = '', draft, isAnew}: Start) {
    this.preselected = brand;
    const remembered = orderId || isAnew ? undefined : this.#connection.storage('open')?.read();
    const openOrder = orderId || remembered || '';
    const opened = {
      step: 'payment',
      orderId: openOrder,
      isForeign: true,
      ...this.#detailsOf(openOrder),
    } as const;
    this.#flow.begin(openOrder ? opened : {step: 'brand'}, draft);
    this.#open.stop();
    this.#listener.onTrackingError(undefined);
    if (openOrder) this.#open.watch(openOrder);
    this.#background.resume(openOrder);
  }

  /** Opens the preselected brand. Reports no change: the page requested it. */
  open(brand: Brand) {
    this.preselected = '';
    const {draft} = this.checkout;
    this.#flow.begin({step: 'quote', brand}, {...draft, brandId: brand.id});
  }

  send(action: CheckoutAction) {
    if (action.type !== 'order-created') return this.#flow.send(action);
    const {key, ...order} = action.order;
    this.#connection.keep(order.id, {key});
    this.#flow.send({...action, order});
  }

  /** Reads the order now. */
  check() {
    this.#open.check();
  }

  /** Reads everything on screen again. */
  refresh() {
    if (!this.api) return;
    this.#connection.reconnect();
    this.check();
    this.#host.requestUpdate();
  }

  /** Forgets the key of the last attempt: the next order is another one. */
  forgetAttempt() {
    this.#connection.storage('attempt')?.forget();
  }

  /** Forgets every order. They go on at the API. */
  forget() {
    this.#leave();
    this.#background.forget();
    this.#connection.storage('latest')?.forget();
  }

  /** Goes back to the order that was left open. It is read at once; until then nothing of its delivery is known. */
  reopen() {
    const {order} = this.#background;
    if (!order) return;
    const unread = {...order, deliveries: [], delivered: 'unread'} as const;
    this.send({type: 'reopen-order', order: unread, known: this.#detailsOf(order.id)});
  }

  /** Returns what is known of an order's details before it is read. */
  #detailsOf(orderId: string): KnownDetails {
    const {total, isRefused} = this.#connection.factsOf(orderId);
    return omitEmpty({confirmed: total, change: isRefused && ({type: 'other'} as const)});
  }

  /** Reads the order again with a key that has arrived. A settled order is not tracked any more until then. */
  #readWithKey() {
    const order = orderOf(this.checkout);
    if (!order?.delivered) return this.check();
    this.#open.stop();
    this.#open.watch(order.id, order);
  }

  #onFlow(checkout: Checkout, previous: Checkout) {
    const order = orderOf(checkout);
    if (order?.createdAt && previous.step === 'details') this.#connection.clock.learn(order.createdAt);
    if (order && !isAtOrder(previous)) this.#enter(order, checkout.quote?.coinAmount);
    if (order && isAccepted(checkout, previous)) this.#rememberOpen(order, {total: order.coinAmount});
    if (order && isRefused(checkout) && !isRefused(previous)) this.#rememberOpen(order, {isRefused: true});
    if (order && phaseOf(order) !== 'waiting') this.forgetAttempt();
    if (isAtOrder(previous) && !isAtOrder(checkout)) {
      const left = orderOf(previous);
      const canGoOn = left && this.#open.orderId !== undefined && !isFinal(phaseOf(left));
      // The key of an order is remembered with it until it is left.
      if (canGoOn) this.#background.keep(left);
      this.#leave();
    }
    this.#listener.onChange(checkout, previous);
  }

  #enter(order: Order, total: string | undefined) {
    this.#rememberOpen(order, {total});
    this.#open.watch(order.id, order);
    if (order.id === this.#background.order?.id) this.#background.forget();
  }

  #rememberOpen(order: Order, facts: OrderFacts) {
    this.#connection.keep(order.id, facts);
    this.#connection.remember('open', order);
  }

  #leave() {
    this.#listener.onTrackingError(undefined);
    this.#open.stop();
    this.#connection.storage('open')?.forget();
    this.forgetAttempt();
  }
}

/** Whether the order on screen is for something else than was confirmed. */
function isRefused(checkout: Checkout): boolean {
  return checkout.step === 'payment' && checkout.change?.type === 'other';
}

/** Whether the buyer has accepted that an order costs more than was confirmed, or has changed. */
function isAccepted(checkout: Checkout, previous: Checkout): boolean {
  const isOpen = checkout.step === 'payment' && previous.step === 'payment';
  return isOpen && previous.change !== undefined && checkout.change === undefined;
}
