import {compare, isPositive, subtract} from './money.js';
import type {Delivery, Order} from './types.js';

/**
 * What an order's state means to the buyer. `checking` is a state that nobody has heard of: it is shown as being
 * looked at, and tracking goes on.
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

/** What a payment's state says of an order whose own state lags behind it. */
const PAYMENT_PHASES: Readonly<Record<string, OrderPhase>> = {
  PaymentReceived: 'paid',
  PaymentCompleted: 'paid',
  ExpiredAfterPaymentDetection: 'detected',
  Expired: 'expired',
};

/**
 * The phase of an order. What the API knows of the payment counts even while the order's own state lags behind, so that
 * nobody is asked for money twice or too late.
 */
export function phaseOf({state, paymentState = ''}: Pick<Order, 'state' | 'paymentState'>): OrderPhase {
  const phase = own(PHASES, state) ?? 'checking';
  return (phase === 'waiting' && own(PAYMENT_PHASES, paymentState)) || phase;
}

function own(phases: Readonly<Record<string, OrderPhase>>, state: string): OrderPhase | undefined {
  return Object.hasOwn(phases, state) ? phases[state] : undefined;
}

/** A terminal state that is not Done. */
export function isFailed(phase: OrderPhase): boolean {
  return phase === 'expired' || phase === 'failed' || phase === 'cancelled' || phase === 'refunded';
}

/** Nothing more will happen, as far as the API says. An expired order is over too, but a late payment can revive it. */
export function isOver(phase: OrderPhase): boolean {
  return phase === 'done' || isFailed(phase);
}

/** Nothing can be expected of the API any more, whatever its payment's state says: not even a late payment. */
export function isSettled({state}: Pick<Order, 'state'>): boolean {
  const phase = phaseOf({state});
  return isOver(phase) && phase !== 'expired';
}

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

/** How far an order has come: what goes backwards is rather an old message that comes late than news. */
export function progressOf(order: Pick<Order, 'state' | 'paymentState'>): number {
  return FORWARD[phaseOf(order)];
}

/** Whether something of an order was delivered already, however the rest goes. */
export function hasDelivery({deliveries}: Order): boolean {
  return deliveries.some(({code, link, activation}) => code || link || activation);
}

/** An order with what was bought, and nothing of what was delivered. */
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

/** What has arrived against what was asked for. The amount is what is missing, or what is too much; a decimal string. */
export type Balance =
  | {readonly type: 'none' | 'exact'}
  | {readonly type: 'under' | 'over'; readonly amount: string};

export function balanceOf({coinAmount, received}: Pick<Order, 'coinAmount' | 'received'>): Balance {
  if (coinAmount === undefined || received === undefined || !isPositive(received)) return {type: 'none'};
  const order = compare(received, coinAmount);
  if (order === 0) return {type: 'exact'};
  return order < 0
    ? {type: 'under', amount: subtract(coinAmount, received)}
    : {type: 'over', amount: subtract(received, coinAmount)};
}

/** Whether money may still be sent: nothing has been seen, or less than was asked for. */
export function canBePaid(order: Order): boolean {
  return (
    phaseOf(order) === 'waiting' ||
    (order.state === 'PartialPaymentStarted' && balanceOf(order).type === 'under')
  );
}

/** What is to be sent now, a decimal string: what is missing, or all of it. An invoice is paid as a whole or not at all. */
export function dueOf(order: Order): string | undefined {
  const balance = balanceOf(order);
  return balance.type === 'under' && order.network !== 'Lightning' ? balance.amount : order.coinAmount;
}
