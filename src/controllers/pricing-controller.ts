import {initialState, Task, TaskStatus} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Api} from '../api/client.js';
import type {Draft} from '../domain/checkout.js';
import {checkFaceValue} from '../domain/denomination.js';
import {multiply} from '../domain/money.js';
import {choosePayment, type PaymentPreference} from '../domain/payment-choice.js';
import {chosenProduct, hasTexts, productsOf} from '../domain/product-choice.js';
import {compareQuotes, refreshDueIn} from '../domain/quote-age.js';
import type {Brand, Coin, Product, ProductGroup, Quote, RangeProduct} from '../domain/types.js';
import type {Environment} from './environment.js';

/** What a price is asked for. */
export interface PricingQuestion {
  readonly api: Api;
  readonly brand: Brand;
  readonly draft: Draft;
  /** What to pay with where the buyer has not chosen, best first. */
  readonly preferences: readonly PaymentPreference[];
  readonly language: string;
  readonly environment: Environment;
}

export interface PricingListener {
  /** Something was asked of the API: the same promise comes back, so that its failure can be told. */
  watch<Answer>(answer: Promise<Answer>): Promise<Answer>;
  /** The products of a brand are known, before they are drawn. */
  onProducts(products: readonly Product[]): void;
}

/** Milliseconds of rest in typing before a price is asked for. */
const TYPING_PAUSE = 250;

/** How often the age on screen moves on. */
const TICK = 10_000;

/**
 * Coins, products and the price of what is chosen, each asked for again when the question changes, and the price once
 * a minute while its host is on the page. An answer to an older question is never taken for one to the present.
 */
export class PricingController implements ReactiveController {
  #host: ReactiveControllerHost;
  #question: () => PricingQuestion;
  #listener: PricingListener;
  #life = new AbortController();
  #last: {quote: Quote; before?: string | undefined} | undefined;

  readonly coins: Task<readonly [Api], Coin[]>;
  readonly products: Task<
    readonly unknown[],
    {coin: string; at: number; groups: ProductGroup[]; products: readonly Product[]}
  >;
  readonly price: Task<
    readonly unknown[],
    {coin: string; productId: string; faceValue: string; amount: string; at: number}
  >;

  constructor(host: ReactiveControllerHost, question: () => PricingQuestion, listener: PricingListener) {
    this.#host = host;
    this.#question = question;
    this.#listener = listener;
    this.coins = new Task(host, {
      args: () => [question().api] as const,
      task: ([api], {signal}) => listener.watch(api.listCoins(signal)),
    });
    this.products = new Task(host, {
      args: () => [question().api, question().brand, this.payment?.coin.name, question().language],
      task: (_, {signal}) => this.#askProducts(signal),
    });
    this.price = new Task(host, {
      args: () => [question().api, this.payment?.coin.name, this.range?.id, this.range && this.faceValue],
      task: (_, {signal}) => this.#askPrice(signal),
    });
    host.addController(this);
  }

  hostConnected() {
    this.#life = new AbortController();
    void this.#keepFresh(this.#life.signal);
  }

  hostDisconnected() {
    this.#life.abort();
  }

  hostUpdated() {
    const {quote} = this;
    if (!quote) return;
    const last = this.#last?.quote;
    const change = last ? compareQuotes(last, quote) : 'other';
    if (change === 'same') return;
    this.#last = {quote, before: change === 'other' ? undefined : last?.coinAmount};
    if (change !== 'other') this.#host.requestUpdate();
  }

  get payment() {
    const coins = this.coins.value;
    const {draft, preferences} = this.#question();
    return coins && choosePayment(coins, [draft, ...preferences]);
  }

  get all(): readonly Product[] {
    return this.products.value?.products ?? [];
  }

