import {applyAction, type ControlAction} from './control-actions.js';
import type {Order} from './order.js';
import {applyStateChange, type StateChange} from './state-change.js';
import {type Snapshot, snapshotAt, type Timeline} from './timeline.js';

/** The orders of one sandbox, and the listeners to their changes. */
export interface OrderBook {
  readonly size: number;
  add(order: Order): void;
  find(id: string): Order | undefined;
  /** Finds the order that a request with this key made. */
  findByKey(key: string): Order | undefined;
  /** Returns all orders, the newest first. */
  list(): readonly Order[];
  /** Returns the current state of an order. */
  snapshot(order: Order): Snapshot;
  /** Applies a control action; returns the changed order, or a sentence when the action is impossible. */
  apply(order: Order, action: ControlAction): Order | string;
  /** Puts an order into any state and returns it. */
  put(order: Order, change: StateChange): Order;
  /** Notifies the listeners that the clock was moved. */
  announce(): void;
  /** Calls the listener after each action and each move of the clock, until the returned function is called. */
  watch(listener: () => void): () => void;
  clear(): void;
}

export function createOrderBook(now: () => number): OrderBook {
  const orders = new Map<string, Order>();
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of [...listeners]) listener();
  };
  const list = () => [...orders.values()].reverse();
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
    findByKey: key => list().find(order => order.key === key),
    list,
    snapshot: order => snapshotAt(order.timeline, now()),
    apply(order, action) {
      const timeline = applyAction(order.timeline, action, now(), order.effects);
      return typeof timeline === 'string' ? timeline : change(order, timeline);
    },
    put: (order, state) => change(order, applyStateChange(order.timeline, now(), state)),
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
