import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ApiError} from '../api/errors.js';
import type {Order} from '../domain/types.js';
import {type OrderListener, type OrderSource, OrderSubscription} from './order-subscription.js';

export interface OrderTrackerOptions extends OrderListener {
  readonly source: OrderSource;
  /** Reads the order slowly and opens no stream, because it is not on screen. Default: false. */
  readonly isBackground?: boolean | undefined;
}

/** Tracks one order while its host is on the page. */
export class OrderTracker implements ReactiveController {
  #options: OrderTrackerOptions;
  #orderId: string | undefined;
  #isConnected = false;
  #subscription: OrderSubscription | undefined;
  /** The order as it was known before it is read; dropped when the host leaves the page, because it may hold codes. */
  #order: Order | undefined;
  /** Whether the order was ever found: a 404 is doubted then. */
  #wasFound = false;

  constructor(host: ReactiveControllerHost, options: OrderTrackerOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** The tracked order, whether the host is on the page or not; `undefined` if there is none. */
  get orderId(): string | undefined {
    return this.#orderId;
  }

  hostConnected() {
    this.#isConnected = true;
    this.#subscribe();
  }

  hostDisconnected() {
    this.#isConnected = false;
    this.#unsubscribe();
  }

  /** @param order The order as far as it is known already. */
  watch(orderId: string, order?: Order) {
    if (orderId === this.#orderId) return;
    this.stop();
    this.#orderId = orderId;
    this.#order = order;
    this.#wasFound = order !== undefined;
    this.#subscribe();
  }

  stop() {
    this.#unsubscribe();
    this.#orderId = undefined;
  }

  /** Reads the order now instead of at its next turn. */
  check() {
    this.#subscription?.check();
  }

  #subscribe() {
    const orderId = this.#orderId;
    if (orderId === undefined || !this.#isConnected) return;
    const {source, isBackground} = this.#options;
    this.#subscription = new OrderSubscription({
      orderId,
      order: this.#order,
      wasFound: this.#wasFound,
      source,
      isBackground,
      onTrackingError: error => this.#options.onTrackingError(error),
      onOrder: order => {
        this.#wasFound = true;
        this.#options.onOrder({...order, id: orderId});
      },
      onNotFound: () => {
        this.stop();
        this.#options.onTrackingError(new ApiError('order_not_found', '', {status: 404}));
      },
    });
  }

  #unsubscribe() {
    this.#subscription?.close();
    this.#subscription = this.#order = undefined;
  }
}
