import {html, type TemplateResult} from 'lit';

import type {OrderPhase} from '../domain/order.js';
import type {PaymentIssue} from '../domain/payment-issue.js';
import {checkIcon, clockIcon, warningIcon} from './icons.js';

const GOOD = {tone: 'good', icon: checkIcon};
const CALM = {tone: 'calm', icon: clockIcon};
const BAD = {tone: 'bad', icon: warningIcon};

/** How a phase looks; phases that are not here go on by themselves. */
const FACES: Partial<Record<OrderPhase, typeof GOOD>> = {
  paid: GOOD,
  done: GOOD,
  refunded: GOOD,
  expired: BAD,
  failed: BAD,
  cancelled: BAD,
};

/** Draws the face of an order beside its heading: a check, a clock or an alert, each in its colour. */
export function glyph(phase: OrderPhase, issue?: PaymentIssue): TemplateResult {
  const isWrong = issue === 'wrong' || issue === 'late' || issue === 'underpaid';
  const {tone, icon} = isWrong ? BAD : (FACES[phase] ?? CALM);
  return html`<span class="glyph ${tone}" part="glyph">${icon}</span>`;
}
