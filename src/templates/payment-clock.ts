import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';
import {clockIcon} from './icons.js';

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
  return html`<p class="clock">
    ${clockIcon}
    <cr-countdown part="countdown" .deadline=${deadline} .now=${now} .messages=${messages}
      @cr-time-up=${onTimeUp}></cr-countdown>
  </p>`;
}
