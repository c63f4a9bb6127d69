import type {Order} from './types.js';

/**
 * What an order's state means to the buyer. `checking` is a state that nobody has heard of: it is shown as being
 * looked at, and tracking goes on.
 */
export type OrderPhase =
  | 'waiting'
  | 'seen'
  | 'paid'
  | 'preparing'
  | 'held'
  | 'done'
  | 'expired'
  | 'failed'
  | 'cancelled'
  | 'refunded'
  | 'checking';

const PHASES: Readonly<Record<string, OrderPhase>> = {
  Created: 'waiting',
  WaitingForPayment: 'waiting',
  PaymentStarted: 'seen',
  PartialPaymentStarted: 'seen',
  PaymentReceived: 'paid',
  WaitingForDelivery: 'preparing',
  WaitingForManualAction: 'held',
  Done: 'done',
  Expired: 'expired',
  PaymentFailed: 'failed',
  PaymentSetupFailed: 'failed',
  Canceled: 'cancelled',
  Cancelled: 'cancelled',
  Refunded: 'refunded',
};

const PAYMENT_ARRIVED: ReadonlySet<string> = new Set(['PaymentReceived', 'PaymentCompleted']);

/** The phase of an order. A payment that the API has seen counts even while the order's own state lags behind. */
export function phaseOf(order: Pick<Order, 'state' | 'paymentState'>): OrderPhase {
  const phase = Object.hasOwn(PHASES, order.state) ? PHASES[order.state] : undefined;
  if (phase === 'waiting' && PAYMENT_ARRIVED.has(order.paymentState ?? '')) return 'paid';
  return phase ?? 'checking';
}

/** Whether money may still be sent: decides if an address is shown at all. */
export function isPayable(phase: OrderPhase): boolean {
  return phase === 'waiting';
}

/** A terminal state that is not Done. */
export function isFailed(phase: OrderPhase): boolean {
  return phase === 'expired' || phase === 'failed' || phase === 'cancelled' || phase === 'refunded';
}

/** Nothing more will happen, as far as the API says. An expired order is over too, but a late payment can revive it. */
export function isOver(phase: OrderPhase): boolean {
  return phase === 'done' || isFailed(phase);
}

/** Minutes that the API keeps an order open for payment when it names no deadline. */
const PAYMENT_WINDOW = 30 * 60_000;

/**
 * When payment should have arrived, in milliseconds since 1970: the API's own expiry, else 30 minutes after creation.
 * It is advice to the buyer; only the order's state ends an order.
 */
export function deadlineOf(order: Order): number | undefined {
  return order.expiresAt ?? (order.createdAt === undefined ? undefined : order.createdAt + PAYMENT_WINDOW);
}
