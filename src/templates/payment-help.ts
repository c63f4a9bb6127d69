import {html, type TemplateResult} from 'lit';

import {chainOf, isTransactionId} from '../domain/payment/chains/index.js';
import {plainOrderId} from '../domain/support-link.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {textField} from './field.js';
import {supportAnchor} from './support-anchor.js';

export interface PaymentHelp {
  readonly order: Order;
  /** The transaction's id as the buyer has typed it. */
  readonly transaction: string;
  readonly supportUrl: string;
  readonly messages: Messages;
  readonly onTransaction: (id: string) => void;
}

/** What support needs to know about a payment that did not go as asked, and the way there. Nothing is sent anywhere. */
export function paymentHelp({
  order,
  transaction,
  supportUrl,
  messages,
  onTransaction,
}: PaymentHelp): TemplateResult {
  const {payment, quote} = messages;
  const isValid = isTransactionId(chainOf(order), transaction);
  const rows = [
    [payment.orderId, plainOrderId(order.id)],
    [quote.coin, order.coin],
    [quote.network, order.network],
  ];
  return html`<dl class="facts">
      ${rows.map(([label, value]) => value && html`<dt class="label">${label}</dt><dd>${value}</dd>`)}
    </dl>
    ${textField({
      name: 'transaction',
      label: payment.transaction,
      value: transaction,
      hint: payment.transactionHint,
      wrong: transaction && !isValid ? payment.transactionWrong : undefined,
      onInput: value => onTransaction(value.trim()),
    })}
    ${supportAnchor(supportUrl, {orderId: order.id, transaction: isValid ? transaction : '', messages})}`;
}
