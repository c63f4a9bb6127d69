import {html, type TemplateResult} from 'lit';

import type {Brand} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {problemNotice} from './notice.js';

/** Whether a brand sells plans, such as `5 GB 30 days`, rather than amounts. */
export function hasPlans({kind}: Brand): boolean {
  return kind === 'esim';
}

/** Draws what stands in the place of a price before there is a choice: an error once the buyer has pressed the button. */
export function choosePrompt(brand: Brand, {quote}: Messages, isMissed: boolean): TemplateResult {
  const text = hasPlans(brand) ? quote.plans : quote.choose;
  return isMissed ? problemNotice(text) : html`<p class="muted">${text}</p>`;
}
