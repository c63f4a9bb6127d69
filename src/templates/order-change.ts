import {html, nothing, type TemplateResult} from 'lit';

import type {OrderChange} from '../domain/order-change.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {sentence} from './fresh.js';
import {problemNotice} from './notice.js';

export interface OrderChangeNotice {
  readonly order: Order;
  readonly change: OrderChange;
  readonly messages: Messages;
  readonly onAccept: () => void;
  /** `undefined` where there is no quote to go back to. */
  readonly onQuoteAgain: (() => void) | undefined;
}

/** Draws how an order differs from what was confirmed or shown, with the ways on; nothing is payable meanwhile. */
export function orderChange(notice: OrderChangeNotice): TemplateResult {
  const {order, change, messages, onAccept, onQuoteAgain} = notice;
  const {errors, payment} = messages;
  const {coin = '', coinAmount: now = ''} = order;
  const before = change.type === 'price' ? change.confirmed : '';
  const texts = {
    price: payment.priceNow(coinAmount(now, coin), coinAmount(before, coin)),
    details: payment.detailsChanged,
    other: errors.order_changed,
  };
  const accept = html`<button type="button" class="secondary" part="accept-price" @click=${onAccept}>
    ${sentence(payment.acceptPrice(coinAmount(now, coin)))}
  </button>`;
  const quoteAgain = html`<button type="button" class="primary" part="submit new-quote" @click=${onQuoteAgain}>
    ${payment.quoteAgain}
  </button>`;
  return html`<div class="stack" part="price-change">
    ${problemNotice(texts[change.type])} ${before ? accept : nothing} ${onQuoteAgain ? quoteAgain : nothing}
  </div>`;
}
