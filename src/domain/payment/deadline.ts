import type {Order} from '../types.js';
import {readInvoice} from './bolt11.js';

/** Milliseconds that the API keeps an order open for payment when it names no deadline. */
const PAYMENT_WINDOW = 30 * 60_000;

/** Milliseconds of the longest window that is believed: the API's guide names three hours. */
const LONGEST_WINDOW = 7 * 24 * 3_600_000;

/**
 * Returns when payment should have arrived, in milliseconds since 1970: the earlier of the API's own expiry and that of a
 * Lightning invoice (BOLT 11), which no wallet pays after it; without either, 30 minutes after creation; `undefined` without
 * any. An expiry before the creation, or more than a week after it, is a fault of the sender and ignored; so is a creation
 * more than a week after `now`. It is advice to the buyer: only the order's state ends an order.
 */
export function deadlineOf(
  {expiresAt, address = '', createdAt: said}: Order,
  now = Number.POSITIVE_INFINITY,
): number | undefined {
  const createdAt = said !== undefined && said < now + LONGEST_WINDOW ? said : undefined;
  const latest = (createdAt ?? now) + LONGEST_WINDOW;
  const own = expiresAt !== undefined && expiresAt >= (createdAt ?? 0) ? expiresAt : latest;
  const end = Math.min(own, readInvoice(address)?.expiresAt ?? latest);
  if (end < latest) return end;
  return createdAt === undefined ? undefined : createdAt + PAYMENT_WINDOW;
}

/** Whether an invoice can still be paid. `now` is in milliseconds since 1970. */
export function isInvoiceAlive(invoice: string, now: number): boolean {
  return (readInvoice(invoice)?.expiresAt ?? 0) > now;
}
