import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';

import {base} from '../styles/base.js';
import {given} from './properties.js';

/** ISO/IEC 18004 asks for a quiet zone of four modules on every side. */
const QUIET = 4;

/** Draws a text as a QR code on a white plate, whatever the theme: dark-on-light is what every reader reads. */
export class CrQr extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        inline-size: 100%;
        aspect-ratio: 1;
        background: #fff;
        border-radius: var(--_radius);
        overflow: hidden;
        forced-color-adjust: none;
      }

      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
      }
    `,
  ];

  static override properties = {
    text: given,
    label: {},
  };

  text = '';
  /** What the picture is, for those who cannot see it. */
  label = '';

  #modules = new Task(this, {
    args: () => [this.text] as const,
    task: async ([text]) => {
      const {create} = (await import('qrcode')).default;
      const {size, data} = create(text, {errorCorrectionLevel: 'M'}).modules;
      let path = '';
      for (let at = 0; at < data.length; at++) {
        if (data[at]) path += `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`;
      }
      return {path, side: size + 2 * QUIET};
    },
  });

  override render() {
    return this.#modules.render({
      pending: () => html`<div class="skeleton"></div>`,
      complete: ({path, side}) => html`<svg
        viewBox="0 0 ${side} ${side}"
        role="img"
        aria-label=${this.label}
        shape-rendering="crispEdges"
      >
        <rect width=${side} height=${side} fill="#fff"></rect>
        <path d=${path} fill="#000"></path>
      </svg>`,
    });
  }
}