  get product(): Product | undefined {
    return chosenProduct(this.all, this.#question().draft);
  }

  get range(): RangeProduct | undefined {
    const {product} = this;
    return product?.shape === 'range' ? product : undefined;
  }

  /** The chosen face value, where the product has one and what was typed is allowed. */
  get faceValue(): string | undefined {
    const {product} = this;
    if (product?.shape !== 'range') return product?.faceValue;
    const check = checkFaceValue(product, this.#question().draft.amount);
    return check.type === 'ok' ? check.faceValue : undefined;
  }

  /** The quote for exactly what is chosen now. */
  get quote(): Quote | undefined {
    const {payment, product, faceValue, one} = this;
    if (!payment || !product || !one) return undefined;
    const {brand, draft} = this.#question();
    const {quantity} = draft;
    const coin = payment.coin.name;
    const {network} = payment;
    const alternatives = payment.coin.networks.filter(other => other !== network);
    return {
      brand,
      product,
      faceValue,
      currency: product.currency,
      coin,
      network,
      alternatives,
      quantity,
      // The API's own spelling where there is nothing to calculate.
      coinAmount: quantity > 1 ? multiply(one.amount, quantity) : one.amount,
    };
  }

  /** The amount that the same choice cost before it was asked for again. */
  get previousAmount(): string | undefined {
    const {quote} = this;
    return quote && this.#last && compareQuotes(this.#last.quote, quote) !== 'other'
      ? this.#last.before
      : undefined;
  }

  /** When the price on screen was answered, in milliseconds since 1970. */
  get quotedAt(): number | undefined {
    return this.one?.at;
  }

  get isPending(): boolean {
    return this.price.status === TaskStatus.PENDING || this.products.status === TaskStatus.PENDING;
  }

  /** The price of one of what is chosen now. */
  get one(): {amount: string; at: number} | undefined {
    const {product, faceValue} = this;
    const coin = this.payment?.coin.name;
    const listed = this.products.value;
    if (!product || !coin || listed?.coin !== coin) return undefined;
    if (product.shape === 'fixed') {
      return product.coin === coin && product.coinAmount
        ? {amount: product.coinAmount, at: listed.at}
        : undefined;
    }
    const priced = this.price.value;
    const isCurrent =
      priced?.coin === coin && priced.productId === product.id && priced.faceValue === faceValue;
    return isCurrent ? priced : undefined;
  }

  async #askProducts(signal: AbortSignal) {
    const {api, brand, language, environment} = this.#question();
    const coin = this.payment?.coin.name;
    if (coin === undefined) return initialState;
    const listed = this.products.value;
    const again = listed?.coin === coin && listed.products[0]?.country === brand.country ? listed : undefined;
    const asked = api.listProducts({brand, coin, lang: language}, signal);
    const groups = await (again ? asked.catch(() => again.groups) : this.#listener.watch(asked));
    const isSilent = language !== 'en' && !hasTexts(groups);
    const texts = isSilent
      ? await api.listProducts({brand, coin, lang: 'en'}, signal).catch(() => groups)
      : groups;
    const products = productsOf(groups, brand);
    if (!again) this.#listener.onProducts(products);
    return {coin, at: environment.now(), groups: texts, products};
  }

  async #askPrice(signal: AbortSignal) {
    const {api, brand, environment} = this.#question();
    const {range, faceValue, one} = this;
    const coin = this.payment?.coin.name;
    if (!coin || !range || !faceValue) return initialState;
    const again = one && this.price.value;
    if (!again) await environment.sleep(TYPING_PAUSE, signal);
    signal.throwIfAborted();
    const asked = api.getPrice({brandName: range.brandName, country: brand.country, faceValue, coin}, signal);
    // A refresh that fails changes nothing: the total is validated before it is confirmed.
    if (again) return asked.then(amount => ({...again, amount, at: environment.now()})).catch(() => again);
    const amount = await this.#listener.watch(asked);
    return {coin, productId: range.id, faceValue, amount, at: environment.now()};
  }

  async #keepFresh(life: AbortSignal) {
    while (!life.aborted) {
      const {environment} = this.#question();
      await environment.sleep(TICK, life);
      if (life.aborted || this.quotedAt === undefined || document.visibilityState === 'hidden') continue;
      this.#host.requestUpdate();
      if (refreshDueIn(this.quotedAt, environment.now()) > 0) continue;
      await (this.range ? this.price : this.products).run();
    }
  }
}
