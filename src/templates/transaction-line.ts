import {html, nothing, type TemplateResult} from 'lit';

import {chainOf, networkWord, transactionUrl} from '../domain/payment/chains/index.js';
import {readTransaction} from '../domain/payment/read-transaction.js';
import type {Network, Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {sentence} from './fresh.js';

/** Draws how often a payment is confirmed, and a link to it in a block explorer; `nothing` of what is not known. */
export function transactionLine(
  order: Order,
  ofQuote: Network | undefined,
  {payment}: Messages,
): TemplateResult | typeof nothing {
  const {transaction = '', confirmations, confirmationsNeeded} = order;
  const network = ofQuote?.name === order.network ? ofQuote : undefined;
  const name = chainOf(order, network);
  const id = readTransaction(name, transaction);
  const url = id && transactionUrl(name, id, network ?? {name: networkWord(order)});
  const count =
    confirmationsNeeded === undefined || confirmations === undefined
      ? ''
      : payment.confirmations(`${confirmations}`, `${confirmationsNeeded}`);
  if (!url && !count) return nothing;
  return html`<p class="small">
    ${sentence(count)} ${url ? html`<a part="explorer" href=${url} target="_blank" rel="noopener noreferrer">${payment.explorer}</a>` : nothing}
  </p>`;
}
