import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import type {Environment} from '../../controllers/environment.js';
import {PricingController} from '../../controllers/pricing-controller.js';
import {checkFaceValue} from '../../domain/denomination.js';
import type {Draft} from '../../domain/draft.js';
import {isBelowMinimum, type PaymentPreference} from '../../domain/payment-choice.js';
import {groupsOf, rangeProducts} from '../../domain/product-choice.js';
import {ageOf} from '../../domain/quote-age.js';
import type {Brand, Product, ProductGroup, Quote, RangeProduct} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {mark} from '../../styles/mark.js';
import {pills} from '../../styles/pills.js';
import {prose} from '../../styles/prose.js';
import {step} from '../../styles/step.js';
import {aboutBrand} from '../../templates/about-brand.js';
import {amountField} from '../../templates/amount-field.js';
import {brandFamily} from '../../templates/brand-family.js';
import {brandMark} from '../../templates/brand-mark.js';
import {choosePrompt, hasPlans} from '../../templates/choose-prompt.js';
import {denominationChoice} from '../../templates/denominations.js';
import {fresh, sentence} from '../../templates/fresh.js';
import {problemNotice, quietNotice} from '../../templates/notice.js';
import {paymentChoice} from '../../templates/payment-choice.js';
import {price} from '../../templates/price.js';
import {quoteCommit} from '../../templates/quote-commit.js';
import {stepHeading} from '../../templates/step-heading.js';
import {offerSkeleton} from '../../templates/waiting.js';
import {reactive} from '../widgets/reactive.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-quote-step.styles.js';
import {dispatchNotice} from './notice-event.js';
import {keepFocus} from './step-focus.js';
import {failureNotice, reportFailure, reportFailures} from './task-failure.js';
import {unsoldPreferences} from './unsold-preferences.js';

/** Second step: what exactly, paid with what, and what that costs right now. */
export class CrQuoteStep extends LitElement {
  static override properties = reactive(
    'api brand draft preferences environment messages headingLevel language',
    'isAmountLeft isReading',
  );
  static override styles = [mark, step, pills, prose, styles];

  api!: Api;
  brand!: Brand;
  draft!: Draft;
  /** Payment methods in order of preference, for a buyer who has not chosen: the page's, then the one used last. */
  preferences: readonly PaymentPreference[] = [];
  environment!: Environment;
  messages!: Messages;
  /** Level of the heading, 2 to 6. */
  headingLevel = 2;
  language = 'en';

  /** The buyer has left the field of the amount with something wrong in it, or has pressed the button. */
  private isAmountLeft = false;
  /** The texts about the brand are open: they are drawn only then. */
  private isReading = false;

