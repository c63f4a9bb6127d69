import {html, type TemplateResult} from 'lit';

import {checkFaceValue, type FaceValueCheck, suggestedFaceValues} from '../domain/denomination.js';
import type {RangeProduct} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {fiatAmount} from '../locales/format.js';
import {textField} from './field.js';
import {sentence} from './fresh.js';

export interface AmountField {
  readonly product: RangeProduct;
  readonly text: string;
  readonly messages: Messages;
  readonly language: string;
  /** The buyer has left the field, or submitted it: whatever is wrong is meant. */
  readonly isLeft: boolean;
  readonly onInput: (amount: string) => void;
  readonly onLeave: (event: Event) => void;
}

/** A separator that decimals may still follow. */
const UNFINISHED = /[.,٫]\s*$/;

/** Draws a free amount with its bounds, its error, and allowed amounts to press. The typed text is never changed. */
export function amountField(field: AmountField): TemplateResult {
  const {product, text, messages, language, isLeft, onInput, onLeave} = field;
  const fiat = (amount: string) => fiatAmount(amount, product.currency, language);
  const check = checkFaceValue(product, text);
  // More keys can still make an amount large enough, or put it on a step.
  const isMeant =
    isLeft || check.type === 'too-high' || (check.type === 'not-a-number' && !UNFINISHED.test(text));
  const offered = isMeant && 'near' in check ? check.near : suggestedFaceValues(product);
  return html`<div class="stack">
    ${textField({
      name: 'amount',
      label: messages.quote.amount(product.currency),
      hint: messages.quote.bounds(fiat(product.min), fiat(product.max)),
      wrong: isMeant ? amountProblem(check, product, {messages, fiat}) : undefined,
      value: text,
      inputMode: 'decimal',
      onInput,
      onLeave,
    })}
    <div class="pills">
      ${offered.map(
        amount => html`<button type="button" part="suggestion"
          aria-pressed=${check.type === 'ok' && amount === check.faceValue} @click=${() => onInput(amount)}>
          ${sentence(fiat(amount))}
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
