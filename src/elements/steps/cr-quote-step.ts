import type {Task} from '@lit/task';
import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import type {Environment} from '../../controllers/environment.js';
import {PricingController} from '../../controllers/pricing-controller.js';
import type {Draft} from '../../domain/checkout.js';
import {checkFaceValue} from '../../domain/denomination.js';
import {roundUp} from '../../domain/money.js';
import {isBelowMinimum, type PaymentPreference} from '../../domain/payment-choice.js';
import {chosenProduct, groupsOf, rangeProducts} from '../../domain/product-choice.js';
import {ageOf} from '../../domain/quote-age.js';
import type {Brand, Product, ProductGroup, Quote} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {base} from '../../styles/base.js';
import {pills} from '../../styles/pills.js';
import {prose} from '../../styles/prose.js';
import {aboutBrand} from '../../templates/about-brand.js';
import {amountField} from '../../templates/amount-field.js';
import {denominationChoice} from '../../templates/denominations.js';
import {selectField} from '../../templates/field.js';
import {chevronIcon} from '../../templates/icons.js';
import {problemNotice, quietNotice} from '../../templates/notice.js';
import {paymentChoice} from '../../templates/payment-choice.js';
import {price} from '../../templates/price.js';
import {waiting} from '../../templates/waiting.js';
import {given, inner} from '../properties.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-quote-step.styles.js';
import {failureNotice, reportFailure, reportFailures} from './task-failure.js';

/** The API takes ten deliveries in one order. */
const QUANTITIES = Array.from({length: 10}, (_, index) => String(index + 1));

/** Second step: what exactly, paid with what, and what that costs right now. */
export class CrQuoteStep extends LitElement {
  static override styles = [base, pills, prose, styles];

  static override properties = {
    api: given,
    brand: given,
    draft: given,
    preferences: given,
    environment: given,
    messages: given,
    language: given,
    isReading: inner,
  };

  api!: Api;
  brand!: Brand;
  draft!: Draft;
  /** What to pay with where the buyer has not chosen: the page's wish, then what was used last. */
  preferences: readonly PaymentPreference[] = [];
  environment!: Environment;
  messages!: Messages;
  language = 'en';

  /** The texts about the brand are drawn when somebody opens them. */
  private isReading = false;

