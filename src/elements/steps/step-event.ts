/**
 * Carries a message from a step to the root, which is in the next shadow tree outwards. It bubbles and is not composed: a page
 * that listens in the capture phase must not see what the buyer types.
 */
export class StepEvent<Message> extends Event {
  readonly message: Message;

  constructor(type: string, message: Message, cancelable = false) {
    super(type, {bubbles: true, cancelable});
    this.message = message;
  }
}
