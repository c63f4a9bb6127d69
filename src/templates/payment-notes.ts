import {html, nothing, type TemplateResult} from 'lit';
import type {OrderChange} from '../domain/order-change.js';
import {readablePhone} from '../domain/recipient.js';
import type {Standing} from '../domain/standing.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {sentence} from './fresh.js';
import {quietNotice} from './notice.js';

export interface PaymentNotes {
  readonly order: Order;
  readonly standing: Standing;
  /** How the order differs from what was shown before. */
  readonly change: OrderChange | undefined;
  /** The order was not made in this element. */
  readonly isForeign: boolean;
  readonly messages: Messages;
}

/**
 * Draws what a buyer has to know before a payment: whose order it is, how much of it has arrived, that its details have
 * changed, and that its amount was rounded up.
 */
export function paymentNotes(notes: PaymentNotes): TemplateResult {
  const {order, standing, change, isForeign, messages} = notes;
  const {payment} = messages;
  const {coin = '', deliveries} = order;
  const {situation, arrived, asked, isRounded} = standing;
  const who = [...new Set(deliveries.flatMap(({beneficiary}) => beneficiary ?? []))];
  // A payment as a whole is one sum: what has arrived of it takes nothing off.
  const isPart = arrived && asked && situation !== 'waiting';
  return html`${isForeign && who.length > 0 ? quietNotice(payment.foreign(who.map(nameOf).join(', '))) : nothing}
    ${change ? quietNotice(payment.detailsChanged, [], 'alert') : nothing}
    ${isPart ? html`<p class="received number" part="received">${sentence(payment.received(arrived, coinAmount(asked, coin)))}</p>` : nothing}
    ${isRounded ? html`<p class="small">${payment.rounded}</p>` : nothing}`;
}

function nameOf(beneficiary: string): string {
  return beneficiary.startsWith('+') ? readablePhone(beneficiary) : beneficiary;
}
