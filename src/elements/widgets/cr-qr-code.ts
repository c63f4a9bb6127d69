import {html, LitElement, nothing} from 'lit';

import {memoizeLast} from '../../domain/memoize-last.js';
import type {Messages} from '../../locales/en.js';
import {reset} from '../../styles/reset.js';
import {clearIcon} from '../../templates/icons.js';
import {styles} from './cr-qr-code.styles.js';
import {qrModules} from './qr-modules.js';
import {reactive} from './reactive.js';

/** Quiet zone on every side, in modules (ISO/IEC 18004). */
const QUIET = 4;
/** Draws a text as a QR code on a white plate, whatever the theme: dark-on-light is what every reader reads. */
export class CrQrCode extends LitElement {
  static override properties = {...reactive('text messages'), label: {}};
  static override styles = [reset, styles];

  text = '';
  /** Describes the picture to a screen reader. */
  label = '';
  messages!: Messages;

  #picture = memoizeLast(qrPath);

  override render() {
    const picture = this.#picture(this.text);
    if (!picture) return nothing;
    const {path, side} = picture;
    const {close, enlarge} = this.messages.payment;
    const code = html`<svg viewBox="0 0 ${side} ${side}" font-size=${side} role="img"
      aria-label=${this.label}>
      <rect width=${side} height=${side} fill="#fff"></rect>
      <path d=${path} fill="#000"></path>
    </svg>`;
    return html`${code}<button type="button" class="enlarge" aria-label=${enlarge} title=${enlarge} @click=${() => this.#dialog?.showModal()}></button>
      <dialog aria-label=${this.label} @click=${() => this.#dialog?.close()}>
        <button type="button" class="close" aria-label=${close}>${clearIcon}</button>
        ${code}
      </dialog>`;
  }

  /** The enlarged code. It is closed by a press anywhere and not by a form: a frame that is sandboxed without forms submits none. */
  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }
}

/** Returns an SVG path of the dark modules, and the side of the picture in modules; `undefined` if there is no QR code. */
function qrPath(text: string): {readonly path: string; readonly side: number} | undefined {
  const modules = qrModules(text);
  if (!modules) return undefined;
  const {size} = modules;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++)
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  }
  return {path, side: size + 2 * QUIET};
}
