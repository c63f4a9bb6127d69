import type {CheckoutAction} from '../../domain/checkout.js';

/**
 * Carries a change of the checkout from a step to the root, which is in the next shadow tree outwards. It bubbles and is not
 * composed: a page that listens in the capture phase must not see what the buyer types.
 */
export class ActionEvent extends Event {
  static readonly type = 'cr-action';
  readonly action: CheckoutAction;

  constructor(action: CheckoutAction) {
    super(ActionEvent.type, {bubbles: true});
    this.action = action;
  }
}

/** Dispatches an action from a step. */
export function dispatchAction(step: EventTarget, action: CheckoutAction) {
  step.dispatchEvent(new ActionEvent(action));
}
