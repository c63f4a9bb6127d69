import type {Order} from '../types.js';
import {readInvoice} from './bolt11.js';

/** Milliseconds that the API keeps an order open for payment when it names no deadline. */
const PAYMENT_WINDOW = 30 * 60_000;

/**
 * Returns when payment should have arrived, in milliseconds since 1970: the API's own expiry, else that of a Lightning
 * invoice (BOLT 11), else 30 minutes after creation; `undefined` without any. It is advice to the buyer: only the order's
 * state ends an order.
 */
export function deadlineOf({expiresAt, address = '', createdAt}: Order): number | undefined {
  return (
    expiresAt ??
    readInvoice(address)?.expiresAt ??
    (createdAt === undefined ? undefined : createdAt + PAYMENT_WINDOW)
  );
}
