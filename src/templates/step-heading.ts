import {html, nothing, type TemplateResult} from 'lit';

/**
 * A step's heading, which can be focused, with an optional picture beside it; below it is the place for what the root shows
 * with every step: an order left open, and the choice made so far.
 */
export function stepHeading(text: string, mark?: TemplateResult): TemplateResult {
  return html`<div class="title ${mark ? 'with-mark' : ''}">
      ${mark ?? nothing}
      <h2 part="heading" tabindex="-1">${text}</h2>
    </div>
    <slot></slot>`;
}
