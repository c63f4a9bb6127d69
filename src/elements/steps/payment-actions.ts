import type {Messages} from '../../locales/en.js';
import type {NoticeAction} from '../../templates/notice.js';
import {dispatchAction} from './action-event.js';
import {dispatchCommand} from './command-event.js';

/** Returns the ways on from an order that cannot be paid as it stands. */
export function paymentActions(
  host: EventTarget,
  {retry, payment}: Messages,
): Record<'retry' | 'quoteAgain' | 'startOver', NoticeAction> {
  return {
    retry: {label: retry, isRetry: true, act: () => dispatchCommand(host, {type: 'check-order'})},
    quoteAgain: {label: payment.quoteAgain, act: () => dispatchAction(host, {type: 'quote-again'})},
    startOver: {label: payment.startOver, act: () => dispatchAction(host, {type: 'start-over'})},
  };
}
