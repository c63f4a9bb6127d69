import {html, nothing, type TemplateResult} from 'lit';

import type {PayableOrder} from '../domain/payment/instruction.js';
import type {Messages} from '../locales/en.js';
import {groupedAddress} from '../locales/format.js';
import {actionButton} from './action-button.js';
import {copyableValue} from './copyable-value.js';
import {fresh} from './fresh.js';
import {warningIcon} from './icons.js';

/** Characters above which a value scrolls in its place, by the keyboard too (WCAG 2.2, 2.1.1): an invoice, no address. */
const LONG = 90;

/** Draws the exact amount to send now. `due` is all of it, or what is missing; a decimal string. */
export function amountValue(due: string, coin: string, messages: Messages): TemplateResult {
  const shown = html`<span class="amount number" part="coin-amount" translate="no">${fresh(`${due} ${coin}`)}</span>`;
  return copyableValue(messages.payment.amount, due, {shown, messages});
}

/** Draws coin and network beside each other. */
export function coinValues({coin, network}: PayableOrder, messages: Messages): TemplateResult {
  const {quote} = messages;
  const value = (label: string, text: string) =>
    copyableValue(label, text, {shown: html`<span translate="no">${fresh(text)}</span>`, messages});
  return html`<div class="coin">
    ${value(quote.coin, coin)} ${network ? value(quote.network, network) : nothing}
  </div>`;
}

/** Draws an address, an invoice or a contract in groups of four. */
export function longValue(
  label: string,
  value: string,
  {part, messages}: {readonly part: 'address' | 'invoice' | 'contract'; readonly messages: Messages},
): TemplateResult {
  const isLong = value.length > LONG;
  const groups = groupedAddress(value).map(group => html`<span>${fresh(group)}</span>`);
  const shown = html`<span class="address ${isLong ? 'long' : ''}" part=${part} dir="ltr" translate="no" tabindex=${isLong ? 0 : nothing}>${groups}</span>`;
  return copyableValue(label, value, {shown, messages});
}

/** Draws what the payment has to carry. Without it the payment is lost, so that it stands out like a warning. */
export function memoValue(memo: string, messages: Messages): TemplateResult {
  const shown = html`<strong class="address" part="memo" dir="ltr" translate="no">${fresh(memo)}</strong>`;
  return html`<div class="notice error memo" part="notice">
    ${copyableValue(messages.payment.memo, memo, {shown, messages})}
  </div>`;
}

/** Draws the warning that a coin sent on another network may be lost. */
export function networkWarning(
  {coin, network}: Pick<PayableOrder, 'coin' | 'network'>,
  {payment}: Messages,
): TemplateResult {
  return html`<p class="warning" part="network-warning">
    ${warningIcon}<span>${network ? html`<strong>${fresh(payment.onlyOn(coin, network))}</strong>` : nothing} ${payment.exact}</span>
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
    ${actionButton('primary', 'submit acknowledge', {label: messages.payment.acknowledge(coin, network), act: onAcknowledge})}
  </div>`;
}
