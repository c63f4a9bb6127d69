import {initialState, Task, TaskStatus} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Api} from '../api/client.js';
import {checkFaceValue} from '../domain/denomination.js';
import type {Draft} from '../domain/draft.js';
import {languageOf} from '../domain/language-of.js';
import {multiply} from '../domain/money.js';
import {choosePayment, type PaymentPreference} from '../domain/payment-choice.js';
import {chosenProduct, hasTexts, productsOf} from '../domain/product-choice.js';
import {refreshDueIn} from '../domain/quote-age.js';
import type {Brand, Coin, Product, ProductGroup, Quote, RangeProduct} from '../domain/types.js';
import type {Environment} from './environment.js';
import {QUOTE_AGE_TICK, TYPING_PAUSE} from './poll-schedule.js';
import {QuoteHistory} from './quote-history.js';

/** What a price depends on, and what it is requested with. */
export interface PricingInputs {
  readonly api: Api;
  readonly brand: Brand;
  readonly draft: Draft;
  /** What to pay with if the buyer has not chosen, best first. */
  readonly preferences: readonly PaymentPreference[];
  readonly language: string;
  readonly environment: Environment;
}

export interface PricingListener {
  /** Receives each response whose failure is to be reported, and returns it. */
  watch<Response>(response: Promise<Response>): Promise<Response>;
  /** Receives the products of a brand before they are drawn. */
  onProducts(products: readonly Product[]): void;
}

interface Listing {
  readonly coin: string;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
  readonly groups: ProductGroup[];
  readonly products: readonly Product[];
}

/** Price of one piece of a product, a decimal string, and when it arrived. */
interface UnitPrice {
  readonly amount: string;
  readonly at: number;
}

/** Price of a range product, with the choice that it is for. */
interface RangePrice extends UnitPrice {
  readonly choice: string;
}

/**
 * Reads the coins, a brand's products and the price of the choice, each again when its inputs change, and the price
 * once a minute. A response to older inputs is never taken as the present price.
 */
export class PricingController implements ReactiveController {
  #host: ReactiveControllerHost;
  #inputs: () => PricingInputs;
  #listener: PricingListener;
  #history = new QuoteHistory();
  #life = new AbortController();

  readonly coins: Task<readonly [Api], Coin[]>;
  readonly products: Task<readonly unknown[], Listing>;
  readonly price: Task<readonly unknown[], RangePrice>;

