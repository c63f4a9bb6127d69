import {css, html, LitElement} from 'lit';
import {property, state} from 'lit/decorators.js';

import {timeLeft} from '../locales/format.js';
import {base} from '../styles/base.js';

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

  /** Milliseconds since 1970. */
  @property({attribute: false}) deadline = 0;
  @property({attribute: false}) now: () => number = Date.now;
  @property() label = '';

  @state() private left = 0;

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
