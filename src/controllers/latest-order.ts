import {withKnownDelivery} from '../domain/known-delivery.js';
import {compareReadings, type Freshness, type KnownOrder} from '../domain/order-freshness.js';
import type {Order} from '../domain/types.js';

/** The newest reading of an order that has arrived, by stream or by read. */
export class LatestOrder {
  #now: () => number;
  #known: KnownOrder | undefined;
  #changedAt: number;

  /** @param order The order as far as it is known already. */
  constructor(order: Order | undefined, now: () => number) {
    this.#now = now;
    this.#changedAt = now();
    this.#known = order && {order, changedAt: this.#changedAt, streamedAt: 0};
  }

  /** `undefined` before the first reading, and once dropped. */
  get order(): Order | undefined {
    return this.#known?.order;
  }

  /** Milliseconds since it changed, or since the tracking began. */
  get quietFor(): number {
    return this.#now() - this.#changedAt;
  }

  /**
   * Takes a reading if it is newer, and returns how it compares.
   *
   * @param requestedAt When it was requested, in milliseconds since 1970; `undefined` for a stream message.
   */
  take(given: Order, requestedAt: number | undefined): Freshness {
    const known = this.#known;
    const order = withKnownDelivery(given, known?.order);
    const arrivedAt = this.#now();
    const freshness = known ? compareReadings(known, {order, requestedAt, arrivedAt}) : 'newer';
    if (freshness === 'newer') {
      this.#changedAt = arrivedAt;
      const streamedAt = requestedAt === undefined ? arrivedAt : (known?.streamedAt ?? 0);
      this.#known = {order, changedAt: arrivedAt, streamedAt};
    }
    return freshness;
  }

  /** Drops the order, because it may hold codes. */
  drop() {
    this.#known = undefined;
  }
}
