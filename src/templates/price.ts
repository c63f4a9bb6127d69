import {html, nothing, type TemplateResult} from 'lit';

import {divide, multiply} from '../domain/money.js';
import type {Quote} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {faceLabel} from '../locales/face-label.js';
import {coinAmount, fiatAmount, fiatRate} from '../locales/format.js';
import {fresh, sentence} from './fresh.js';

export interface Price {
  /** Seconds since the price was read, in tens. */
  readonly age: number;
  /** Amount before the last refresh; `undefined` if it was the same. */
  readonly previousAmount: string | undefined;
  readonly messages: Messages;
  readonly language: string;
}

/** Draws what is bought, what it costs, the rate between the two, and the age of the price. */
export function price(quote: Quote, {age, previousAmount, messages, language}: Price): TemplateResult {
  const {product, faceValue, currency, coin, quantity = 1} = quote;
  const texts = messages.quote;
  const isMoney = faceValue !== undefined && currency !== undefined;
  const value = isMoney
    ? fiatAmount(faceValue, currency, language)
    : product.shape === 'fixed'
      ? faceLabel(product, language)
      : '';
  const total = isMoney ? multiply(faceValue, quantity) : '';
  const rate = isMoney ? fiatRate(divide(total, quote.coinAmount, 4), currency, language) : undefined;
  return html`<div class="pair">
      <span class="label">${texts.youGet}</span><span class="number" translate="no">${fresh(`${quantity > 1 ? `${quantity} × ` : ''}${value}`)}</span>
    </div>
    <div class="pair">
      <span class="label">${texts.youPay}</span>
      <span>${previousAmount ? html`<s class="muted number" translate="no">${fresh(coinAmount(previousAmount, coin))}</s> ` : nothing}<strong
          class="total number" part="total"
          translate="no">${fresh(coinAmount(quote.coinAmount, coin))}</strong></span>
    </div>
    <div class="pair small muted number">
      <span>${texts.networkFee}</span>${rate ? html`<span>${sentence(texts.rate(coin, rate))}</span>` : nothing}
    </div>
    <p class="small muted number">${fresh(age > 0 ? texts.age(age) : texts.fresh)}</p>`;
}