  constructor(host: ReactiveControllerHost, inputs: () => PricingInputs, listener: PricingListener) {
    this.#host = host;
    this.#inputs = inputs;
    this.#listener = listener;
    this.coins = new Task(host, {
      args: () => [inputs().api] as const,
      task: ([api], {signal}) => listener.watch(api.listCoins(signal)),
    });
    this.products = new Task(host, {
      args: () => [inputs().api, inputs().brand, this.#coin, inputs().language],
      task: (_, {signal}) => this.#listProducts(signal),
    });
    this.price = new Task(host, {
      args: () => [inputs().api, this.#rangeChoice],
      task: (_, {signal}) => this.#getPrice(signal),
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
    if (this.quote && this.#history.note(this.quote)) this.#host.requestUpdate();
  }

  /** The chosen coin and network; `undefined` until the coins are there, and if there are none. */
  get payment() {
    const coins = this.coins.value;
    const {draft, preferences} = this.#inputs();
    return coins && choosePayment(coins, [draft, ...preferences]);
  }

  get all(): readonly Product[] {
    return this.products.value?.products ?? [];
  }

  /** The chosen product; `undefined` if there is none. */
  get product(): Product | undefined {
    return chosenProduct(this.all, this.#inputs().draft);
  }

  get range(): RangeProduct | undefined {
    const {product} = this;
    return product?.shape === 'range' ? product : undefined;
  }

  /** The chosen face value; `undefined` if the product has none or the amount that was typed is not allowed. */
  get faceValue(): string | undefined {
    const {product} = this;
    if (product?.shape !== 'range') return product?.faceValue;
    const check = checkFaceValue(product, this.#inputs().draft.amount);
    return check.type === 'ok' ? check.faceValue : undefined;
  }

  /** The quote for exactly what is chosen now; `undefined` while it is not known. */
  get quote(): Quote | undefined {
    const {payment, product, faceValue} = this;
    const price = this.#unitPrice;
    if (!payment || !product || !price) return undefined;
    const {brand, draft} = this.#inputs();
    const {quantity} = draft;
    const {coin, network} = payment;
    return {
      brand,
      product,
      faceValue,
      currency: product.currency,
      coin: coin.name,
      network,
      alternatives: coin.networks.filter(other => other !== network),
      quantity,
      // The API's own spelling if there is nothing to calculate.
      coinAmount: quantity > 1 ? multiply(price.amount, quantity) : price.amount,
    };
  }

  /** The coin amount of the same choice before its price changed; `undefined` if it has not. */
  get previousAmount(): string | undefined {
    return this.quote && this.#history.previousAmount(this.quote);
  }

  /** When the price on screen arrived, in milliseconds since 1970; `undefined` if there is none. */
  get quotedAt(): number | undefined {
    return this.#unitPrice?.at;
  }

  get isPending(): boolean {
    return this.price.status === TaskStatus.PENDING || this.products.status === TaskStatus.PENDING;
  }

  /** The price of one piece of what is chosen now, and when it arrived; `undefined` while it is not known. */
  get #unitPrice(): UnitPrice | undefined {
    const {product} = this;
    const coin = this.#coin;
    const listing = this.products.value;
    if (!product || !coin || listing?.coin !== coin) return undefined;
    if (product.shape === 'range') return this.#rangePrice;
    const amount = product.coin === coin ? product.coinAmount : undefined;
    return amount ? {amount, at: listing.at} : undefined;
  }

  get #coin(): string | undefined {
    return this.payment?.coin.name;
  }

  /** The choice of a range product that can be priced; `undefined` without one. */
  get #rangeChoice(): string | undefined {
    const {range, faceValue} = this;
    const coin = this.#coin;
    return coin && range && faceValue && JSON.stringify([coin, range.id, faceValue]);
  }

  /** The price of the present choice of a range product; `undefined` while it is not known. */
  get #rangePrice(): RangePrice | undefined {
    const {value} = this.price;
    return value?.choice === this.#rangeChoice ? value : undefined;
  }

  /** Updates the age of the price on screen, and requests it again when due, while the page is visible. */
  async #keepFresh(life: AbortSignal) {
    while (!life.aborted) {
      const {environment} = this.#inputs();
      await environment.sleep(QUOTE_AGE_TICK, life);
      const {quotedAt} = this;
      if (life.aborted || quotedAt === undefined || document.hidden) continue;
      this.#host.requestUpdate();
      if (refreshDueIn(quotedAt, environment.now()) === 0)
        await (this.range ? this.price : this.products).run();
    }
  }

  /** Lists the products. If it only refreshes what is on screen, a failure keeps them. */
  async #listProducts(signal: AbortSignal) {
    const {api, brand, language, environment} = this.#inputs();
    const lang = languageOf(language);
    const coin = this.#coin;
    if (coin === undefined) return initialState;
    const shown = this.products.value;
    const isRefresh = shown?.coin === coin && shown.products[0]?.country === brand.country;
    const response = api.listProducts({brand, coin, lang}, signal);
    const groups = await (isRefresh ? response.catch(() => shown.groups) : this.#listener.watch(response));
    const isTextless = lang !== 'en' && !hasTexts(groups);
    const texts = isTextless
      ? await api.listProducts({brand, coin, lang: 'en'}, signal).catch(() => groups)
      : groups;
    const products = productsOf(groups, brand);
    if (!isRefresh) this.#listener.onProducts(products);
    return {coin, at: environment.now(), groups: texts, products};
  }

  /** Requests the price. If a refresh fails, the old one stays: the total is validated before it is confirmed. */
  async #getPrice(signal: AbortSignal) {
    const {api, brand, environment} = this.#inputs();
    const {range, faceValue} = this;
    const coin = this.#coin;
    const choice = this.#rangeChoice;
    if (!coin || !range || !faceValue || !choice) return initialState;
    const shown = this.#unitPrice && this.#rangePrice;
    if (!shown) await environment.sleep(TYPING_PAUSE, signal);
    signal.throwIfAborted();
    const response = api.getPrice(
      {brandName: range.brandName, country: brand.country, faceValue, coin},
      signal,
    );
    const price = (shown ? response : this.#listener.watch(response)).then(amount => ({
      choice,
      amount,
      at: environment.now(),
    }));
    return shown ? price.catch(() => shown) : price;
  }
}
