import {html, LitElement, nothing} from 'lit';

import type {Messages} from '../../locales/en.js';
import {controls} from '../../styles/controls.js';
import {feedback} from '../../styles/feedback.js';
import {reset} from '../../styles/reset.js';
import {text} from '../../styles/text.js';
import {checkIcon, copyIcon} from '../../templates/icons.js';
import {copyText} from './copy-text.js';
import {styles} from './cr-copy-button.styles.js';
import {reactive} from './reactive.js';

/** Milliseconds that the result of a copy stays on the button. */
const FLASH = 2000;

/** A button that copies one bare value, shows whether it worked and says so. */
export class CrCopyButton extends LitElement {
  static override properties = reactive('value label name messages', 'result');
  static override styles = [reset, text, controls, feedback, styles];

  value = '';
  /** Names the value, such as “Amount”. */
  label = '';
  /** Part name of the button. */
  name = 'copy';
  messages!: Messages;

  private result: 'none' | 'copied' | 'failed' = 'none';

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.result = 'none';
  }

  override render() {
    const {label} = this;
    const {copy, copiedValue, copyFailed} = this.messages.payment;
    const isCopied = this.result === 'copied';
    const title = `${copy}: ${label}`;
    return html`<button type="button" part=${this.name} class="secondary ${isCopied ? 'done' : ''}"
        aria-label=${title} title=${title} @click=${this.#onClick}>
        ${isCopied ? checkIcon : copyIcon}
      </button>
      <span class="hidden-text" role="status">${isCopied ? copiedValue(label) : nothing}</span>
      ${this.result === 'failed' ? html`<p class="wrong small" role="alert">${copyFailed}</p>` : nothing}`;
  }

  async #onClick() {
    // The region is emptied first: a second copy is announced like the first.
    this.result = 'none';
    const isCopied = await copyText(this.value, this.renderRoot);
    this.result = isCopied ? 'copied' : 'failed';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.result === 'copied') this.result = 'none';
    }, FLASH);
  }
}
