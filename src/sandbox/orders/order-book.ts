import type {Destination} from '../payment/destination.js';
import {applyAction, applyState, type ControlAction, type StateChange} from './control-actions.js';
import {type Snapshot, snapshotAt, type Timeline} from './timeline.js';
import type {Validation} from './validation.js';

export interface Order {
  readonly id: string;
  /** Counts from 1 since the last reset. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly origin: string;
  readonly email: string;
  readonly refundAddress?: string | undefined;
  /** Of the request that made it, where that matters. */
  readonly key?: string | undefined;
  /** The words of the buyer's e-mail. */
  readonly scenario: ReadonlySet<string>;
  readonly validation: Validation;
  readonly destination: Destination;
  readonly timeline: Timeline;
}

/** The orders of one sandbox, and who wants to hear of changes. */
export interface OrderBook {
  readonly size: number;
  add(order: Order): void;
  find(id: string): Order | undefined;
  /** The newest first. */
  list(): readonly Order[];
  /** Where the order is now. */
  mark(order: Order): Snapshot;
  /** The changed order, or a sentence that says why not. */
  apply(order: Order, action: ControlAction): Order | string;
  /** The order put into any state. */
  put(order: Order, change: StateChange): Order;
  /** Makes those who watch look again: the clock was moved. */
  announce(): void;
  /** Calls back after each change by hand; the answer stops it. */
  watch(listener: () => void): () => void;
  clear(): void;
}

export function createOrderBook(now: () => number): OrderBook {
  const orders = new Map<string, Order>();
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of [...listeners]) listener();
  };
  const change = (order: Order, timeline: Timeline) => {
    const changed = {...order, timeline};
    orders.set(order.id, changed);
    announce();
    return changed;
  };
  return {
    get size() {
      return orders.size;
    },
    add: order => void orders.set(order.id, order),
    find: id => orders.get(id.toLowerCase()),
    list: () => [...orders.values()].reverse(),
    mark: order => snapshotAt(order.timeline, now()),
    apply(order, action) {
      const timeline = applyAction(order.timeline, action, now(), order.scenario);
      return typeof timeline === 'string' ? timeline : change(order, timeline);
    },
    put: (order, wanted) => change(order, applyState(order.timeline, now(), wanted)),
    announce,
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear() {
      orders.clear();
      announce();
    },
  };
}
