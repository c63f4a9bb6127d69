import {LitElement, type PropertyValues} from 'lit';

import type {ApiError} from '../api/errors.js';
import type {Fetch} from '../api/request-json.js';
import {CheckoutSession, type SessionOptions} from '../controllers/checkout-session.js';
import {type Environment, pageEnvironment} from '../controllers/environment.js';
import {MessagesController} from '../controllers/messages-controller.js';
import {PaymentStorage} from '../controllers/payment-storage.js';
import type {RequestHeaders} from '../controllers/request-headers.js';
import {type Checkout, hasWayBack, isAtOrder} from '../domain/checkout.js';
import {compareSettings, startOf} from '../domain/settings-change.js';
import {en} from '../locales/en.js';
import {loadMessages, tagFor} from '../locales/index.js';
import {type MessageOverrides, withOverrides} from '../locales/overrides.js';
import {Arrival} from './arrival.js';
import {type CheckoutState, stateOf} from './checkout-state.js';
import {styles} from './cr-checkout.styles.js';
import {defineSteps, isDefined} from './define.js';
import {EventReporter} from './event-reporter.js';
import {guardUpdates} from './guard-updates.js';
import {paymentElementsTask} from './payment-elements-task.js';
import {pageFacts, readAttributes, type Settings} from './read-attributes.js';
import {renderCheckout} from './render-checkout.js';
import {StepHistory} from './step-history.js';
import {StepMessages} from './step-messages.js';
import {reactive} from './widgets/reactive.js';

/**
 * A checkout for gift cards, mobile top-ups and eSIMs, paid in crypto: brand, quote, details, payment, delivery.
 *
 * @summary Sells gift cards, top-ups and eSIMs for crypto inside any page.
 *
 * @attr {string} lang - Language of the texts, inherited from the nearest ancestor that has one. Default: English.
 *
 * @fires {ReadyDetail} cr-ready - The first step is usable.
 * @fires {StepChangeDetail} cr-step-change - Another step is shown.
 * @fires {QuoteDetail} cr-quote - A price was obtained.
 * @fires {BeforeOrderDetail} cr-before-order - An order is about to be created; `preventDefault()` stops that.
 * @fires {OrderCreatedDetail} cr-order-created - An order exists.
 * @fires {OrderChangeDetail} cr-order-change - The order state or the payment state changed.
 * @fires {DoneDetail} cr-done - The order reached Done; once per order.
 * @fires {OrderFailedDetail} cr-order-failed - The order ended in another state; once per order.
 * @fires {ErrorDetail} cr-error - Something failed that the page may want to know.
 *
 * @slot header - Above the steps.
 * @slot footer - Below the steps.
 * @slot done - Below the delivery.
 * @slot empty - Shown where no brand is found.
 *
 * @csspart step - The current step's container.
 * @csspart heading - Its heading.
 * @csspart glyph - The face of an order: a check, a clock or an alert.
 * @csspart back - The way back.
 * @csspart submit - Its one primary button.
 * @csspart error - A message about what went wrong.
 * @csspart retry - Try again.
 * @csspart progress - Where the buyer is.
 * @csspart trail - The choice made so far, which leads back.
 * @csspart country - The country choice.
 * @csspart search - The search field.
 * @csspart kind - A kind's button.
 * @csspart category - A category's button.
 * @csspart brand - A brand's button.
 * @csspart denomination - A fixed choice.
 * @csspart amount - The free amount field.
 * @csspart suggestion - An amount to press instead of typing.
 * @csspart coin - The coin choice.
 * @csspart network - The network choice.
 * @csspart quantity - How many of the same.
 * @csspart about - Texts about the brand, its terms included.
 * @csspart quote - The quote's region.
 * @csspart total - Its coin amount.
 * @csspart email - The e-mail field.
 * @csspart phone - The phone field.
 * @csspart name - The name field.
 * @csspart refund-address - Where a refund goes to.
 * @csspart summary - The order summary before commitment.
 * @csspart qr - The QR code.
 * @csspart address - The address to pay to.
 * @csspart coin-amount - The exact amount to pay.
 * @csspart copy - A copy button.
 * @csspart copy-order - The button that copies the order's id.
 * @csspart open-wallet - The wallet link.
 * @csspart countdown - The time left.
 * @csspart received - How much has arrived of a payment in parts.
 * @csspart price-change - What an order costs now and what was confirmed, or how else it differs.
 * @csspart accept-price - Accepts the higher price.
 * @csspart new-quote - Leads back to a new quote.
 * @csspart explorer - The link to the transaction in a block explorer.
 * @csspart network-warning - What may be sent, and on which network.
 * @csspart order-state - How the order stands.
 * @csspart acknowledge - Says that the network is the right one; the payment is shown after it.
 * @csspart qr-form - A button that chooses what the QR code holds.
 * @csspart invoice - A Lightning invoice beside an address.
 * @csspart memo - A comment that the payment has to carry.
 * @csspart contract - A token's contract.
 * @csspart report - Says that a payment was sent otherwise, and takes that back.
 * @csspart transaction - The field for the id of a transaction.
 * @csspart support - The link to support, which carries the order's id.
 * @csspart reveal - Shows and hides a code.
 * @csspart code - A code, once revealed.
 * @csspart instructions - How to redeem.
 * @csspart receipt - What was bought.
 * @csspart notice - A message that is no failure.
 * @csspart action - A way on that a message offers.
 *
 * @cssprop [--cr-accent] - Buttons, focus rings and progress.
 * @cssprop [--cr-on-accent] - Text on the accent colour.
 * @cssprop [--cr-text] - Text.
 * @cssprop [--cr-muted] - Secondary text.
 * @cssprop [--cr-background] - Ground of the element.
 * @cssprop [--cr-surface] - Ground of panels.
 * @cssprop [--cr-line] - Hairlines.
 * @cssprop [--cr-edge] - Edges of fields.
 * @cssprop [--cr-danger] - Errors and warnings.
 * @cssprop [--cr-success] - What went well.
 * @cssprop [--cr-radius=10px] - Corners.
 * @cssprop [--cr-mono] - Typeface of addresses and codes.
 */
