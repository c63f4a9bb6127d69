import {html, nothing, type TemplateResult} from 'lit';

import {isFailed} from '../domain/order.js';
import {chainOf} from '../domain/payment/chains/index.js';
import {readTransaction} from '../domain/payment/read-transaction.js';
import type {Standing} from '../domain/standing.js';
import {plainOrderId} from '../domain/support-link.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {actionButton} from './action-button.js';
import {textField} from './field.js';
import {supportAnchor} from './support-anchor.js';

export interface PaymentHelp {
  readonly order: Order;
  readonly standing: Standing;
  /** Text of the field for a transaction's id. */
  readonly transaction: string;
  readonly supportUrl: string;
  readonly messages: Messages;
  readonly onTransaction: (id: string) => void;
  /** The buyer reports another coin or network, or takes that back. */
  readonly onReport: () => void;
}

/** Draws the way to support if a payment needs it, and a button to report another coin or network while that can be. */
export function paymentHelp(help: PaymentHelp): TemplateResult {
  const {standing, messages, onReport} = help;
  const {situation, phase} = standing;
  const isWrong = situation === 'wrong';
  const canReport = isWrong || phase === 'waiting' || phase === 'detected';
  const label = isWrong ? messages.back : messages.payment.wrongAsk;
  return html`${needsSupport(standing) ? helpForm(help) : nothing}
  ${canReport ? actionButton('quiet', 'report', {label, act: onReport}) : nothing}`;
}

/** Whether a payment may need support. */
export function needsSupport({situation, phase, next}: Standing): boolean {
  const isUneven = situation === 'underpaid' || situation === 'overpaid' || situation === 'partial';
  return isUneven || next === 'support' || isFailed(phase);
}

/** Draws the way to support; closed while the buyer can still put the payment right. */
function helpForm(help: PaymentHelp): TemplateResult {
  const form = supportForm(help);
  if (help.standing.next !== 'pay') return form;
  return html`<details><summary>${help.messages.support}</summary><div class="stack">${form}</div></details>`;
}

/** Draws what support needs to know, and the link there that carries it. Nothing is sent. */
function supportForm({order, transaction, supportUrl, messages, onTransaction}: PaymentHelp): TemplateResult {
  const {payment, quote} = messages;
  const id = readTransaction(chainOf(order), transaction);
  const rows = [
    [payment.orderId, plainOrderId(order.id)],
    [quote.coin, order.coin],
    [quote.network, order.network],
  ];
  return html`<dl class="facts">
      ${rows.map(([label, value]) => value && html`<dt class="label">${label}</dt><dd translate="no">${value}</dd>`)}
    </dl>
    ${textField({
      name: 'transaction',
      label: payment.transaction,
      value: transaction,
      hint: payment.transactionHint,
      wrong: transaction && !id ? payment.transactionWrong : undefined,
      onInput: value => onTransaction(value.trim()),
    })}
    ${supportAnchor(supportUrl, {orderId: order.id, transaction: id ?? transaction.slice(0, 300), messages})}`;
}
