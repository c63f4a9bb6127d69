import {html, LitElement} from 'lit';

import type {Messages} from '../../locales/en.js';
import {timeLeft} from '../../locales/format.js';
import {base} from '../../styles/base.js';
import {given, inner} from '../properties.js';
import {dispatchAction} from '../steps/action-event.js';

/** Seconds left at which the time is said aloud: often enough to know, seldom enough to listen to. */
const SPOKEN = [1800, 900, 600, 300, 120, 60, 30];

/**
 * Shows the time left until a deadline, computed anew every second and when the page is looked at again, so that a sleep of
 * the device does not stop it. Fires `cr-time-up` once when it runs out.
 */
export class CrCountdown extends LitElement {
  static override styles = base;

  static override properties = {
    deadline: given,
    now: given,
    messages: given,
    left: inner,
  };

  /** Milliseconds since 1970. */
  deadline = 0;
  now: () => number = Date.now;
  messages!: Messages;

  private left = 0;

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
    return html`<span role="timer" aria-label=${this.messages.payment.timeLeft} class="number">${timeLeft(this.left)}</span>`;
  }

  #tick = () => {
    const before = this.left;
    const left = this.deadline - this.now();
    this.left = left;
    if (left <= 0) {
      if (before > 0) this.dispatchEvent(new Event('cr-time-up', {bubbles: true}));
    } else if (SPOKEN.some(seconds => before > seconds * 1000 && left <= seconds * 1000)) {
      const {minutesLeft, secondsLeft} = this.messages.payment;
      const text =
        left > 30_000 ? minutesLeft(Math.ceil(left / 60_000)) : secondsLeft(Math.ceil(left / 1000));
      dispatchAction(this, {type: 'announce', text});
    }
  };
}
