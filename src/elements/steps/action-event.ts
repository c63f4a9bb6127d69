import type {CheckoutAction} from '../../domain/checkout.js';
import {StepEvent} from './step-event.js';

/** Dispatches a change of the checkout from a step. */
export function dispatchAction(step: EventTarget, action: CheckoutAction) {
  step.dispatchEvent(new StepEvent('cr-action', action));
}
