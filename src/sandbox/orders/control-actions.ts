import {isRecord} from './order-request.js';
import {
  expired,
  isTerminal,
  paid,
  paidShare,
  replan,
  type Snapshot,
  snapshotAt,
  type Timeline,
  underpaid,
} from './timeline.js';

/** What can be done to an order by hand, as `POST /sandbox/orders/{id}/{action}`. */
export const controlActions = [
  'pay',
  'underpay',
  'overpay',
  'expire',
  'fail',
  'refund',
  'hold',
  'advance',
  'detect',
  'misdirect',
  'cancel',
] as const;

export type ControlAction = (typeof controlActions)[number];

/** The order after the action, or a sentence that says why the action makes no sense now. */
export function applyAction(
  timeline: Timeline,
  action: ControlAction,
  now: number,
  scenario: ReadonlySet<string>,
): Timeline | string {
  const {state, sent} = snapshotAt(timeline, now);
  const isUnpaid = sent < paidShare.all;
  const to = (next: string, payment = 'PaymentReceived', amount: number = isUnpaid ? paidShare.all : sent) =>
    replan(timeline, now, {at: now, state: next, payment, sent: amount});
  switch (action) {
    case 'pay':
    case 'overpay':
      // A payment can come after the order expired, and is still fulfilled.
      if (!isUnpaid || (isTerminal(state) && state !== 'Expired'))
        return `An order that is ${state} takes no payment.`;
      return replan(
        timeline,
        now,
        ...paid(now, scenario, action === 'pay' ? paidShare.all : paidShare.excess),
      );
    case 'underpay':
      if (state !== 'WaitingForPayment' || sent !== paidShare.nothing)
        return `An order that is ${state} cannot be underpaid.`;
      return replan(timeline, now, underpaid(now), ...expiryAfter(timeline, now, paidShare.half));
    case 'detect':
      if (state !== 'WaitingForPayment') return `No payment can be seen on an order that is ${state}.`;
      return replan(
        timeline,
        now,
        {at: now, state: 'PaymentStarted', payment: 'PaymentRequested', sent},
        ...expiryAfter(timeline, now, sent),
      );
    case 'misdirect':
      if (!isUnpaid || isTerminal(state)) return `An order that is ${state} takes no payment.`;
      return to('WaitingForManualAction', 'PaymentRequested', sent);
    case 'expire':
      if (!isUnpaid || isTerminal(state)) return `An order that is ${state} cannot expire.`;
      return replan(timeline, now, expired(now, sent));
    case 'cancel':
      if (!isUnpaid || isTerminal(state)) return `An order that is ${state} cannot be canceled.`;
      return to('Canceled', 'Expired', sent);
    case 'fail':
      if (isTerminal(state)) return `An order that is ${state} cannot fail.`;
      return to('PaymentFailed', 'PaymentFailed', sent);
    case 'refund':
      if (state === 'Done' || state === 'Refunded') return `An order that is ${state} cannot be refunded.`;
      return to('Refunded', 'PaymentReceived', sent === paidShare.nothing ? paidShare.all : sent);
    case 'hold':
      if (isTerminal(state)) return `An order that is ${state} cannot be held.`;
      return to('WaitingForManualAction');
    case 'advance':
      if (isTerminal(state)) return `An order that is ${state} goes no further.`;
      return to(nextOf(state));
  }
}

/** A state to put an order into; what is not said stays. */
export type StateChange = Partial<Omit<Snapshot, 'at'>>;

/** Reads the body of `POST /sandbox/orders/{id}/state`; a text says what is wrong with it. */
export function readState(body: unknown): StateChange | string {
  if (!isRecord(body)) return 'The body must be a JSON object.';
  const {order_state: state, payment_state: payment, sent_percent: percent} = body;
  if (![state, payment].every(value => value === undefined || typeof value === 'string'))
    return 'order_state and payment_state must be texts.';
  if (percent !== undefined && !(Number.isInteger(percent) && Number(percent) >= 0))
    return 'sent_percent must be a whole number.';
  return {
    ...(state === undefined ? {} : {state: String(state)}),
    ...(payment === undefined ? {} : {payment: String(payment)}),
    ...(percent === undefined ? {} : {sent: Number(percent) * 100}),
  };
}

/** An order put into any state by hand; what is not said stays, and nothing more happens by itself. */
export function applyState(timeline: Timeline, now: number, change: StateChange): Timeline {
  return replan(timeline, now, {...snapshotAt(timeline, now), ...change, at: now});
}

/** The window does not grow because a part was paid. */
function expiryAfter(timeline: Timeline, now: number, sent: number): Timeline {
  const coming = timeline.filter(mark => mark.at > now && mark.state === 'Expired');
  return coming.map(mark => ({...mark, sent}));
}

/** One step along the usual way, and no further by itself. */
function nextOf(state: string): string {
  const way = ['WaitingForPayment', 'PaymentReceived', 'WaitingForDelivery', 'Done'];
  return ['PaymentStarted', 'PartialPaymentStarted'].includes(state)
    ? 'PaymentReceived'
    : (way[way.indexOf(state) + 1 || way.length - 1] ?? 'Done');
}
