import {html, type TemplateResult} from 'lit';

import {supportLink} from '../domain/support-link.js';
import type {Messages} from '../locales/en.js';

/** Draws the link to support about an order and, if there is one, its transaction. */
export function supportAnchor(
  supportUrl: string,
  {orderId, transaction, messages}: {orderId: string; transaction?: string; messages: Messages},
): TemplateResult {
  return html`<a class="secondary" part="support" href=${supportLink(supportUrl, orderId, transaction)} target="_blank" rel="noopener">${messages.payment.contact}</a>`;
}
