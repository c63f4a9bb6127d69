import type {ApiError} from '../../api/errors.js';
import type {PaymentPreference} from '../../domain/payment-choice.js';
import {StepEvent} from './step-event.js';

/** A notice of a step about itself. */
export type StepNotice =
  /** The buyer can use it. */
  | {readonly type: 'ready'}
  /** The coin and the network on screen, chosen by the buyer or before. */
  | {readonly type: 'payment'; readonly payment: PaymentPreference}
  /** While it is busy, there is no way back. */
  | {readonly type: 'busy'; readonly isBusy: boolean}
  /** Something failed. An error about an order is reported to the page once, however often the order is read. */
  | {readonly type: 'error'; readonly error: ApiError; readonly orderId?: string};

/** Dispatches a notice from a step. */
export function dispatchNotice(step: EventTarget, notice: StepNotice) {
  step.dispatchEvent(new StepEvent('cr-notice', notice));
}
