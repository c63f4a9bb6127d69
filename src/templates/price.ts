import {html, nothing, type TemplateResult} from 'lit';

import {divide} from '../domain/money.js';
import type {Quote} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount, fiatAmount, fiatRate} from '../locales/format.js';

/** What is bought, what it costs, and the rate between them. */
export function price(
  quote: Quote,
  {messages, language}: {messages: Messages; language: string},
): TemplateResult {
  const {product, faceValue, currency, coin} = quote;
  const texts = messages.quote;
  const fiat = faceValue && currency ? (amount: string) => fiatAmount(amount, currency, language) : undefined;
  const value = fiat && faceValue ? fiat(faceValue) : product.shape === 'fixed' ? product.label : '';
  const rate =
    faceValue && currency ? fiatRate(divide(faceValue, quote.coinAmount, 4), currency, language) : undefined;
  return html`<div class="pair"><span class="label">${texts.youGet}</span><span class="number">${value}</span></div>
    <div class="pair">
      <span class="label">${texts.youPay}</span>
      <strong class="total number" part="total">${coinAmount(quote.coinAmount, coin)}</strong>
    </div>
    <div class="pair small muted number">
      <span>${texts.networkFee}</span>${rate ? html`<span>${texts.rate(coin, rate)}</span>` : nothing}
    </div>`;
}
