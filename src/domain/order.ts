import {ownValue} from './own-value.js';
import type {Delivery, Order} from './types.js';

/**
 * What an order's state means to the buyer. `detected` is a payment without enough confirmations, `onHold` a manual
 * review. `checking` is an unknown state: it is shown as being looked at, and tracking goes on.
 */
export type OrderPhase =
  | 'waiting'
  | 'detected'
  | 'paid'
  | 'preparing'
  | 'onHold'
  | 'done'
  | 'expired'
  | 'failed'
  | 'cancelled'
  | 'refunded'
  | 'checking';

const PHASES: Readonly<Record<string, OrderPhase>> = {
  Created: 'waiting',
  WaitingForPayment: 'waiting',
  PaymentStarted: 'detected',
  PartialPaymentStarted: 'detected',
  PaymentReceived: 'paid',
  WaitingForDelivery: 'preparing',
  WaitingForManualAction: 'onHold',
  Done: 'done',
  Expired: 'expired',
  PaymentFailed: 'failed',
  PaymentSetupFailed: 'failed',
  Canceled: 'cancelled',
  Cancelled: 'cancelled',
  Refunded: 'refunded',
};

/** Phases by payment state, in small letters alone, which count while the order's own state lags behind. */
const PAYMENT_PHASES: Readonly<Record<string, OrderPhase>> = {
  paymentreceived: 'paid',
  paymentcompleted: 'paid',
  expiredafterpaymentdetection: 'detected',
  expired: 'expired',
  paymentfailed: 'failed',
  refunded: 'refunded',
};

/** Returns the phase that a payment state stands for, in any spelling; `undefined` for one that says nothing of money. */
export function paymentPhaseOf({paymentState = ''}: Pick<Order, 'paymentState'>): OrderPhase | undefined {
  return ownValue(PAYMENT_PHASES, paymentState.toLowerCase().replace(/[^a-z]/g, ''));
}

/**
 * Returns the phase of an order. The payment state counts while the order still waits or only sees a payment, so that no
 * buyer is asked for money twice or too late, and where the payment of an order without success was sent back. An order that
 * goes on although its payment failed or was sent back is being checked.
 */
export function phaseOf(order: Pick<Order, 'state' | 'paymentState'>): OrderPhase {
  const phase = ownValue(PHASES, order.state) ?? 'checking';
  const payment = paymentPhaseOf(order);
  if (payment === undefined) return phase;
  if (phase === 'waiting') return payment;
  const isGoing = phase === 'detected' || phase === 'paid' || phase === 'preparing';
  if (isGoing && payment === 'failed') return 'checking';
  if (phase === 'detected' && payment !== 'expired') return payment;
  if (payment !== 'refunded') return phase;
  return isGoing ? 'checking' : isFailed(phase) ? payment : phase;
}

/** Whether an order has ended without delivery. */
export function isFailed(phase: OrderPhase): boolean {
  return phase === 'expired' || phase === 'failed' || phase === 'cancelled' || phase === 'refunded';
}

/** Whether an order has ended. An expired one has too, although a late payment can revive it. */
export function isOver(phase: OrderPhase): boolean {
  return phase === 'done' || isFailed(phase);
}

/** Whether an order has ended, and not even a late payment changes that. */
export function isFinal(phase: OrderPhase): boolean {
  return isOver(phase) && phase !== 'expired';
}

/** Whether an order is final by its own state, whatever its payment state. */
export function isSettled({state}: Pick<Order, 'state'>): boolean {
  return isFinal(phaseOf({state}));
}

/** How far each phase is on the way to the end. */
const FORWARD: Readonly<Record<OrderPhase, number>> = {
  waiting: 0,
  expired: 1,
  detected: 1,
  paid: 2,
  onHold: 3,
  checking: 3,
  preparing: 3,
  done: 4,
  failed: 4,
  cancelled: 4,
  refunded: 4,
};

/** Returns how far an order has come, 0 to 4. A message that goes backwards is more likely late than news. */
export function progressOf(order: Pick<Order, 'state' | 'paymentState'>): number {
  return FORWARD[phaseOf(order)];
}

/** Whether anything of an order was delivered, whatever happens to the rest. */
export function hasDelivery({deliveries}: Order): boolean {
  return deliveries.some(({code, link, activation}) => code || link || activation);
}

/** Returns the order with what was bought and without what was delivered. */
export function withoutSecrets(order: Order): Order {
  const bare = ({state, brandName, label, country, deliveredTo}: Delivery) => ({
    state,
    brandName,
    label,
    country,
    deliveredTo,
  });
  return {...order, deliveries: order.deliveries.map(bare)};
}
