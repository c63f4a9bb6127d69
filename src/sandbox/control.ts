import {expired, isTerminal, type Mark, markAt, paid, replan, type Timeline, underpaid} from './timeline.js';

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
] as const;

export type ControlAction = (typeof controlActions)[number];

/** The order after the action, or a sentence that says why the action makes no sense now. */
export function applyAction(timeline: Timeline, action: ControlAction, now: number): Timeline | string {
  const {state, sent} = markAt(timeline, now);
  const isUnpaid = sent === 'nothing' || sent === 'half';
  const to = (next: string, payment = 'PaymentReceived', amount: Mark['sent'] = isUnpaid ? 'all' : sent) =>
    replan(timeline, now, {at: now, state: next, payment, sent: amount});
  switch (action) {
    case 'pay':
    case 'overpay':
      // A payment can come after the order expired, and is still fulfilled.
      if (!isUnpaid || (isTerminal(state) && state !== 'Expired'))
        return `An order that is ${state} takes no payment.`;
      return replan(timeline, now, ...paid(now, action === 'pay' ? 'all' : 'excess'));
    case 'underpay':
      if (state !== 'WaitingForPayment' || sent !== 'nothing')
        return `An order that is ${state} cannot be underpaid.`;
      return replan(timeline, now, underpaid(now), ...expiryAfter(timeline, now));
    case 'expire':
      if (!isUnpaid || isTerminal(state)) return `An order that is ${state} cannot expire.`;
      return replan(timeline, now, {...expired(now), sent});
    case 'fail':
      if (isTerminal(state)) return `An order that is ${state} cannot fail.`;
      return to('PaymentFailed', 'PaymentFailed', sent);
    case 'refund':
      if (state === 'Done' || state === 'Refunded') return `An order that is ${state} cannot be refunded.`;
      return to('Refunded');
    case 'hold':
      if (isTerminal(state)) return `An order that is ${state} cannot be held.`;
      return to('WaitingForManualAction');
    case 'advance':
      if (isTerminal(state)) return `An order that is ${state} goes no further.`;
      return to(nextOf(state));
  }
}

/** The window does not grow because a part was paid. */
function expiryAfter(timeline: Timeline, now: number): Timeline {
  const coming = timeline.filter(mark => mark.at > now && mark.state === 'Expired');
  return coming.map(mark => ({...mark, sent: 'half'}));
}

/** One step along the usual way, and no further by itself. */
function nextOf(state: string): string {
  const way = ['WaitingForPayment', 'PaymentReceived', 'WaitingForDelivery', 'Done'];
  return state === 'PaymentStarted'
    ? 'PaymentReceived'
    : (way[way.indexOf(state) + 1 || way.length - 1] ?? 'Done');
}
