import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';

/** Draws what stands above a skeleton: "loading" for a screen reader, and a line that appears after a longer wait. */
export function waiting({loading, slow}: Messages): TemplateResult {
  return html`<span class="hidden-text" role="status">${loading}</span>
    <p class="slow">${slow}</p>`;
}
