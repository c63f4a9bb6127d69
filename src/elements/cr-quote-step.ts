import {initialState, Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {Api} from '../api/client.js';
import type {Draft} from '../domain/checkout.js';
import {checkFaceValue} from '../domain/denomination.js';
import {choosePayment, type PaymentWish} from '../domain/payment-choice.js';
import {chosenProduct, rangeProducts} from '../domain/product-choice.js';
import type {Brand, Product, Quote, RangeProduct} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {base} from '../styles/base.js';
import {amountField} from '../templates/amount-field.js';
import {denominationChoice} from '../templates/denominations.js';
import {problemNotice, quietNotice} from '../templates/notice.js';
import {paymentChoice} from '../templates/payment-choice.js';
import {price} from '../templates/price.js';
import {ask} from './ask-event.js';
import {styles} from './cr-quote-step.styles.js';
import {given} from './properties.js';
import {fail, failureCode, reported} from './reported.js';

/** Second step: what exactly, paid with what, and what that costs right now. */
export class CrQuoteStep extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    api: given,
    brand: given,
    draft: given,
    wish: given,
    messages: given,
    language: {},
  };

  api!: Api;
  brand!: Brand;
  draft!: Draft;
  /** What the page prefers to be paid with. */
  wish!: PaymentWish;
  messages!: Messages;
  language = 'en';

  #toldQuote = '';

  #coins = new Task(this, {
    args: () => [this.api] as const,
    task: ([api], {signal}) => reported(this, api.listCoins(signal)),
  });

  #products = new Task(this, {
    args: () => [this.api, this.brand, this.#payment?.coin.name, this.language] as const,
    task: async ([api, brand, coin, lang], {signal}) => {
      if (coin === undefined) return initialState;
      const groups = await reported(this, api.listProducts({brand, coin, lang}, signal));
      const own = groups.filter(group => group.brandId === brand.id);
      const found = own.length > 0 ? own : groups.filter(group => group.brandName === brand.name);
      const products = found.flatMap(group => group.products);
      if (products.length === 0) fail(this, 'not_on_sale', 'The brand is listed but has no products.');
      ask(this, {type: 'ready'});
      return {coin, products};
    },
  });

  #price = new Task(this, {
    args: () =>
      [
        this.api,
        this.#payment?.coin.name,
        this.#askedRange?.id,
        this.#askedRange && this.#faceValue,
      ] as const,
    task: async ([api, coin, productId, faceValue], {signal}) => {
      const product = this.#askedRange;
      if (!coin || !productId || !faceValue || !product) return initialState;
      await settled(signal);
      const {brandName} = product;
      const amount = await reported(
        this,
        api.getPrice({brandName, country: this.brand.country, faceValue, coin}, signal),
      );
      return {coin, productId, faceValue, amount};
    },
  });

  get #payment() {
    const coins = this.#coins.value;
    return coins && choosePayment(coins, [this.draft, this.wish]);
  }

  get #all(): readonly Product[] {
    return this.#products.value?.products ?? [];
  }

  get #product(): Product | undefined {
    return chosenProduct(this.#all, this.draft);
  }

  get #askedRange(): RangeProduct | undefined {
    const product = this.#product;
    return product?.shape === 'range' ? product : undefined;
  }

  /** The chosen face value, where the product has one and what was typed is allowed. */
  get #faceValue(): string | undefined {
    const product = this.#product;
    if (product?.shape !== 'range') return product?.faceValue;
    const check = checkFaceValue(product, this.draft.amount);
    return check.type === 'ok' ? check.faceValue : undefined;
  }

  /** The price of exactly what is chosen now; an answer to an older choice is none. */
  get #coinAmount(): string | undefined {
    const product = this.#product;
    const coin = this.#payment?.coin.name;
    if (!product || !coin) return undefined;
    if (product.shape === 'fixed') return product.coin === coin ? product.coinAmount : undefined;
    const price = this.#price.value;
    const isCurrent =
      price?.coin === coin && price.productId === product.id && price.faceValue === this.#faceValue;
    return isCurrent && this.#price.status === TaskStatus.COMPLETE ? price.amount : undefined;
  }

  get #quote(): Quote | undefined {
    const payment = this.#payment;
    const product = this.#product;
    const amount = this.#coinAmount;
    if (!payment || !product || !amount || this.#products.value?.coin !== payment.coin.name) return undefined;
    const currency = product.currency;
    const {brand} = this;
    return {
      brand,
      product,
      faceValue: this.#faceValue,
      currency,
      coin: payment.coin.name,
      network: payment.network,
      coinAmount: amount,
    };
  }

  override updated() {
    const quote = this.#quote;
    const said = quote ? [quote.product.id, quote.faceValue, quote.coin, quote.coinAmount].join(' ') : '';
    if (quote && said !== this.#toldQuote) ask(this, {type: 'quoted', quote});
    this.#toldQuote = said;
  }

  override render() {
    const failed = [this.#coins, this.#products].find(task => task.status === TaskStatus.ERROR);
    const code = failed && failureCode(failed.error);
    if (failed && code) return this.#renderFailure(this.messages.errors[code], () => failed.run());
    const coins = this.#coins.value;
    if (coins?.length === 0) return this.#renderFailure(this.messages.quote.noCoins, () => this.#coins.run());
    if (!coins || !this.#products.value) return this.#renderSkeleton();
    if (this.#all.length === 0) return this.#renderEmpty();
    const {messages, language} = this;
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      ${denominationChoice({
        products: this.#all,
        chosen: this.#product,
        messages,
        language,
        onPick: product => this.#onPickProduct(product),
      })}
      ${this.#renderAmount()}
      ${paymentChoice({coins, chosen: this.#payment, messages, onPick: payment => ask(this, {type: 'enter', draft: payment})})}
      ${this.#renderQuote()} ${this.#renderSubmit()}
    </form>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <span class="hidden-text" role="status">${this.messages.loading}</span>
      <p class="slow">${this.messages.slow}</p>
      <div class="denominations">${Array.from({length: 6}, () => html`<div class="skeleton row"></div>`)}</div>
      <div class="pay"><div class="skeleton row"></div><div class="skeleton row"></div></div>
      <div class="skeleton quote"></div>
    </div>`;
  }

  #renderFailure(text: string, again: () => void): TemplateResult {
    return problemNotice(text, [{label: this.messages.retry, isRetry: true, act: again}]);
  }

  #renderEmpty(): TemplateResult {
    const {quote} = this.messages;
    return quietNotice(quote.empty(this.brand.name), [
      {label: quote.otherBrands, act: () => ask(this, {type: 'go-back'})},
    ]);
  }

  #renderAmount() {
    const ranges = rangeProducts(this.#all);
    const product = this.#askedRange ?? (ranges.length === 1 ? ranges[0] : undefined);
    if (!product) return nothing;
    const {messages, language} = this;
    return amountField({
      product,
      text: this.draft.amount,
      messages,
      language,
      onInput: amount => ask(this, {type: 'enter', draft: {amount, productId: product.id}}),
    });
  }

  #renderQuote(): TemplateResult {
    const quote = this.#quote;
    return html`<div class="quote" part="quote" aria-live="polite">${quote ? price(quote, this) : this.#renderNoPrice()}</div>`;
  }

  #renderNoPrice(): TemplateResult {
    const {quote} = this.messages;
    const code = this.#price.status === TaskStatus.ERROR ? failureCode(this.#price.error) : undefined;
    if (code) return this.#renderFailure(this.messages.errors[code], () => this.#price.run());
    const isAsked = this.#product && (this.#product.shape === 'fixed' || this.#faceValue);
    if (!isAsked) return html`<p class="muted">${quote.choose}</p>`;
    const isPending =
      this.#price.status === TaskStatus.PENDING || this.#products.status === TaskStatus.PENDING;
    return html`<p class="muted">${isPending ? quote.pricing : quote.noPrice}</p>`;
  }

  #renderSubmit(): TemplateResult {
    const quote = this.#quote;
    const {submit, submitWithPrice} = this.messages.quote;
    return html`<button class="primary" type="submit" part="submit" ?disabled=${!quote}>
      ${quote ? submitWithPrice(coinAmount(quote.coinAmount, quote.coin)) : submit}
    </button>`;
  }

  #onPickProduct({id, shape}: Product) {
    ask(this, {type: 'enter', draft: shape === 'fixed' ? {productId: id, amount: ''} : {productId: id}});
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    const quote = this.#quote;
    if (quote) ask(this, {type: 'accept-quote', quote});
  }
}

/** Lets typing settle before a price is asked for. */
function settled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, 250);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
