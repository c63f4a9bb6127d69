import {html, nothing, type TemplateResult} from 'lit';

import type {PayableOrder} from '../domain/payment/instruction.js';
import type {Messages} from '../locales/en.js';
import {groupedAddress} from '../locales/format.js';
import {copyableValue} from './copyable-value.js';
import {warningIcon} from './icons.js';

/** Characters above which a value scrolls in its place, by the keyboard too (WCAG 2.2, 2.1.1): an invoice, no address. */
const LONG = 90;

/** Draws the exact amount to send now. `due` is all of it, or what is missing; a decimal string. */
export function amountValue(due: string, coin: string, messages: Messages): TemplateResult {
  const shown = html`<span class="amount number" part="coin-amount">${due} ${coin}</span>`;
  return copyableValue(messages.payment.amount, due, {shown, messages});
}

/** Draws coin and network, in a line each. */
export function coinValues({coin, network}: PayableOrder, messages: Messages): TemplateResult {
  const {quote} = messages;
  return html`${copyableValue(quote.coin, coin, {shown: coin, messages})}
  ${network ? copyableValue(quote.network, network, {shown: network, messages}) : nothing}`;
}

/** Draws an address, an invoice or a contract in groups of four, or a memo as it is. */
export function longValue(
  label: string,
  value: string,
  {part, messages}: {readonly part: 'address' | 'invoice' | 'contract' | 'memo'; readonly messages: Messages},
): TemplateResult {
  const groups = part === 'memo' ? value : groupedAddress(value).map(group => html`<span>${group}</span>`);
  const shown = html`<span class="address" part=${part} dir="ltr" tabindex=${value.length > LONG ? 0 : nothing}>${groups}</span>`;
  return copyableValue(label, value, {shown, messages});
}

/** Draws the warning that a coin sent on another network may be lost. */
export function networkWarning({coin, network}: PayableOrder, {payment}: Messages): TemplateResult {
  return html`<p class="warning" part="network-warning">
    ${warningIcon}<span>${network ? html`<strong>${payment.onlyOn(coin, network)}</strong> ` : nothing}${payment.exact}</span>
  </p>`;
}

/** Draws what to send on which network, and the button that acknowledges it before there is an address to send to. */
export function networkQuestion(
  order: PayableOrder,
  {
    due,
    messages,
    onAcknowledge,
  }: {readonly due: string; readonly messages: Messages; readonly onAcknowledge: () => void},
): TemplateResult {
  const {coin, network = ''} = order;
  return html`<div class="stack">
    ${amountValue(due, coin, messages)} ${coinValues(order, messages)} ${networkWarning(order, messages)}
    <button type="button" class="primary" part="submit acknowledge" @click=${onAcknowledge}
      >${messages.payment.acknowledge(coin, network)}</button
    >
  </div>`;
}