export class CrCheckout extends LitElement {
  static override properties = {
    proxyUrl: {attribute: 'proxy-url'},
    subscribeUrl: {attribute: 'subscribe-url'},
    country: {},
    lockCountry: {type: Boolean, attribute: 'lock-country'},
    brand: {},
    amount: {},
    coin: {},
    network: {},
    kinds: {},
    email: {},
    orderId: {attribute: 'order-id'},
    refundAddress: {attribute: 'refund-address'},
    utmSource: {attribute: 'utm-source'},
    theme: {},
    headingLevel: {attribute: 'heading-level'},
    supportUrl: {attribute: 'support-url'},
    termsUrl: {attribute: 'terms-url'},
    noResume: {type: Boolean, attribute: 'no-resume'},
    history: {type: Boolean},
    ...reactive(
      'fetch headers credentials orderKey messages environment',
      'trackingError isBusy isLeaving isFailed',
    ),
  };
  static override styles = styles;

  /** Base of the partner's proxy, absolute or relative to the page. Required. */
  proxyUrl = '';
  /** Template of the order's event stream; `{orderId}` is replaced. Default: the proxy's own route. */
  subscribeUrl = '';
  /** ISO 3166-1 alpha-2 of the catalogue. Default: the region of the browser's language, else `US`. */
  country = '';
  /** The buyer cannot change the country. */
  lockCountry = false;
  /** Name of a preselected brand: the checkout opens on its quote. */
  brand = '';
  /** Preselected face value, a decimal number. */
  amount = '';
  /** Preselected coin. Default: `USDC` where it is on offer. */
  coin = '';
  /** Preselected network. Default: `Solana` where it is on offer. */
  network = '';
  /** Kinds that are sold, separated by spaces: `giftcard`, `topup`, `esim`. Default: all. */
  kinds = '';
  /** The buyer's e-mail address, filled in. */
  email = '';
  /** Opens on this order instead of the brands. */
  orderId = '';
  /** Where the API sends refunds to. */
  refundAddress = '';
  /** Where the order comes from. Default: the page's host name. */
  utmSource = '';
  /** Colours; `auto` follows the device. */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Level of the step's heading, 2 to 6. */
  headingLevel: number | string = 2;
  /** Where the buyer gets help. Default: Cryptorefills' own. */
  supportUrl = '';
  /** Terms of service. Default: Cryptorefills' own. */
  termsUrl = '';
  /** Do not remember an open order in this browser. */
  noResume = false;
  /** Each step is an entry of the browser's history, at the same URL: Back goes back a step. */
  history = false;
  /** Replaces the page's fetch; hand it the sandbox to try the element without a server. */
  fetch: Fetch | undefined;
  /** Headers of every request to the proxy, or a function, which may be async, that returns them for each. */
  headers: RequestHeaders | undefined;
  /** Credentials of every request to the proxy. Default: `same-origin`. */
  credentials: RequestCredentials | undefined;
  /** Opens what was delivered with the order of `orderId`: a secret, which is never an attribute. */
  orderKey = '';
  /** Texts of the page's own in place of the element's. */
  messages: MessageOverrides | undefined;
  /** @internal Time, storage and randomness, for tests. */
  environment: Environment = pageEnvironment();

  private trackingError: ApiError | undefined;
  private isBusy = false;
  /** The buyer has been asked whether to leave an open order. */
  private isLeaving = false;
  /** An update threw: a notice is in the place of the step, without texts of the page, which may be what threw. */
  private isFailed = false;

