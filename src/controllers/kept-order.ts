import type {ReactiveControllerHost} from 'lit';

import {omitEmpty} from '../domain/omit-empty.js';
import type {Order} from '../domain/types.js';
import type {OrderStorage, RememberedOrder} from './order-storage.js';
import type {OrderListener} from './order-subscription.js';
import {OrderTracker} from './order-tracker.js';
import type {ProxyConnection} from './proxy-connection.js';

/** An order that is tracked, and remembered so that a reload comes back to it. */
export class KeptOrder {
  #connection: ProxyConnection;
  #kind: 'open' | 'background';
  #tracker: OrderTracker;

  /** @param kind The `open` order is on screen; the `background` order is read slowly. */
  constructor(
    host: ReactiveControllerHost,
    connection: ProxyConnection,
    kind: 'open' | 'background',
    {onOrder, onTrackingError}: OrderListener,
  ) {
    this.#connection = connection;
    this.#kind = kind;
    this.#tracker = new OrderTracker(host, {
      source: connection,
      isBackground: kind === 'background',
      listener: {
        onOrder,
        onTrackingError: error => {
          if (error?.code === 'order_not_found') this.#storage?.forget();
          onTrackingError(error);
        },
      },
    });
  }

  /** The tracked order; `undefined` if there is none, and once the proxy does not know it. */
  get orderId(): string | undefined {
    return this.#tracker.orderId;
  }

  /** The order that this browser remembers; `undefined` if there is none. */
  get remembered(): RememberedOrder | undefined {
    return this.#storage?.readOrder();
  }

  /** @param order The order as far as it is known already. */
  track(orderId: string, order?: Order) {
    this.#tracker.watch(orderId, order);
  }

  /** Remembers an order, with the amount that the buyer confirmed, if any. */
  remember({id}: Order, total?: string) {
    this.#storage?.write(id, omitEmpty({key: this.#connection.keyOf(id), total}));
  }

  /** Reads the order now. */
  check() {
    this.#tracker.check();
  }

  /** Stops tracking the order; what is remembered stays. */
  stop() {
    this.#tracker.stop();
  }

  /** Stops tracking the order and forgets it. It goes on at the API. */
  forget() {
    this.stop();
    this.#storage?.forget();
  }

  get #storage(): OrderStorage | undefined {
    return this.#connection.storage(this.#kind);
  }
}
