import {withKnownDelivery} from '../domain/known-delivery.js';
import {compareReadings, type Freshness} from '../domain/order-freshness.js';
import type {Order} from '../domain/types.js';

/** The newest reading of an order that has arrived, by stream or by read. */
export class LatestOrder {
  #now: () => number;
  #order: Order | undefined;
  #changedAt: number;
  #streamedAt = 0;

  /** @param order The order as far as it is known already. */
  constructor(order: Order | undefined, now: () => number) {
    this.#order = order;
    this.#now = now;
    this.#changedAt = now();
  }

  /** `undefined` before the first reading, and once dropped. */
  get order(): Order | undefined {
    return this.#order;
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
    const order = withKnownDelivery(given, this.#order);
    const arrivedAt = this.#now();
    const known = this.#order && {
      order: this.#order,
      changedAt: this.#changedAt,
      streamedAt: this.#streamedAt,
    };
    const freshness = known ? compareReadings(known, {order, requestedAt, arrivedAt}) : 'newer';
    if (freshness === 'newer') {
      this.#order = order;
      this.#changedAt = arrivedAt;
      if (requestedAt === undefined) this.#streamedAt = arrivedAt;
    }
    return freshness;
  }

  /** Drops the order, because it may hold codes. */
  drop() {
    this.#order = undefined;
  }
}
