import type {Brand, Quote} from '../../domain/types.js';

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

/** Carries a command from a step to the root; like `ActionEvent` it is not composed. */
export class CommandEvent extends Event {
  static readonly type = 'cr-command';
  readonly command: CheckoutCommand;

  constructor(command: CheckoutCommand) {
    super(CommandEvent.type, {bubbles: true, cancelable: command.type === 'before-order'});
    this.command = command;
  }
}

/** Dispatches a command from a step. Returns `false` if the page canceled it. */
export function dispatchCommand(step: EventTarget, command: CheckoutCommand): boolean {
  return step.dispatchEvent(new CommandEvent(command));
}
