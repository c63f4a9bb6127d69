import type {ReactiveControllerHost} from 'lit';

import {isFinal, phaseOf, withoutSecrets} from '../domain/order.js';
import type {Order} from '../domain/types.js';
import {OrderTracker} from './order-tracker.js';
import type {ProxyConnection} from './proxy-connection.js';

/** Receives a reading of the order; `before` is `undefined` for the first. */
export type BackgroundOrderListener = (order: Order, before: Order | undefined) => void;

/**
 * An order that the buyer left open for another purchase: read slowly and remembered apart, until it is opened again,
 * comes to nothing, or is forgotten. Without one, the open order of an element with another preselected brand, whose changes
 * are that element's to report.
 */
export class BackgroundOrder {
  #host: ReactiveControllerHost;
  #onChange: BackgroundOrderListener;
  #connection: ProxyConnection;
  #tracker: OrderTracker;
  #order: Order | undefined;
  #isElsewhere = false;

  constructor(host: ReactiveControllerHost, connection: ProxyConnection, onChange: BackgroundOrderListener) {
    this.#host = host;
    this.#connection = connection;
    this.#onChange = onChange;
    this.#tracker = new OrderTracker(host, {
      source: connection,
      isBackground: true,
      onOrder: order => this.#onOrder(order),
      onTrackingError: error => {
        if (error?.code === 'order_not_found') this.forget();
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
    this.#connection.remember('background', order);
    this.#tracker.watch(order.id);
    this.#order = withoutSecrets(order);
  }

  /** Tracks the order that was kept before, in this browser too, unless it is the one on screen. */
  resume(orderIdOnScreen: string) {
    const own = this.#tracker.orderId ?? this.#connection.storage('background')?.read();
    const orderId = own ?? this.#connection.readElsewhere();
    if (!orderId || orderId === orderIdOnScreen) return this.forget();
    this.#isElsewhere ||= !own;
    this.#tracker.watch(orderId);
  }

  /** Forgets the order. It goes on at the API. */
  forget() {
    this.#tracker.stop();
    this.#connection.storage('background')?.forget();
    this.#order = undefined;
    this.#isElsewhere = false;
    this.#host.requestUpdate();
  }

  #onOrder(order: Order) {
    const before = this.#order;
    const phase = phaseOf(order);
    const isElsewhere = this.#isElsewhere;
    if (isFinal(phase) && (phase !== 'done' || (isElsewhere && !before))) this.forget();
    else this.#order = withoutSecrets(order);
    this.#host.requestUpdate();
    if (!isElsewhere) this.#onChange(order, before);
  }
}
