import type {ApiError} from '../../api/errors.js';
import type {CheckoutAction} from '../../domain/checkout.js';
import type {Brand, Quote} from '../../domain/types.js';

/** What a step asks of the root, or tells it. */
export type Ask =
  | CheckoutAction
  | {readonly type: 'ready'}
  /** The brand that the page asked for is on sale. */
  | {readonly type: 'preselect-brand'; readonly brand: Brand}
  | {readonly type: 'before-order'; readonly quote: Quote}
  | {readonly type: 'busy'; readonly isBusy: boolean}
  | {readonly type: 'forget-attempt'}
  | {readonly type: 'check-order'}
  | {readonly type: 'announce'; readonly text: string}
  | {readonly type: 'headline'; readonly text: string}
  | {readonly type: 'failed'; readonly error: ApiError};

/**
 * It is not composed: a page that listens to everything in the capture phase would see what is entered. `ask` carries it
 * through the shadow roots, up to the root element that hears it.
 */
export class ActionEvent extends Event {
  static readonly type = 'cr-ask';
  readonly action: Ask;
  isHeard = false;

  constructor(action: Ask) {
    super(ActionEvent.type, {bubbles: true, cancelable: action.type === 'before-order'});
    this.action = action;
  }
}

/** Asks from inside a step; `false` means that the page has vetoed it. */
export function dispatchAction(from: Node, what: Ask): boolean {
  const event = new ActionEvent(what);
  for (let at: Node | undefined = from; at && !event.isHeard; at = (at.getRootNode() as ShadowRoot).host)
    at.dispatchEvent(event);
  return !event.defaultPrevented;
}
