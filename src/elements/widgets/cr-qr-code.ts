import {Task} from '@lit/task';
import {html, LitElement} from 'lit';

import type {Messages} from '../../locales/en.js';
import {base} from '../../styles/base.js';
import {given} from '../properties.js';
import {styles} from './cr-qr-code.styles.js';
import {qrModules} from './qr-modules.js';

/** ISO/IEC 18004 asks for a quiet zone of four modules on every side. */
const QUIET = 4;
/** CSS pixels of one module, where there is room for them. */
const MODULE = 4;
/** CSS pixels of the smallest code: a phone at arm's length reads it. */
const SMALLEST = 208;

/** Draws a text as a QR code on a white plate, whatever the theme: dark-on-light is what every reader reads. */
export class CrQrCode extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    text: given,
    label: {},
    messages: given,
  };

  text = '';
  /** What the picture is, for those who cannot see it. */
  label = '';
  messages!: Messages;

  #modules = new Task(this, {
    args: () => [this.text] as const,
    task: async ([text]) => {
      const code = await qrModules(text);
      let path = '';
      for (let y = 0; y < code.size; y++) {
        for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
      }
      return {path, side: code.size + 2 * QUIET};
    },
  });

  override render() {
    return this.#modules.render({
      complete: ({path, side}) => {
        const {back, payment} = this.messages;
        const size = Math.max(SMALLEST, side * MODULE);
        const picture = html`<svg
          viewBox="0 0 ${side} ${side}"
          width=${size}
          height=${size}
          role="img"
          aria-label=${this.label}
        >
          <rect width=${side} height=${side} fill="#fff"></rect>
          <path d=${path} fill="#000"></path>
        </svg>`;
        return html`${picture}<button type="button" aria-label=${payment.enlarge} @click=${() => this.#dialog?.showModal()}></button>
          <dialog aria-label=${this.label}>
            ${picture}<button type="button" aria-label=${back} @click=${() => this.#dialog?.close()}></button>
          </dialog>`;
      },
    });
  }

  /** Closed by a press and not by a form: a frame that is sandboxed without forms submits none. */
  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }
}
