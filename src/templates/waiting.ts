import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';

/** Draws what stands above a skeleton: "loading" for a screen reader, and a line that appears after a longer wait. */
export function waiting({loading, slow}: Messages): TemplateResult {
  return html`<span class="hidden-text" role="status">${loading}</span>
    <p class="slow">${slow}</p>`;
}

/** Draws the place of an order that is being read. */
export function opening({payment}: Messages): TemplateResult {
  return html`<div aria-busy="true">
    <span class="hidden-text" role="status">${payment.opening}</span>
    <div class="skeleton opening"></div>
  </div>`;
}

/** Draws the place of a brand's products, of how to pay and of the quote. */
export function offerSkeleton(messages: Messages): TemplateResult {
  return html`<div class="stack" aria-busy="true">
    ${waiting(messages)}
    <div class="denominations">${Array.from({length: 6}, () => html`<div class="skeleton row"></div>`)}</div>
    <div class="pay"><div class="skeleton row"></div><div class="skeleton row"></div></div>
    <div class="skeleton quote"></div>
  </div>`;
}
