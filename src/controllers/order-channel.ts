import {stateKey} from '../domain/order-freshness.js';
import type {Order} from '../domain/types.js';
import type {Channel} from './environment.js';

/**
 * Connects elements and tabs that track the same order: each announces the states it learns of. Messages are never
 * taken as states, because any script of the origin can send them; one that differs is a reason to read the order.
 */
export class OrderChannel {
  #channel: Channel | undefined;
  #stateKey: string | undefined;

  /**
   * @param channel `undefined` if the browser has none: nothing is announced then.
   * @param order The order as it is known, `undefined` before the first read.
   */
  constructor(channel: Channel | undefined, order: Order | undefined, onDifference: () => void) {
    this.#channel = channel;
    this.#stateKey = order && stateKey(order);
    channel?.addEventListener('message', ({data}) => {
      if (data !== this.#stateKey) onDifference();
    });
  }

  /** Announces the state of an order if it is another than before; the first state is not announced. */
  announce(order: Order) {
    const before = this.#stateKey;
    this.#stateKey = stateKey(order);
    if (before !== undefined && before !== this.#stateKey) this.#channel?.postMessage(this.#stateKey);
  }

  close() {
    this.#channel?.close();
  }
}
