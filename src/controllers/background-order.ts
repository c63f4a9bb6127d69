import type {ReactiveControllerHost} from 'lit';

import {isOver, phaseOf, withoutSecrets} from '../domain/order.js';
import type {Order} from '../domain/types.js';
import type {OrderStorage} from './order-storage.js';
import {OrderTracker, type OrderTrackerOptions} from './order-tracker.js';

export interface BackgroundOrderOptions extends Pick<OrderTrackerOptions, 'source' | 'environment'> {
  /** Returns where it is remembered; `undefined` if the page wants nothing remembered. */
  readonly storage: () => OrderStorage | undefined;
  onTime(serverTime: number): void;
  /** Reports a reading; `before` is `undefined` for the first. */
  onOrder(order: Order, before: Order | undefined): void;
}

/**
 * An order that the buyer left open for another purchase: read slowly and remembered apart, until it is opened again,
 * comes to nothing, or is forgotten.
 */
export class BackgroundOrder {
  #host: ReactiveControllerHost;
  #options: BackgroundOrderOptions;
  #tracker: OrderTracker;
  #order: Order | undefined;

  constructor(host: ReactiveControllerHost, options: BackgroundOrderOptions) {
    const {source, environment, onTime} = options;
    this.#host = host;
    this.#options = options;
    this.#tracker = new OrderTracker(host, {
      source,
      environment,
      isBackground: true,
      listener: {
        onTime,
        onOrder: order => this.#onOrder(order),
        onTrackingError: error => {
          if (error?.code === 'order_not_found') this.forget();
        },
      },
    });
  }

  /** The order without anything that was delivered; `undefined` if there is none, or it was not read yet. */
  get order(): Order | undefined {
    return this.#order;
  }

  /** Tracks an order that has just been left. */
  keep(order: Order) {
    this.forget();
    this.#options.storage()?.write(order.id);
    this.#tracker.watch(order.id);
    this.#order = withoutSecrets(order);
  }

  /** Tracks the order that was kept before, in this browser too, unless it is the one on screen. */
  resume(orderIdOnScreen: string) {
    const orderId = this.#tracker.orderId ?? this.#options.storage()?.read();
    if (orderId && orderId !== orderIdOnScreen) this.#tracker.watch(orderId);
    else this.forget();
  }

  /** Forgets the order. It goes on at the API. */
  forget() {
    this.#tracker.stop();
    this.#options.storage()?.forget();
    this.#order = undefined;
    this.#host.requestUpdate();
  }

  #onOrder(order: Order) {
    const before = this.#order;
    const phase = phaseOf(order);
    const isLost = isOver(phase) && phase !== 'expired' && phase !== 'done';
    if (isLost) this.forget();
    else this.#order = withoutSecrets(order);
    this.#host.requestUpdate();
    this.#options.onOrder(order, before);
  }
}