  #pricing = new PricingController(this, () => this, {
    watch: answer => reportFailures(this, answer),
    onProducts: products => this.#onProducts(products),
  });
  #quoteKey: string | undefined;

  constructor() {
    super();
    keepFocus(this);
  }

  override updated() {
    const {quote, payment} = this.#pricing;
    if (payment) {
      const {coin, network} = payment;
      dispatchNotice(this, {type: 'payment', payment: {coin: coin.name, network: network.name}});
    }
    const key = quote
      ? [quote.product.id, quote.faceValue, quote.quantity, quote.coin, quote.coinAmount].join(' ')
      : '';
    if (key !== this.#quoteKey) dispatchAction(this, {type: 'quoted', quote});
    this.#quoteKey = key;
  }

  override render() {
    return html`${stepHeading(this.messages.quote.heading(this.brand.name), {level: this.headingLevel, mark: brandMark(this.brand)})}<slot></slot>${this.#renderOffer()}`;
  }

  #renderOffer() {
    const {coins, products} = this.#pricing;
    const failure = failureNotice(coins, this.messages) ?? failureNotice(products, this.messages);
    if (failure) return failure;
    if (coins.value?.length === 0)
      return problemNotice(this.messages.quote.noCoins, [
        {label: this.messages.retry, isRetry: true, act: () => coins.run()},
      ]);
    if (!coins.value || !products.value) return offerSkeleton(this.messages);
    const {groups} = products.value;
    if (this.#pricing.all.length === 0) return html`${this.#renderEmpty()} ${this.#renderFamily(groups)}`;
    return html`<form class="stack" novalidate>
      ${this.#renderChoice()} ${this.#renderAmount()}
      ${paymentChoice({
        coins: coins.value,
        chosen: this.#pricing.payment,
        messages: this.messages,
        onPick: payment => this.#enter(payment),
      })}
      <div class="quote" part="quote">
        ${this.#pricing.quote ? this.#renderPrice(this.#pricing.quote) : this.#renderNoPrice()}
      </div>
      <p class="hidden-text" role="status">${sentence(this.#announcement)}</p>
      ${this.#renderCommit()} ${this.#renderAbout(groups)} ${this.#renderFamily(groups)}
    </form>`;
  }

  #renderEmpty(): TemplateResult {
    const {quote} = this.messages;
    return quietNotice(quote.empty(this.brand.name), [
      {label: quote.otherBrands, act: () => dispatchAction(this, {type: 'go-back'})},
    ]);
  }

  #renderChoice() {
    const {messages, language, draft} = this;
    const {all, product} = this.#pricing;
    const isMissing = draft.amount && !draft.productId && !product;
    return html`${isMissing ? problemNotice(messages.errors.not_on_sale) : nothing}
    ${denominationChoice({
      isPlan: hasPlans(this.brand),
      products: all,
      chosen: product,
      messages,
      language,
      onPick: ({id, shape}) => this.#enter(shape === 'fixed' ? {productId: id, amount: ''} : {productId: id}),
    })}`;
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
      isLeft: this.isAmountLeft,
      onInput: amount => this.#onAmount(amount, product),
      onLeave: ({target}) => {
        this.isAmountLeft = (target as HTMLInputElement).value !== '';
      },
    });
  }

  #renderPrice(quote: Quote): TemplateResult {
    const {quotedAt = 0, previousAmount} = this.#pricing;
    const {messages, language, environment} = this;
    const age = Math.floor(ageOf(quotedAt, environment.now()) / 10_000) * 10;
    return price(quote, {age, previousAmount, messages, language});
  }

  #renderNoPrice(): TemplateResult {
    const {quote} = this.messages;
    const {price: task, isPending} = this.#pricing;
    // The field of the amount says itself what is wrong with it.
    const isMissed = this.isAmountLeft && !this.draft.amount;
    if (!this.#isChosen) return choosePrompt(this.brand, this.messages, isMissed);
    return (
      failureNotice(task, this.messages) ??
      html`<p class="muted">${fresh(isPending ? quote.pricing : quote.noPrice)}</p>`
    );
  }

  /** What to say of the price: an amount that is new, or that there is none. Its age is for the eyes only. */
  get #announcement(): string {
    const {quote, isPending} = this.#pricing;
    const {youPay} = this.messages.quote;
    if (quote) return `${youPay} ${coinAmount(quote.coinAmount, quote.coin)}`;
    return this.#isChosen && !isPending ? this.messages.quote.noPrice : '';
  }

  /** The buyer has chosen what is to be priced. */
  get #isChosen(): boolean {
    const {product, faceValue} = this.#pricing;
    return product !== undefined && (product.shape === 'fixed' || faceValue !== undefined);
  }

  #renderCommit(): TemplateResult {
    const {quote} = this.#pricing;
    return quoteCommit({
      quantity: this.draft.quantity,
      quote,
      isDisabled: this.#isChosen && !isPayable(quote),
      messages: this.messages,
      onQuantity: quantity => this.#enter({quantity}),
      onSubmit: event => this.#onSubmit(event),
    });
  }

  #renderAbout(groups: readonly ProductGroup[]) {
    const about = groupsOf(groups, this.brand)[0]?.about;
    if (!about) return nothing;
    const onToggle = (isOpen: boolean) => {
      this.isReading = isOpen;
    };
    return aboutBrand({about, isOpen: this.isReading, onToggle, messages: this.messages});
  }

  #renderFamily(groups: readonly ProductGroup[]) {
    const onPick = (brand: Brand) => dispatchAction(this, {type: 'pick-brand', brand});
    return brandFamily({brand: this.brand, groups, messages: this.messages, onPick});
  }

  #enter(draft: Partial<Draft>) {
    dispatchAction(this, {type: 'enter', draft});
  }

  /** Takes an amount. One that is right is a new start: what is typed next is not wrong before it is finished. */
  #onAmount(amount: string, product: RangeProduct) {
    const isRight = [amount, this.draft.amount].some(text => checkFaceValue(product, text).type === 'ok');
    if (isRight) this.isAmountLeft = false;
    this.#enter({amount, productId: product.id});
  }

  #onProducts(products: readonly Product[]) {
    const {brand, draft, preferences} = this;
    const {payment} = this.#pricing;
    for (const name of unsoldPreferences({brand, products, draft, payment}, preferences[0]))
      reportFailure(this, 'not_on_sale', `${name} is not on sale.`);
    dispatchNotice(this, {type: 'ready'});
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    const {quote} = this.#pricing;
    this.isAmountLeft = true;
    if (isPayable(quote)) dispatchAction(this, {type: 'accept-quote', quote});
  }
}

function isPayable(quote: Quote | undefined): quote is Quote {
  return quote !== undefined && !isBelowMinimum(quote.network, quote.coinAmount);
}
