import {initialState, Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {Api} from '../api/client.js';
import type {Draft} from '../domain/checkout.js';
import {checkFaceValue, suggestedFaceValues} from '../domain/denomination.js';
import {divide} from '../domain/money.js';
import {choosePayment, isRecommended, type PaymentWish, recommendedFirst} from '../domain/payment-choice.js';
import {chosenProduct, fixedProducts, rangeProducts} from '../domain/product-choice.js';
import type {Brand, Coin, FixedProduct, Product, Quote, RangeProduct} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount, fiatAmount} from '../locales/format.js';
import {base} from '../styles/base.js';
import {selectField, textField} from '../templates/field.js';
import {chevronIcon} from '../templates/icons.js';
import {problemNotice, quietNotice} from '../templates/notice.js';
import {ask} from './ask-event.js';
import {styles} from './cr-quote-step.styles.js';
import {failureCode, reported} from './reported.js';

/** Second step: what exactly, paid with what, and what that costs right now. */
export class CrQuoteStep extends LitElement {
  static override styles = [base, styles];

  @property({attribute: false}) api!: Api;
  @property({attribute: false}) brand!: Brand;
  @property({attribute: false}) draft!: Draft;
  /** What the page prefers to be paid with. */
  @property({attribute: false}) wish!: PaymentWish;
  @property({attribute: false}) messages!: Messages;
  @property() language = 'en';

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
      ask(this, {type: 'ready'});
      return {coin, products: found.flatMap(group => group.products)};
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
    if (failed && code) return this.#renderFailure(code, () => failed.run());
    if (this.#coins.value?.length === 0)
      return this.#renderNothing(this.messages.quote.noCoins, () => this.#coins.run());
    if (!this.#coins.value || !this.#products.value) return this.#renderSkeleton();
    if (this.#all.length === 0) return this.#renderEmpty();
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      ${this.#renderDenominations()} ${this.#renderAmount()} ${this.#renderPayment(this.#coins.value)} ${this.#renderQuote()}
      ${this.#renderSubmit()}
    </form>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <span class="hidden-text" role="status">${this.messages.loading}</span>
      <div class="denominations">${Array.from({length: 6}, () => html`<div class="skeleton row"></div>`)}</div>
      <div class="pay"><div class="skeleton row"></div><div class="skeleton row"></div></div>
      <div class="skeleton quote"></div>
    </div>`;
  }

  #renderFailure(code: keyof Messages['errors'], again: () => void): TemplateResult {
    return problemNotice(this.messages.errors[code], [
      {label: this.messages.retry, isRetry: true, act: again},
    ]);
  }

  #renderNothing(text: string, again: () => void): TemplateResult {
    return problemNotice(text, [{label: this.messages.retry, isRetry: true, act: again}]);
  }

  #renderEmpty(): TemplateResult {
    const {quote} = this.messages;
    return quietNotice(quote.empty(this.brand.name), [
      {label: quote.otherBrands, act: () => ask(this, {type: 'go-back'})},
    ]);
  }

  #renderDenominations() {
    const fixed = fixedProducts(this.#all);
    const ranges = rangeProducts(this.#all);
    if (fixed.length === 0 && ranges.length < 2) return nothing;
    const isWide = fixed.some(product => product.label.length > 10);
    return html`<fieldset>
      <legend class="label">${this.messages.quote.denominations}</legend>
      <div class="denominations ${isWide ? 'wide' : ''}">
        ${fixed.map(product => this.#renderChoice(product, this.#labelOf(product)))}
        ${ranges.map(product => this.#renderChoice(product, `${this.#fiat(product.min, product)} – ${this.#fiat(product.max, product)}`))}
      </div>
    </fieldset>`;
  }

  #labelOf(product: FixedProduct): string {
    return product.label;
  }

  #renderChoice(product: Product, label: string): TemplateResult {
    const isMixed = new Set(this.#all.map(other => other.deliveredTo)).size > 1;
    const {quote} = this.messages;
    return html`<label class="denomination" part="denomination">
      <input
        type="radio"
        name="denomination"
        .checked=${product.id === this.#product?.id}
        @change=${() => ask(this, {type: 'enter', draft: {productId: product.id, ...(product.shape === 'fixed' ? {amount: ''} : {})}})}
      />
      <span class="value">${label}</span>
      ${isMixed ? html`<span class="cost">${product.deliveredTo === 'phone' ? quote.toPhone : quote.toEmail}</span>` : nothing}
      ${
        product.shape === 'fixed' && product.coinAmount && product.coin
          ? html`<span class="cost">${coinAmount(product.coinAmount, product.coin)}</span>`
          : nothing
      }
    </label>`;
  }

  #renderAmount() {
    const ranges = rangeProducts(this.#all);
    const product = this.#askedRange ?? (ranges.length === 1 ? ranges[0] : undefined);
    if (!product) return nothing;
    const {quote} = this.messages;
    return html`<div class="stack">
      ${textField({
        name: 'amount',
        label: quote.amount(product.currency),
        hint: quote.bounds(this.#fiat(product.min, product), this.#fiat(product.max, product)),
        wrong: this.#askedRange ? this.#amountProblem(product) : undefined,
        value: this.draft.amount,
        inputMode: 'decimal',
        onInput: amount => ask(this, {type: 'enter', draft: {amount, productId: product.id}}),
      })}
      <div class="suggestions">${this.#offeredAmounts(product).map(amount => this.#renderSuggestion(product, amount))}</div>
    </div>`;
  }

  #offeredAmounts(product: RangeProduct): readonly string[] {
    const check = checkFaceValue(product, this.draft.amount);
    return 'near' in check && this.#askedRange ? check.near : suggestedFaceValues(product);
  }

  #renderSuggestion(product: RangeProduct, amount: string): TemplateResult {
    return html`<button
      type="button"
      part="suggestion"
      aria-pressed=${amount === this.#faceValue ? 'true' : 'false'}
      @click=${() => ask(this, {type: 'enter', draft: {amount, productId: product.id}})}
    >
      ${this.#fiat(amount, product)}
    </button>`;
  }

  #amountProblem(product: RangeProduct): string | undefined {
    const {quote} = this.messages;
    const check = checkFaceValue(product, this.draft.amount);
    switch (check.type) {
      case 'ok':
      case 'empty':
        return undefined;
      case 'not-a-number':
        return quote.notANumber;
      case 'too-low':
        return quote.tooLow(this.#fiat(product.min, product));
      case 'too-high':
        return quote.tooHigh(this.#fiat(product.max, product));
      case 'off-step':
        return quote.offStep(this.#fiat(product.step, product));
    }
  }

  #renderPayment(coins: readonly Coin[]): TemplateResult {
    const {quote} = this.messages;
    const chosen = this.#payment;
    const mark = (text: string, isBest: boolean) => (isBest ? `${text} · ${quote.recommended}` : text);
    return html`<div class="pay" role="group" aria-label=${quote.payWith}>
      ${selectField({
        name: 'coin',
        label: quote.payWith,
        value: chosen?.coin.name ?? '',
        options: recommendedFirst(coins).map(coin => ({value: coin.name, label: coin.name})),
        icon: chevronIcon,
        onPick: coin => ask(this, {type: 'enter', draft: {coin, network: ''}}),
      })}
      ${selectField({
        name: 'network',
        label: quote.network,
        value: chosen?.network.name ?? '',
        options: (chosen?.coin.networks ?? []).map(network => ({
          value: network.name,
          label: mark(network.label, chosen !== undefined && isRecommended(chosen.coin, network)),
        })),
        icon: chevronIcon,
        onPick: network => ask(this, {type: 'enter', draft: {network, coin: chosen?.coin.name ?? ''}}),
      })}
    </div>`;
  }

  #renderQuote(): TemplateResult {
    const quote = this.#quote;
    return html`<div class="quote" part="quote" aria-live="polite">${quote ? this.#renderPrice(quote) : this.#renderNoPrice()}</div>`;
  }

  #renderPrice({product, faceValue, currency, coin, coinAmount: amount}: Quote): TemplateResult {
    const {quote} = this.messages;
    const value =
      faceValue && currency
        ? this.#fiat(faceValue, {currency})
        : product.shape === 'fixed'
          ? product.label
          : '';
    const rate = faceValue && currency ? this.#fiat(divide(faceValue, amount, 2), {currency}) : undefined;
    return html`<div class="pair"><span class="label">${quote.youGet}</span><span class="number">${value}</span></div>
      <div class="pair">
        <span class="label">${quote.youPay}</span><strong class="total number" part="total">${coinAmount(amount, coin)}</strong>
      </div>
      <div class="pair small muted number">
        <span>${quote.networkFee}</span>${rate ? html`<span>${quote.rate(coin, rate)}</span>` : nothing}
      </div>`;
  }

  #renderNoPrice(): TemplateResult {
    const {quote} = this.messages;
    const code = this.#price.status === TaskStatus.ERROR ? failureCode(this.#price.error) : undefined;
    if (code) return this.#renderFailure(code, () => this.#price.run());
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

  #fiat(amount: string, {currency}: {currency: string}): string {
    return fiatAmount(amount, currency, this.language);
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
