import type {ReactiveControllerHost} from 'lit';
import {isFinal, phaseOf, withoutSecrets} from '../domain/order.js';
import type {Order} from '../domain/types.js';
import {KeptOrder} from './kept-order.js';
import type {ProxyConnection} from './proxy-connection.js';

/** Receives a reading of the order; `before` is `undefined` for the first. */
export type BackgroundOrderListener = (order: Order, before: Order | undefined) => void;

/**
 * An order that the buyer left open for another purchase: read slowly and remembered apart, until it is opened again,
 * comes to nothing, or is forgotten.
 */
export class BackgroundOrder {
  #host: ReactiveControllerHost;
  #onChange: BackgroundOrderListener;
  #kept: KeptOrder;
  #order: Order | undefined;

  constructor(host: ReactiveControllerHost, connection: ProxyConnection, onChange: BackgroundOrderListener) {
    this.#host = host;
    this.#onChange = onChange;
    this.#kept = new KeptOrder(host, connection, 'background', {
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
    this.#kept.remember(order);
    this.#kept.track(order.id);
    this.#order = withoutSecrets(order);
  }

  /** Tracks the order that was kept before, in this browser too, unless it is the one on screen. */
  resume(orderIdOnScreen: string) {
    const orderId = this.#kept.orderId ?? this.#kept.remembered?.orderId;
    if (orderId && orderId !== orderIdOnScreen) this.#kept.track(orderId);
    else this.forget();
  }

  /** Forgets the order. It goes on at the API. */
  forget() {
    this.#kept.forget();
    this.#order = undefined;
    this.#host.requestUpdate();
  }

  #onOrder(order: Order) {
    const before = this.#order;
    const phase = phaseOf(order);
    if (isFinal(phase) && phase !== 'done') this.forget();
    else this.#order = withoutSecrets(order);
    this.#host.requestUpdate();
    this.#onChange(order, before);
  }
}
