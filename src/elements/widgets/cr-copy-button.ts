import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators/property.js';
import {state} from 'lit/decorators/state.js';

import type {Messages} from '../../locales/en.js';
import {controls} from '../../styles/controls.js';
import {feedback} from '../../styles/feedback.js';
import {reset} from '../../styles/reset.js';
import {text} from '../../styles/text.js';
import {checkIcon, copyIcon} from '../../templates/icons.js';
import {copyText} from './copy-text.js';
import {styles} from './cr-copy-button.styles.js';

/** Milliseconds that the result of a copy stays on the button. */
const FLASH = 2000;

/** A button that copies one bare value, shows whether it worked and says so. */
export class CrCopyButton extends LitElement {
  static override styles = [reset, text, controls, feedback, styles];

  @property({attribute: false}) value = '';
  /** Names the value to a screen reader, which cannot see what the button stands beside. */
  @property() label = '';
  @property({attribute: false}) messages!: Messages;

  @state() private result: 'none' | 'copied' | 'failed' = 'none';

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.result = 'none';
  }

  override render() {
    const {payment} = this.messages;
    const isCopied = this.result === 'copied';
    return html`<button type="button" part="copy" class="secondary ${isCopied ? 'done' : ''}" aria-label=${this.label} @click=${this.#onClick}>
        ${isCopied ? checkIcon : copyIcon}<span aria-hidden="true">${isCopied ? payment.copied : payment.copy}</span>
      </button>
      <span class="hidden-text" role="status">${isCopied ? payment.copied : nothing}</span>
      ${this.result === 'failed' ? html`<p class="wrong small" role="alert">${payment.copyFailed}</p>` : nothing}`;
  }

  async #onClick() {
    const isCopied = await copyText(this.value, this.renderRoot);
    this.result = isCopied ? 'copied' : 'failed';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.result === 'copied') this.result = 'none';
    }, FLASH);
  }
}
