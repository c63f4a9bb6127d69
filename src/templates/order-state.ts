import {html, nothing, type TemplateResult} from 'lit';

import {balanceOf, isFailed, type OrderPhase, phaseOf} from '../domain/order.js';
import type {PaymentIssue} from '../domain/payment-issue.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {phaseKey} from '../locales/phase-key.js';
import {copyButton} from './copyable-value.js';
import {fresh} from './fresh.js';

const STAGES = ['waiting', 'detected', 'paid', 'preparing', 'done'] as const;

/** Draws the state of an order, or the issue of its payment, in words; below it, the stages that it has passed. */
export function orderState(
  order: Order,
  issue: PaymentIssue | undefined,
  messages: Messages,
): TemplateResult {
  const {payment} = messages;
  const phase = phaseOf(order);
  const isOrdinary = !issue && phase === 'waiting';
  const hasHeading = issue !== 'wrong' && (issue || phase === 'waiting');
  const {heading} = issue ? payment.cases[issue] : payment.states[phaseKey(phase)];
  return html`<div part="order-state" role="status">
      <strong class=${hasHeading ? '' : 'hidden-text'}>${fresh(heading)}</strong>
      <p class=${isOrdinary ? 'muted small' : ''}>${fresh(stateText(order, issue, messages))}</p>
    </div>
    ${isFailed(phase) ? nothing : stages(order, messages)}`;
}

/** Draws how much of a payment in parts has arrived. */
export function receivedLine(
  {coinAmount: due = '', received = '', coin = ''}: Order,
  {payment}: Messages,
): TemplateResult {
  const text = payment.received(received, coinAmount(due, coin));
  return html`<p class="received number" part="received">${fresh(text)}</p>`;
}

/** Draws an order's id, to be copied, and what was paid for it. */
export function orderNumber(id: string, messages: Messages, paid = ''): TemplateResult {
  const label = messages.payment.orderId;
  return html`<p class="small muted id">
    <span>${label} <span translate="no">${id}</span>${paid && ` · ${paid}`}</span>${copyButton(label, id, {name: 'copy-order', messages})}
  </p>`;
}

function stateText(order: Order, issue: PaymentIssue | undefined, {payment}: Messages): string {
  const {text} = issue ? payment.cases[issue] : payment.states[phaseKey(phaseOf(order))];
  if (typeof text === 'string') return text;
  const {coin = '', received = '0'} = order;
  const balance = balanceOf(order);
  return text(coinAmount(received, coin), 'amount' in balance ? coinAmount(balance.amount, coin) : '');
}

function stages(order: Order, {payment}: Messages): TemplateResult {
  const current = stageOf(order);
  return html`<ol class="stages">
    ${STAGES.map(
      (stage, index) =>
        html`<li class=${index < current ? 'reached' : index === current ? 'current' : ''} aria-current=${index === current ? 'step' : nothing}>
          ${payment.stages[phaseKey(stage)]}
        </li>`,
    )}
  </ol>`;
}

/** Returns the index of the current stage. In an unknown state the payment's own state still has one. */
function stageOf(order: Order): number {
  const own = phaseOf(order);
  const {paymentState} = order;
  const phase = own === 'checking' ? phaseOf({state: 'Created', paymentState}) : own;
  const all: readonly OrderPhase[] = STAGES;
  return Math.max(0, all.indexOf(phase === 'onHold' ? 'paid' : phase));
}
