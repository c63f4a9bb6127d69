import {html, nothing, type TemplateResult} from 'lit';

import {fresh} from './fresh.js';

export interface Chips<Value extends string> {
  readonly part: string;
  readonly label: string;
  /** Label of '', which stands for every value. */
  readonly all: string;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => {readonly text: string; readonly language?: string | undefined};
  readonly chosen: string;
  readonly onPick: (value: Value | '') => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** Shows all of a long row where it is cut. */
  readonly more: {readonly label: string; readonly isOpen: boolean; readonly onOpen: () => void};
}

/** Values that fit beside each other in most places. */
const SHORT = 5;

/**
 * Draws a row of filters of which one is pressed; `nothing` if there is no choice. The pressed one is in the tab order, arrow
 * keys lead to the others (ARIA Authoring Practices, toolbar).
 */
export function chips<Value extends string>(row: Chips<Value>): TemplateResult | typeof nothing {
  const {part, label, all, values, nameOf, chosen, onPick, onKey, more} = row;
  if (values.length < 2) return nothing;
  const isLong = values.length > SHORT;
  return html`<div class="chips ${isLong && !more.isOpen ? 'cut' : ''}">
    <div role="toolbar" aria-label=${label} @keydown=${onKey}>
      ${(['', ...values] as const).map(
        value => html`<button type="button" part=${part} lang=${(value && nameOf(value).language) || nothing}
          tabindex=${value === chosen ? 0 : -1} aria-pressed=${value === chosen}
          @click=${() => onPick(value)}>${fresh(value ? nameOf(value).text : all)}</button>`,
      )}
    </div>
    ${
      isLong && !more.isOpen
        ? html`<button type="button" class="quiet more" tabindex="-1" aria-hidden="true" @mousedown=${keepFocus} @click=${more.onOpen}>${more.label}</button>`
        : nothing
    }
  </div>`;
}

/** Leaves the focus where it is: the button goes away when it is pressed. */
function keepFocus(event: Event) {
  event.preventDefault();
}
