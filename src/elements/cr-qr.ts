import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';

import {base} from '../styles/base.js';
import {given} from './properties.js';

/** ISO/IEC 18004 asks for a quiet zone of four modules on every side. */
const QUIET = 4;
/** Modules a side of version 12. Above it, larger modules help a camera more than a second copy of the data does. */
const LARGE = 65;

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
      const {generate, correction} = await import('lean-qr');
      let code = generate(text, {minCorrectionLevel: correction.M});
      if (code.size > LARGE) code = generate(text);
      let path = '';
      for (let y = 0; y < code.size; y++) {
        for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
      }
      return {path, side: code.size + 2 * QUIET};
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
