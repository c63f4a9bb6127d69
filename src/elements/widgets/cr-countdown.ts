import {css, html, LitElement} from 'lit';

import type {Messages} from '../../locales/en.js';
import {timeLeft} from '../../locales/format.js';
import {reset} from '../../styles/reset.js';
import {text} from '../../styles/text.js';
import {fresh} from '../../templates/fresh.js';
import {reactive} from './reactive.js';

/** Seconds left at which the time is announced: often enough to know, seldom enough to listen to. */
const ANNOUNCED = [1800, 900, 600, 300, 120, 60, 30];

/** Milliseconds left from which on the time is shown in the colour of a warning. */
const LOW = 120_000;

const styles = css`
  .low {
    color: var(--_danger);
    font-weight: 600;
  }
`;

/**
 * Shows the time left until a deadline, computed anew every second and when the page is looked at again, so that a sleep of
 * the device does not stop it. Announces it at falling intervals, and fires `cr-time-up` once when it runs out.
 */
export class CrCountdown extends LitElement {
  static override properties = reactive('deadline now messages', 'left announcement');
  static override styles = [reset, text, styles];

  /** Milliseconds since 1970. */
  deadline = 0;
  now: () => number = Date.now;
  messages!: Messages;

  private left = 0;
  private announcement = '';

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(this.#tick, 1000);
    addEventListener('pageshow', this.#tick);
    document.addEventListener('visibilitychange', this.#tick);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    removeEventListener('pageshow', this.#tick);
    document.removeEventListener('visibilitychange', this.#tick);
  }

  override willUpdate() {
    this.left = this.deadline - this.now();
  }

  override render() {
    return html`<span role="timer" aria-label=${this.messages.payment.timeLeft} class="number ${this.left < LOW ? 'low' : ''}" translate="no">${fresh(timeLeft(this.left))}</span>
      <span class="hidden-text" role="status">${fresh(this.announcement)}</span>`;
  }

  #tick = () => {
    const before = this.left;
    const left = this.deadline - this.now();
    this.left = left;
    if (left <= 0) {
      this.announcement = '';
      if (before > 0) this.dispatchEvent(new Event('cr-time-up', {bubbles: true}));
    } else if (ANNOUNCED.some(seconds => before > seconds * 1000 && left <= seconds * 1000)) {
      const {minutesLeft, secondsLeft} = this.messages.payment;
      this.announcement =
        left > 30_000 ? minutesLeft(Math.ceil(left / 60_000)) : secondsLeft(Math.ceil(left / 1000));
    }
  };
}
