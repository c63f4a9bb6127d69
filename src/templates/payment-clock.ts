import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';

export interface PaymentClock {
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** Returns the server's time. */
  readonly now: () => number;
  readonly messages: Messages;
  readonly onTimeUp: () => void;
}

/** Draws the time left to pay. */
export function paymentClock({deadline, now, messages, onTimeUp}: PaymentClock): TemplateResult {
  return html`<p class="clock small">
    <span class="muted">${messages.payment.timeLeft}</span>
    <cr-countdown
      part="countdown"
      .deadline=${deadline}
      .now=${now}
      .messages=${messages}
      @cr-time-up=${onTimeUp}
    ></cr-countdown>
  </p>`;
}
