import {html, nothing, type TemplateResult} from 'lit';

/**
 * Draws a step's heading, which can be focused, with an optional picture beside it. The slot below it is for what the root
 * shows in every step: an order left open, and the choice made so far.
 */
export function stepHeading(text: string, mark?: TemplateResult): TemplateResult {
  return html`<div class="title ${mark ? 'with-mark' : ''}">
      ${mark ?? nothing}
      <h2 part="heading" tabindex="-1">${text}</h2>
    </div>
    <slot></slot>`;
}