  #locale = new MessagesController(this, {english: en, languageFor: tagFor, load: loadMessages});
  #paymentStorage = new PaymentStorage();
  #reporter = new EventReporter(this);
  #session = new CheckoutSession(this, {
    onChange: (checkout, previous) => this.#onChange(checkout, previous),
    onTrackingError: error => {
      this.trackingError = error;
      if (error) this.#reporter.reportError(error);
    },
    onBackgroundOrder: (order, before) => this.#reporter.reportBackgroundOrder(order, before),
  });
  #stepMessages = new StepMessages({
    session: this.#session,
    reporter: this.#reporter,
    onBusy: isBusy => {
      this.isBusy = isBusy;
    },
  });
  #history = new StepHistory(this, () => this.#session.checkout);
  #paymentElements = paymentElementsTask(this, this.#session, this.#reporter);
  /** Set before the first render. */
  #settings!: Settings & SessionOptions;
  #arrival = new Arrival(this);

  override willUpdate(changed: PropertyValues<this>) {
    if (!this.#settings || [...changed.keys()].some(isSetting)) this.#applySettings();
  }

  override updated(changed: PropertyValues<this>) {
    this.#reporter.reportInvalid(this.#settings, changed);
  }

  /** Frozen snapshot of the checkout: step, choice and order, nothing personal. */
  get state(): CheckoutState {
    return stateOf(this.#session.checkout, this.#stepMessages.payment);
  }

  /** Whether `cr-ready` has been fired, for listeners that came late. */
  get isReady(): boolean {
    return this.#reporter.isReady;
  }

  /** Starts anew at the brands and forgets an open order. The order itself goes on at the API. */
  reset() {
    if (!this.#settings?.proxyUrl) return;
    this.isFailed = false;
    this.#session.forget();
    this.#session.begin({...startOf(this.#settings), orderId: ''});
  }

  /** Reads everything on screen again. */
  refresh() {
    this.isFailed = false;
    this.#session.refresh();
  }

  /** Goes one step back. Returns whether there was one: an order that exists is left by `reset()` only. */
  back(): boolean {
    const canGoBack = hasWayBack(this.#session.checkout) && !this.isBusy;
    if (canGoBack) this.#session.send({type: 'go-back'});
    return canGoBack;
  }

  /** Moves the focus to the heading of the current step. */
  override focus(options?: FocusOptions) {
    void this.#arrival.focus(options);
  }

  /** @internal Takes what an update threw, of this element or of one inside of it. */
  onUpdateError(error: unknown) {
    if (!this.isFailed) this.#reporter.reportInternal(error);
    this.isFailed = true;
    this.isBusy = false;
  }

  override render() {
    return renderCheckout({
      session: this.#session,
      settings: this.#settings,
      stepMessages: this.#stepMessages,
      fetching: isDefined(this.#session.checkout.step) ? undefined : this.#paymentElements,
      isLocked: this.isBusy,
      isLeaving: this.isLeaving,
      isFailed: this.isFailed,
      announcement: this.#arrival.announcement,
      preferences: [this.#settings, this.#paymentStorage.last],
      trackingError: this.trackingError?.code,
      environment: this.environment,
      messages: withOverrides(this.#locale.messages, this.isFailed ? undefined : this.messages),
      language: this.#locale.language,
      onBack: () => this.back(),
      onRetry: () => {
        this.isFailed = false;
        this.focus();
      },
      onLeaving: isLeaving => {
        this.isLeaving = isLeaving;
        void this.#arrival.focusAnswer();
      },
    });
  }

  #applySettings() {
    const {fetch, headers, credentials, environment, orderKey} = this;
    const attributes = readAttributes(this, pageFacts());
    const own = {fetch, headers, credentials, environment, orderKey};
    const settings = {...attributes, ...own, isRemembering: !attributes.noResume};
    const change = compareSettings(this.#settings, settings, this.#session.checkout);
    this.#settings = settings;
    if (!settings.proxyUrl) return;
    defineSteps();
    if (change.effect.type === 'begin') this.#paymentStorage.read(settings);
    this.#session.update(settings, change);
    if (change.effect.type === 'begin') this.#history.begin();
  }

  #onChange(checkout: Checkout, previous: Checkout) {
    this.#history.note(checkout, previous);
    if (this.#arrival.note(checkout, previous)) this.isBusy = this.isLeaving = this.isFailed = false;
    this.#paymentStorage.write(checkout, previous, this.#settings);
    if (isAtOrder(checkout)) this.#reporter.reportReady();
    this.#reporter.reportChange(checkout, previous);
  }
}

guardUpdates(CrCheckout);

/** Whether the page sets a property, rather than the element itself. */
function isSetting(name: PropertyKey): boolean {
  return !CrCheckout.elementProperties.get(name)?.state;
}

declare global {
  interface HTMLElementTagNameMap {
    'cr-checkout': CrCheckout;
  }
}
