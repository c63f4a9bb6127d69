import {html, type TemplateResult} from 'lit';

import type {Quote} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {selectField} from './field.js';
import {sentence} from './fresh.js';
import {chevronIcon} from './icons.js';

/** Quantities to choose from: the API takes ten deliveries in one order. */
const QUANTITIES = Array.from({length: 10}, (_, index) => String(index + 1));

export interface QuoteCommit {
  readonly quantity: number;
  /** `undefined` while the choice has no price. */
  readonly quote: Quote | undefined;
  /** The button cannot be pressed, for a reason that is on screen. While nothing is chosen it can: it says what is missing. */
  readonly isDisabled: boolean;
  readonly messages: Messages;
  readonly onQuantity: (quantity: number) => void;
  readonly onSubmit: (event: Event) => void;
}

/**
 * Draws the quantity, and the button that goes on with a quote. It listens to the click, which Enter in a field makes too: a
 * frame that is sandboxed without forms submits none.
 */
export function quoteCommit(commit: QuoteCommit): TemplateResult {
  const {quantity, quote, isDisabled, messages, onQuantity, onSubmit} = commit;
  const {submit, submitWithPrice, quantity: label} = messages.quote;
  return html`<div class="commit">
    ${selectField({
      name: 'quantity',
      label,
      isLabelHidden: true,
      value: String(quantity),
      options: QUANTITIES.map(value => ({value, label: `${value} ×`})),
      icon: chevronIcon,
      onPick: value => onQuantity(Number(value)),
    })}
    <button class="primary" type="submit" part="submit" @click=${onSubmit} ?disabled=${isDisabled} aria-disabled=${!quote}>
      ${sentence(quote ? submitWithPrice(coinAmount(quote.coinAmount, quote.coin)) : submit)}
    </button>
  </div>`;
}
