import type {ReactiveControllerHost} from 'lit';

import type {ApiError} from '../api/errors.js';
import {omitEmpty} from '../domain/omit-empty.js';
import type {Order} from '../domain/types.js';
import type {RememberedOrder} from './order-storage.js';
import {OrderTracker} from './order-tracker.js';
import type {ProxyConnection} from './proxy-connection.js';

export interface OpenOrderListener {
  onOrder(order: Order): void;
  /** Reports that tracking fails, and `undefined` when it works again. */
  onTrackingError(error: ApiError | undefined): void;
}

/** The order on screen: tracked, and remembered so that a reload comes back to it. */
export class OpenOrder {
  #connection: ProxyConnection;
  #listener: OpenOrderListener;
  #tracker: OrderTracker;

  constructor(host: ReactiveControllerHost, connection: ProxyConnection, listener: OpenOrderListener) {
    this.#connection = connection;
    this.#listener = listener;
    this.#tracker = new OrderTracker(host, {
      source: () => connection.orderSource,
      environment: () => connection.environment,
      listener: {
        onTime: serverTime => connection.clock.learn(serverTime),
        onOrder: order => listener.onOrder(order),
        onTrackingError: error => {
          if (error?.code === 'order_not_found') connection.storage('open')?.forget();
          listener.onTrackingError(error);
        },
      },
    });
  }

  /** Whether an order is tracked: not once the proxy does not know it. */
  get isTracked(): boolean {
    return this.#tracker.orderId !== undefined;
  }

  /** The order that this browser remembers; `undefined` if there is none. */
  get remembered(): RememberedOrder | undefined {
    return this.#connection.storage('open')?.readOrder();
  }

  /** Tracks an order by its id, or none for ''. The remembered order stays. */
  begin(orderId: string) {
    this.#tracker.stop();
    this.#listener.onTrackingError(undefined);
    if (orderId) this.#tracker.watch(orderId);
  }

  /** Tracks and remembers an order that has come on screen. `total` is the amount that the buyer confirmed, if any. */
  enter(order: Order, total?: string) {
    this.remember(order, total);
    this.#tracker.watch(order.id, order);
  }

  /** Remembers an order, with the amount that the buyer confirmed. */
  remember({id}: Order, total?: string) {
    this.#connection.storage('open')?.write(id, omitEmpty({key: this.#connection.keyOf(id), total}));
  }

  /** Reads the order now. */
  check() {
    this.#tracker.check();
  }

  /** Stops tracking the order and forgets it. */
  leave() {
    this.#listener.onTrackingError(undefined);
    this.#tracker.stop();
    this.#connection.storage('open')?.forget();
  }
}
