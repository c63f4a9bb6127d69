import {html, nothing, type TemplateResult} from 'lit';

import {divide, multiply, roundUp} from '../domain/money.js';
import {isBelowMinimum} from '../domain/payment-choice.js';
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

/** Describes how much money a coin buys at the price of a quote; '' without a value in money. */
export function rateText(quote: Quote, {quote: texts}: Messages, language: string): string {
  const {faceValue, currency, coin, coinAmount: total, quantity = 1} = quote;
  if (!faceValue || !currency) return '';
  return texts.rate(coin, fiatRate(divide(multiply(faceValue, quantity), total, 4), currency, language));
}

/** Draws what is bought, what it costs, the rate between the two, the age of the price, and that it is too low for the network. */
export function price(quote: Quote, {age, previousAmount, messages, language}: Price): TemplateResult {
  const {product, faceValue, currency, coin, network, quantity = 1} = quote;
  const {minimum = ''} = network;
  const texts = messages.quote;
  const isMoney = faceValue !== undefined && currency !== undefined;
  const value = isMoney
    ? fiatAmount(faceValue, currency, language)
    : product.shape === 'fixed'
      ? faceLabel(product, language)
      : '';
  const rate = rateText(quote, messages, language);
  return html`<div class="pair">
      <span class="label">${texts.youGet}</span><span class="number" translate="no">${fresh(`${quantity > 1 ? `${quantity} × ` : ''}${value}`)}</span>
    </div>
    <div class="pair">
      <span class="label">${texts.youPay}</span>
      <span>${previousAmount ? html`<s class="muted number" translate="no">${fresh(coinAmount(previousAmount, coin))}</s>` : nothing} <strong
          class="total number ${network.name === 'Lightning' ? 'roughly' : ''}" part="total"
          translate="no">${fresh(coinAmount(quote.coinAmount, coin))}</strong></span>
    </div>
    <div class="pair small muted number">
      <span>${texts.networkFee}</span>${rate ? html`<span>${sentence(rate)}</span>` : nothing}
    </div>
    <p class="small muted number">${fresh(age > 0 ? texts.age(age) : texts.fresh)}</p>
    ${isBelowMinimum(network, quote.coinAmount) ? html`<p class="wrong small" part="error">${texts.belowMinimum(coinAmount(roundUp(minimum), coin))}</p>` : nothing}`;
}
