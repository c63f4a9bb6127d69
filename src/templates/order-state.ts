import {html, nothing, type TemplateResult} from 'lit';

import {isFailed, type OrderPhase} from '../domain/order.js';
import {type Situation, type Standing, standingOf} from '../domain/standing.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {phaseKey} from '../locales/phase-key.js';
import {copyButton} from './copyable-value.js';
import {fresh, sentence} from './fresh.js';

const STAGES = ['waiting', 'detected', 'paid', 'preparing', 'done'] as const;

/**
 * Draws how an order stands in words; below it, the stages that it has passed. What the step's heading says already is left
 * to screen readers.
 */
export function orderState(
  order: Order,
  {
    standing,
    heading,
    messages,
  }: {readonly standing: Standing; readonly heading: string; readonly messages: Messages},
): TemplateResult {
  const {situation, phase} = standing;
  const own = situationHeading(situation, messages);
  return html`<div part="order-state" role="status">
      <strong class=${own === heading ? 'hidden-text' : ''}>${fresh(own)}</strong>
      <p class=${situation === 'waiting' ? 'muted small' : ''}>${sentence(situationText(standing, order, messages))}</p>
    </div>
    ${isFailed(phase) ? nothing : stages(order, messages)}`;
}

/** Draws an order's id, to be copied, and what was paid for it. */
export function orderNumber(id: string, messages: Messages, paid = ''): TemplateResult {
  const label = messages.payment.orderId;
  return html`<p class="small muted id">
    <span>${label} <span translate="no">${id}</span>${paid && sentence(` · ${paid}`)}</span>${copyButton(label, id, {name: 'copy-order', messages})}
  </p>`;
}

/** Returns the heading of a situation. */
export function situationHeading(situation: Situation, messages: Messages): string {
  return wordsOf(situation, messages).heading;
}

/** Returns the heading of an order: what to send, where that is known and not in doubt, else its situation. */
export function paymentHeading(
  {coin, address}: Order,
  {situation, next, due}: Standing,
  {isDoubtful, messages}: {readonly isDoubtful: boolean; readonly messages: Messages},
): string {
  const {payment} = messages;
  if (next !== 'pay' || !due || !coin || !address) return situationHeading(situation, messages);
  return isDoubtful ? payment.states.checking.heading : payment.heading(coinAmount(due, coin));
}

function situationText(standing: Standing, {coin = ''}: Order, messages: Messages): string {
  const {situation, asked = '0', arrived, missing, surplus} = standing;
  const {payment} = messages;
  const amount = (value = '0') => coinAmount(value, coin);
  switch (situation) {
    case 'partial':
      return payment.partSeen;
    case 'tooLittle':
      return payment.dust(amount(missing ?? asked));
    case 'partExpired':
      return payment.partExpired(amount(arrived), amount(missing));
    case 'failedPaid':
    case 'cancelledPaid':
      return payment.paidAndEnded;
    case 'setupFailed':
      return payment.setupFailed;
    case 'late':
      return arrived ? payment.cases.late.text(amount(arrived)) : payment.lateSeen;
    default: {
      const {text} = wordsOf(situation, messages);
      return typeof text === 'string' ? text : text(amount(arrived), amount(missing ?? surplus));
    }
  }
}

/** Returns the words of a situation; some have those of the nearest other one. */
function wordsOf(situation: Situation, {payment}: Messages) {
  return {...payment.states, ...payment.cases}[phaseKey(situation)];
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
  const own = standingOf(order).phase;
  const phase = own === 'checking' ? standingOf({...order, state: 'Created'}).phase : own;
  const all: readonly OrderPhase[] = STAGES;
  return Math.max(0, all.indexOf(phase === 'onHold' ? 'paid' : phase));
}
