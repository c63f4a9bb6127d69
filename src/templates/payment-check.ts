import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';
import {actionButton} from './action-button.js';
import {fresh} from './fresh.js';

/** Draws the button with which a buyer says that the payment was sent, and the answer to it. */
export function paymentCheck(
  result: 'none' | 'running' | 'unseen',
  {payment, details}: Messages,
  onCheck: () => void,
): TemplateResult {
  const answers = {none: '', running: details.checking, unseen: payment.unseen};
  return html`<div class="check">
    ${actionButton('secondary', 'submit', {label: payment.check, act: onCheck})}
    <p class="small" role="status">${fresh(answers[result])}</p>
  </div>`;
}
