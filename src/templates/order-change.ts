import {html, nothing, type TemplateResult} from 'lit';

import type {OrderChange} from '../domain/order-change.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {type Action, actionButton} from './action-button.js';
import {problemNotice} from './notice.js';

export interface OrderChangeNotice {
  readonly order: Order;
  readonly change: OrderChange;
  readonly messages: Messages;
  readonly onAccept: () => void;
  /** `undefined` where there is no quote to go back to. */
  readonly quoteAgain: Action | undefined;
}

/** Draws how an order differs from what was confirmed or shown, with the ways on; nothing is payable meanwhile. */
export function orderChange(notice: OrderChangeNotice): TemplateResult {
  const {order, change, messages, onAccept, quoteAgain} = notice;
  const {errors, payment} = messages;
  const {coin = '', coinAmount: now = ''} = order;
  const before = change.type === 'price' ? change.confirmed : '';
  const texts = {
    price: payment.priceNow(coinAmount(now, coin), coinAmount(before, coin)),
    details: payment.detailsChanged,
    other: errors.order_changed,
  };
  const accept = {label: payment.acceptPrice(coinAmount(now, coin)), act: onAccept};
  return html`<div class="stack" part="price-change">
    ${problemNotice(texts[change.type])} ${before ? actionButton('secondary', 'accept-price', accept) : nothing}
    ${quoteAgain ? actionButton('primary', 'submit new-quote', quoteAgain) : nothing}
  </div>`;
}
