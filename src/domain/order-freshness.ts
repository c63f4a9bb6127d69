import {progressOf} from './order.js';
import type {Order} from './types.js';

/** Milliseconds for which an answer may come from the proxy's order cache (2 s), with a margin for the way. */
export const MAX_CACHE_AGE = 5_000;

/** Milliseconds after which an order is taken although its own time is older: one wrong time must not stop its clock. */
const MAX_DISTRUST = 60_000;

/** The order as it is known. Times are milliseconds since 1970. */
export interface KnownOrder {
  readonly order: Order;
  readonly changedAt: number;
  /** When a stream message brought the last change; 0 if none did. */
  readonly streamedAt: number;
}

/** An order that has just arrived. */
export interface Reading {
  readonly order: Order;
  readonly arrivedAt: number;
  /** When it was requested; `undefined` for a stream message. */
  readonly requestedAt?: number | undefined;
}

/**
 * How an arrived order compares with the known one: the `same`, `newer`, `stale` by its own time, or `unclear`: possibly
 * older, which another read decides.
 */
export type Freshness = 'same' | 'newer' | 'stale' | 'unclear';

/**
 * Decides which of two readings of an order is newer: by their own times if both have one, else by the progress they
 * show and by when the later one was requested, because a cache or a slow answer may bring yesterday's state.
 */
export function compareReadings(known: KnownOrder, reading: Reading): Freshness {
  if (contentKey(reading.order) === contentKey(known.order)) return 'same';
  if (!isStale(known, reading)) return 'newer';
  // A late message is ignored. A late read may have met a cache, and is repeated.
  const isStreamed = reading.requestedAt === undefined;
  return isStreamed && leadOf(reading.order, known.order) !== 0 ? 'stale' : 'unclear';
}

/** Whether a reading may be older than the known order. */
function isStale(
  {order: before, changedAt, streamedAt}: KnownOrder,
  {order, arrivedAt, requestedAt}: Reading,
): boolean {
  const lead = leadOf(order, before);
  if (lead !== 0) return lead < 0 && arrivedAt - changedAt < MAX_DISTRUST;
  const progress = progressOf(order) - progressOf(before);
  if (requestedAt === undefined) return progress < 0;
  const isOtherState = progress < 0 || (progress === 0 && stateKey(order) !== stateKey(before));
  return isOtherState && requestedAt < streamedAt + MAX_CACHE_AGE;
}

/** Returns the milliseconds by which an order is newer than another by their own times; 0 if either has none. */
function leadOf({updatedAt = 0}: Order, {updatedAt: before = 0}: Order): number {
  return updatedAt && before && updatedAt - before;
}

/** Returns a key of everything an order says but the time of its last update. */
export function contentKey(order: Order): string {
  return JSON.stringify({...order, updatedAt: 0});
}

/** Returns a key of the API's two states: tabs exchange it, and it says nothing of the buyer. */
export function stateKey({state, paymentState}: Pick<Order, 'state' | 'paymentState'>): string {
  return `${state} ${paymentState}`;
}
