import type {CheckoutSession} from '../controllers/checkout-session.js';
import type {CheckoutAction} from '../domain/checkout.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import type {EventReporter} from './event-reporter.js';
import type {CheckoutCommand} from './steps/command-event.js';
import type {StepNotice} from './steps/notice-event.js';
import type {StepEvent} from './steps/step-event.js';

export interface StepMessagesOptions {
  readonly session: CheckoutSession;
  readonly reporter: EventReporter;
  readonly onBusy: (isBusy: boolean) => void;
}

/** Listens to the three messages of steps: actions move the session, commands make it act, notices are about the step. */
export class StepMessages {
  #options: StepMessagesOptions;

  /** Coin and network on screen in the quote step; `undefined` until that has them. */
  payment: PaymentPreference | undefined;

  constructor(options: StepMessagesOptions) {
    this.#options = options;
  }

  onAction = ({message: action}: StepEvent<CheckoutAction>) => {
    if (action.type === 'pick-brand') this.payment = undefined;
    this.#options.session.send(action);
  };

  onCommand = (event: StepEvent<CheckoutCommand>) => {
    const {session, reporter} = this.#options;
    const {message: command} = event;
    switch (command.type) {
      case 'check-order':
        return session.check();
      case 'forget-attempt':
        return session.forgetAttempt();
      case 'before-order':
        if (!reporter.reportBeforeOrder(command.quote)) event.preventDefault();
        return;
      case 'open-brand':
        return session.open(command.brand);
    }
  };

  onNotice = ({message: notice}: StepEvent<StepNotice>) => {
    const {reporter, onBusy} = this.#options;
    switch (notice.type) {
      case 'ready':
        return reporter.reportReady();
      case 'payment':
        this.payment = notice.payment;
        return;
      case 'busy':
        return onBusy(notice.isBusy);
      case 'error':
        return reporter.reportError(notice.error, notice.orderId);
    }
  };
}
