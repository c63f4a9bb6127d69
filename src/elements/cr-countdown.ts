import {css, html, LitElement} from 'lit';

import {timeLeft} from '../locales/format.js';
import {base} from '../styles/base.js';
import {given, inner} from './properties.js';

/** Shows the time left until a deadline, computed anew every second, so that a sleep of the device does not stop it. */
export class CrCountdown extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  static override properties = {
    deadline: given,
    now: given,
    label: {},
    left: inner,
  };

  /** Milliseconds since 1970. */
  deadline = 0;
  now: () => number = Date.now;
  label = '';

  private left = 0;

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#tick(), 1000);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override willUpdate() {
    this.left = this.deadline - this.now();
  }

  override render() {
    return html`<span role="timer" aria-label=${this.label} class="number">${timeLeft(this.left)}</span>`;
  }

  #tick() {
    const left = this.deadline - this.now();
    if (left <= 0 && this.left > 0) this.dispatchEvent(new Event('cr-time-up', {bubbles: true}));
    this.left = left;
  }
}
