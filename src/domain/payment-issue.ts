import {balanceOf, canBePaid, isFailed, phaseOf} from './order.js';
import type {Order} from './types.js';

/** Deviations of a payment from what was due. `wrong` is another coin or network, as the buyer says. */
export type PaymentIssue = 'underpaid' | 'overpaid' | 'late' | 'wrong';

/** The issue of an order's payment; `undefined` if there is none. */
export function paymentIssueOf(
  order: Order,
  {isReportedWrong, isTimeUp}: {readonly isReportedWrong: boolean; readonly isTimeUp: boolean},
): PaymentIssue | undefined {
  const phase = phaseOf(order);
  const isOpen = phase === 'waiting' || phase === 'detected' || phase === 'checking' || isFailed(phase);
  if (isOpen && isReportedWrong) return 'wrong';
  const {type} = balanceOf(order);
  if (type === 'over') return 'overpaid';
  if (phase === 'expired' && type !== 'none') return 'late';
  return type === 'under' && canBePaid(order) && !isTimeUp ? 'underpaid' : undefined;
}
