import {html, nothing, type TemplateResult} from 'lit';

import {sentence} from './fresh.js';

export interface StepHeading {
  /** 2 to 6. */
  readonly level: number;
  /** Picture before it. */
  readonly mark?: TemplateResult | undefined;
  /** Drawn behind it. */
  readonly aside?: TemplateResult | undefined;
}

/** Draws a step's heading, which can be focused. */
export function stepHeading(text: string, {level, mark, aside}: StepHeading): TemplateResult {
  return html`<div class="title">
    ${mark ?? nothing}
    <h2 part="heading" tabindex="-1" aria-level=${level}>${sentence(text)}</h2>
    ${aside ?? nothing}
  </div>`;
}
