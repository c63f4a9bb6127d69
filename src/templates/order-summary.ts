import {html, nothing, type TemplateResult} from 'lit';
import {fresh} from './fresh.js';

export interface SummaryLine {
  readonly label: string;
  readonly value: string;
  readonly isTotal?: boolean;
}

/** Draws what is about to be ordered, line by line. Lines without a value are left out. */
export function orderSummary(lines: readonly SummaryLine[]): TemplateResult {
  return html`<dl class="summary" part="summary">
    ${lines.map(({label, value, isTotal}) =>
      value
        ? html`<div>
            <dt>${label}</dt>
            <dd class="number ${isTotal ? 'total' : ''}" part=${isTotal ? 'total' : nothing} translate="no">${fresh(value)}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}
