import {html, nothing, type TemplateResult} from 'lit';

import type {Draft} from '../domain/draft.js';
import type {RecipientField} from '../domain/recipient-check.js';
import type {Quote} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {textField} from './field.js';

/** Type of each input. It is its keyboard, too, and except for the name what the browser fills in. */
const TYPES = {phone: 'tel', email: 'email', name: 'text'} as const;

export interface RecipientFields {
  readonly draft: Draft;
  readonly quote: Quote;
  /** A refund can be sent to an address of the quote's network. */
  readonly hasRefund: boolean;
  readonly isRefundOpen: boolean;
  readonly onRefundToggle: (isOpen: boolean) => void;
  /** Fields that hold something wrong. */
  readonly wrong: readonly RecipientField[];
  /** Returns why the API refused a field; `undefined` if it did not. */
  readonly problemOf: (field: RecipientField) => string | undefined;
  readonly messages: Messages;
  readonly onInput: (change: Partial<Draft>) => void;
}

/** Draws who receives an order: a phone number if the product needs one, the e-mail address, the name once it is needed. */
export function recipientFields(fields: RecipientFields): TemplateResult {
  const {details} = fields.messages;
  const isToPhone = fields.quote.product.deliveredTo === 'phone';
  return html`${isToPhone ? field(fields, 'phone', details.phoneHint) : nothing}
  ${field(fields, 'email', isToPhone ? details.emailReceiptHint : details.emailHint)}
  ${fields.draft.isNameNeeded ? field(fields, 'name', details.nameHint) : nothing}
  ${fields.hasRefund ? refundField(fields) : nothing}`;
}

function field(fields: RecipientFields, name: keyof typeof TYPES, hint: string): TemplateResult {
  const {details} = fields.messages;
  const entry = name === 'name' ? 'fullName' : name;
  const type = TYPES[name];
  return textField({
    name,
    label: details[name],
    hint,
    wrong: wrongText(fields, name, details[`${name}Wrong`]),
    value: fields.draft[entry],
    type,
    inputMode: type,
    autocomplete: type === 'text' ? 'name' : type,
    onInput: value => fields.onInput({[entry]: value}),
  });
}

function refundField(fields: RecipientFields): TemplateResult {
  const {details} = fields.messages;
  const {coin, network} = fields.quote;
  return html`<details ?open=${fields.isRefundOpen}
    @toggle=${({target}: Event) => fields.onRefundToggle((target as HTMLDetailsElement).open)}>
    <summary class="small">${details.refund} <span class="muted">${details.optional}</span></summary>
    ${textField({
      name: 'refund-address',
      label: details.refund,
      isLabelHidden: true,
      hint: details.refundHint(coin, network.label),
      wrong: wrongText(fields, 'refund-address', details.refundWrong(network.label)),
      value: fields.draft.refundAddress,
      onInput: refundAddress => fields.onInput({refundAddress}),
    })}
  </details>`;
}

/** Returns the error of a field: its own, else the API's; `undefined` if there is none. */
function wrongText(
  {wrong, problemOf}: RecipientFields,
  name: RecipientField,
  own: string,
): string | undefined {
  return wrong.includes(name) ? own : problemOf(name);
}
