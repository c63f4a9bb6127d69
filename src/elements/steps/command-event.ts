import type {Brand, Quote} from '../../domain/types.js';
import {StepEvent} from './step-event.js';

/** A command of a step to the root, beside the actions that move the checkout. */
export type CheckoutCommand =
  /** Reads the order now. */
  | {readonly type: 'check-order'}
  /** Gives up the last attempt to create an order: the next one is another order. */
  | {readonly type: 'forget-attempt'}
  /** Fires `cr-before-order`, which the page may cancel. */
  | {readonly type: 'before-order'; readonly quote: Quote}
  /** Opens the brand that the page has preselected. */
  | {readonly type: 'open-brand'; readonly brand: Brand};

/** Dispatches a command from a step. Returns `false` if the page canceled it. */
export function dispatchCommand(step: EventTarget, command: CheckoutCommand): boolean {
  return step.dispatchEvent(new StepEvent('cr-command', command, true));
}
