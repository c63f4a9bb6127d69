import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';

/** What is said over a skeleton: at once to a screen reader, and to everybody when it takes longer than usual. */
export function waiting({loading, slow}: Messages): TemplateResult {
  return html`<span class="hidden-text" role="status">${loading}</span>
    <p class="slow">${slow}</p>`;
}