  #pricing = new PricingController(this, () => this, {
    watch: answer => reportFailures(this, answer),
    onProducts: products => this.#onProducts(products),
  });
  #toldQuote: string | undefined;

  override updated() {
    const {quote} = this.#pricing;
    const said = quote
      ? [quote.product.id, quote.faceValue, quote.quantity, quote.coin, quote.coinAmount].join(' ')
      : '';
    if (said !== this.#toldQuote) dispatchAction(this, {type: 'quoted', quote});
    this.#toldQuote = said;
  }

  override render() {
    const {coins, products, all} = this.#pricing;
    const failure = this.#failureOf(coins) ?? this.#failureOf(products);
    if (failure) return failure;
    if (coins.value?.length === 0)
      return problemNotice(this.messages.quote.noCoins, [
        {label: this.messages.retry, isRetry: true, act: () => coins.run()},
      ]);
    if (!coins.value || !products.value) return this.#renderSkeleton();
    if (all.length === 0) return html`${this.#renderEmpty()} ${this.#renderFamily(products.value.groups)}`;
    const {messages, language, draft} = this;
    const isMissing = draft.amount && !draft.productId && !this.#pricing.product;
    return html`<form class="stack" novalidate>
      ${isMissing ? problemNotice(messages.errors.not_on_sale) : nothing}
      ${denominationChoice({
        products: all,
        chosen: this.#pricing.product,
        messages,
        language,
        onPick: product => this.#onPickProduct(product),
      })}
      ${this.#renderAmount()}
      ${paymentChoice({
        coins: coins.value,
        chosen: this.#pricing.payment,
        messages,
        onPick: payment => dispatchAction(this, {type: 'enter', draft: payment}),
      })}
      <div class="quote" part="quote" aria-live="polite">
        ${this.#pricing.quote ? this.#renderPrice(this.#pricing.quote) : this.#renderNoPrice()}
      </div>
      ${this.#renderSubmit()} ${this.#renderAbout(products.value.groups)}
      ${this.#renderFamily(products.value.groups)}
    </form>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      ${waiting(this.messages)}
      <div class="denominations">${Array.from({length: 6}, () => html`<div class="skeleton row"></div>`)}</div>
      <div class="pay"><div class="skeleton row"></div><div class="skeleton row"></div></div>
      <div class="skeleton quote"></div>
    </div>`;
  }

  #failureOf(task: Pick<Task, 'status' | 'error' | 'run'>) {
    return failureNotice(task, this.messages, () => task.run());
  }

  #renderEmpty(): TemplateResult {
    const {quote} = this.messages;
    return quietNotice(quote.empty(this.brand.name), [
      {label: quote.otherBrands, act: () => dispatchAction(this, {type: 'go-back'})},
    ]);
  }

  #renderAmount() {
    const ranges = rangeProducts(this.#pricing.all);
    const product = this.#pricing.range ?? (ranges.length === 1 ? ranges[0] : undefined);
    if (!product) return nothing;
    const {messages, language} = this;
    return amountField({
      product,
      text: this.draft.amount,
      messages,
      language,
      onInput: amount => dispatchAction(this, {type: 'enter', draft: {amount, productId: product.id}}),
    });
  }

  #renderPrice(quote: Quote): TemplateResult {
    const {quotedAt = 0, previousAmount} = this.#pricing;
    const age = Math.floor(ageOf(quotedAt, this.environment.now()) / 10_000) * 10;
    const minimum = isBelowMinimum(quote.network, quote.coinAmount) ? quote.network.minimum : undefined;
    return html`${price(quote, {age, previousAmount, messages: this.messages, language: this.language})}
    ${minimum ? html`<p class="wrong small" part="error">${this.messages.quote.belowMinimum(coinAmount(roundUp(minimum), quote.coin))}</p>` : nothing}`;
  }

  #renderNoPrice(): TemplateResult {
    const {quote} = this.messages;
    const {price: task, product, faceValue, isPending} = this.#pricing;
    const isChosen = product && (product.shape === 'fixed' || faceValue);
    const text = !isChosen ? quote.choose : isPending ? quote.pricing : quote.noPrice;
    return this.#failureOf(task) ?? html`<p class="muted">${text}</p>`;
  }

  #renderSubmit(): TemplateResult {
    const {quote} = this.#pricing;
    const {submit, submitWithPrice, quantity} = this.messages.quote;
    const isTooSmall = quote && isBelowMinimum(quote.network, quote.coinAmount);
    return html`<div class="commit">
      ${selectField({
        name: 'quantity',
        label: quantity,
        isLabelHidden: true,
        value: String(this.draft.quantity),
        options: QUANTITIES.map(value => ({value, label: `${value} ×`})),
        icon: chevronIcon,
        onPick: value => dispatchAction(this, {type: 'enter', draft: {quantity: Number(value)}}),
      })}
      <button class="primary" type="submit" part="submit" @click=${this.#onSubmit} ?disabled=${!quote || isTooSmall}>
        ${quote ? submitWithPrice(coinAmount(quote.coinAmount, quote.coin)) : submit}
      </button>
    </div>`;
  }

  #renderAbout(groups: readonly ProductGroup[]) {
    const about = groupsOf(groups, this.brand)[0]?.about;
    if (!about) return nothing;
    const onToggle = (isOpen: boolean) => {
      this.isReading = isOpen;
    };
    return aboutBrand({about, isOpen: this.isReading, onToggle, messages: this.messages});
  }

  /** Other brands that the API answers under the same family name. */
  #renderFamily(groups: readonly ProductGroup[]) {
    const own = groupsOf(groups, this.brand);
    const others = groups.filter(
      group => !own.includes(group) && group.products.length > 0 && !group.outOfStock,
    );
    if (others.length === 0) return nothing;
    return html`<p class="family">
      <span class="label">${this.messages.quote.alsoFrom(this.brand.family)}</span>
      ${others.map(
        ({brandId = '', brandName}) => html`<button
          type="button"
          class="quiet"
          part="action"
          @click=${() => dispatchAction(this, {type: 'pick-brand', brand: {...this.brand, id: brandId, name: brandName}})}
        >
          ${brandName}
        </button>`,
      )}
    </p>`;
  }

  /** The page may have asked for an amount, a coin or a network that is not on sale: it is told, and the buyer chooses. */
  #onProducts(products: readonly Product[]) {
    const {amount, productId, coin} = this.draft;
    const [wish] = this.preferences;
    const {coin: paid, network} = this.#pricing.payment ?? {};
    const chosen = [paid?.name, network?.name, network?.label].map(name => name?.toLowerCase());
    const lack = (what: string) => reportFailure(this, 'not_on_sale', `${what} is not on sale.`);
    if (products.length === 0) lack(this.brand.name);
    else if (amount && !productId && !isSold(amount, chosenProduct(products, this.draft))) lack(amount);
    const missed = [wish?.coin, wish?.network].find(name => name && !chosen.includes(name.toLowerCase()));
    if (missed && !coin) lack(missed);
    dispatchAction(this, {type: 'ready'});
  }

  #onPickProduct({id, shape}: Product) {
    dispatchAction(this, {
      type: 'enter',
      draft: shape === 'fixed' ? {productId: id, amount: ''} : {productId: id},
    });
  }

  /** The button's click, which Enter in a field makes too: a frame that is sandboxed without forms submits none. */
  #onSubmit(event: Event) {
    event.preventDefault();
    const {quote} = this.#pricing;
    if (quote && !isBelowMinimum(quote.network, quote.coinAmount))
      dispatchAction(this, {type: 'accept-quote', quote});
  }
}

function isSold(amount: string, product: Product | undefined): boolean {
  return product?.shape === 'range' ? checkFaceValue(product, amount).type === 'ok' : product !== undefined;
}
