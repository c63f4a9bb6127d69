import {html, LitElement} from 'lit';

import type {Messages} from '../../locales/en.js';
import {base} from '../../styles/base.js';
import {checkIcon, copyIcon} from '../../templates/icons.js';
import {given, inner} from '../properties.js';
import {dispatchAction} from '../steps/action-event.js';
import {styles} from './cr-copy-button.styles.js';

/** How long the result of a copy stays on the button. */
const FLASH = 2000;

/** A button that copies one bare value and says whether it worked. */
export class CrCopyButton extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    value: given,
    label: {},
    messages: given,
    result: inner,
  };

  value = '';
  /** What is copied, for those who cannot see beside what the button stands. */
  label = '';
  messages!: Messages;

  private result: 'none' | 'copied' | 'failed' = 'none';

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
      ${this.result === 'failed' ? html`<p class="wrong small" role="alert">${payment.copyFailed}</p>` : ''}`;
  }

  async #onClick() {
    const isCopied = (await copyByClipboard(this.value)) || copyBySelection(this.value, this.renderRoot);
    this.result = isCopied ? 'copied' : 'failed';
    if (isCopied) dispatchAction(this, {type: 'announce', text: this.messages.payment.copied});
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.result === 'copied') this.result = 'none';
    }, FLASH);
  }
}

async function copyByClipboard(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}

/** For pages without the Clipboard API: insecure ones, frames without the permission. */
function copyBySelection(value: string, root: ParentNode): boolean {
  const field = document.createElement('textarea');
  field.value = value;
  field.className = 'hidden-text';
  field.readOnly = true;
  root.append(field);
  const focused = (root as ShadowRoot).activeElement as HTMLElement | null;
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus();
  }
}
