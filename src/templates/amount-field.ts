import {html, type TemplateResult} from 'lit';

import {checkFaceValue, type FaceValueCheck, suggestedFaceValues} from '../domain/denomination.js';
import type {RangeProduct} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {fiatAmount} from '../locales/format.js';
import {textField} from './field.js';

export interface AmountField {
  readonly product: RangeProduct;
  readonly text: string;
  readonly messages: Messages;
  readonly language: string;
  readonly onInput: (amount: string) => void;
}

/** Draws a free amount with its bounds, its error, and allowed amounts to press. The typed text is never changed. */
export function amountField({product, text, messages, language, onInput}: AmountField): TemplateResult {
  const fiat = (amount: string) => fiatAmount(amount, product.currency, language);
  const check = checkFaceValue(product, text);
  const offered = 'near' in check ? check.near : suggestedFaceValues(product);
  return html`<div class="stack">
    ${textField({
      name: 'amount',
      label: messages.quote.amount(product.currency),
      hint: messages.quote.bounds(fiat(product.min), fiat(product.max)),
      wrong: amountProblem(check, product, {messages, fiat}),
      value: text,
      inputMode: 'decimal',
      onInput,
    })}
    <div class="pills">
      ${offered.map(
        amount => html`<button
          type="button"
          part="suggestion"
          aria-pressed=${check.type === 'ok' && amount === check.faceValue}
          @click=${() => onInput(amount)}
        >
          ${fiat(amount)}
        </button>`,
      )}
    </div>
  </div>`;
}

function amountProblem(
  check: FaceValueCheck,
  product: RangeProduct,
  {messages, fiat}: {messages: Messages; fiat: (amount: string) => string},
): string | undefined {
  const {quote} = messages;
  switch (check.type) {
    case 'ok':
    case 'empty':
      return undefined;
    case 'not-a-number':
      return quote.notANumber;
    case 'too-low':
      return quote.tooLow(fiat(product.min));
    case 'too-high':
      return quote.tooHigh(fiat(product.max));
    case 'off-step':
      return quote.offStep(fiat(product.step));
  }
}
