import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';

import {ApiError} from '../api/errors.js';
import type {Fetch} from '../api/request-json.js';
import {CheckoutSession, type SessionOptions} from '../controllers/checkout-session.js';
import {type Environment, pageEnvironment} from '../controllers/environment.js';
import {MessagesController} from '../controllers/messages-controller.js';
import {lastPayment, rememberPayment} from '../controllers/payment-storage.js';
import {type Checkout, hasWayBack, orderOf} from '../domain/checkout.js';
import {isOver, phaseOf} from '../domain/order.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import {compareSettings, startOf} from '../domain/settings-change.js';
import {en, type Messages} from '../locales/en.js';
import {directionOf, languageFor, loadMessages} from '../locales/index.js';
import {type MessageOverrides, withOverrides} from '../locales/overrides.js';
import {phaseKey} from '../locales/phase-key.js';
import {base} from '../styles/base.js';
import {mark} from '../styles/mark.js';
import {tokens} from '../styles/tokens.js';
import {brandMark} from '../templates/brand-mark.js';
import {footer, topBar, trail} from '../templates/frame.js';
import {type NoticeAction, problemNotice, quietNotice} from '../templates/notice.js';
import {version} from '../version.js';
import type {CheckoutAttributeProperties} from './attributes.js';
import {emit} from './checkout-events.js';
import {type CheckoutState, stateOf} from './checkout-state.js';
import {styles} from './cr-checkout.styles.js';
import {defineInside} from './define.js';
import {quoteDetail, reportBackgroundOrder, reportChange, reportError} from './event-reporter.js';
import {choiceOf, headingOf, namesOf} from './heading.js';
import {inner} from './properties.js';
import {ignored, readAttributes, type Settings} from './read-attributes.js';
import {renderStep, type StepContext} from './render-step.js';
import type {ActionEvent} from './steps/action-event.js';

/**
 * A checkout for gift cards, mobile top-ups and eSIMs, paid in crypto: brand, quote, details, payment, delivery.
 *
 * @summary Sells gift cards, top-ups and eSIMs for crypto inside any page.
 *
 * @attr {string} proxy-url - Base of the partner's proxy, absolute or relative to the page. Required.
 * @attr {string} subscribe-url - Template of the order's event stream; `{orderId}` is replaced. Default: the proxy's own route.
 * @attr {string} country - ISO 3166-1 alpha-2 of the catalogue. Default: the region of the browser's language, else `US`.
 * @attr {boolean} lock-country - The buyer cannot change the country.
 * @attr {string} lang - Language of the texts, inherited from the nearest ancestor that has one. Default: English.
 * @attr {string} brand - Name of a preselected brand: the checkout opens on its quote.
 * @attr {string} amount - Preselected face value, a decimal number.
 * @attr {string} coin - Preselected coin. Default: `USDC` where it is on offer.
 * @attr {string} network - Preselected network. Default: `Solana` where it is on offer.
 * @attr {string} kinds - What is sold, separated by spaces: `giftcard`, `topup`, `esim`. Default: all.
 * @attr {string} email - The buyer's e-mail address, filled in.
 * @attr {string} order-id - Opens on this order instead of the brands.
 * @attr {string} refund-address - Where the API sends refunds to.
 * @attr {string} utm-source - Where the order comes from. Default: the page's host name.
 * @attr {'auto' | 'light' | 'dark'} theme - Colours; `auto` follows the device.
 * @attr {string} support-url - Where the buyer gets help. Default: Cryptorefills' own.
 * @attr {string} terms-url - Terms of service. Default: Cryptorefills' own.
 * @attr {boolean} no-resume - Do not remember an open order in this browser.
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
 * @csspart open-wallet - The wallet link.
 * @csspart countdown - The time left.
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
export class CrCheckout extends LitElement implements Required<CheckoutAttributeProperties> {
  static override styles = [tokens, base, mark, styles];

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
    supportUrl: {attribute: 'support-url'},
    termsUrl: {attribute: 'terms-url'},
    noResume: {type: Boolean, attribute: 'no-resume'},
    fetch: {attribute: false},
    messages: {attribute: false},
    environment: {attribute: false},
    trackingError: inner,
    isBusy: inner,
    announcement: inner,
    headline: inner,
    isLeaving: inner,
  };

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit finalises the class that it is asked through.
    return [...super.observedAttributes, 'lang'];
  }

  proxyUrl = '';
  subscribeUrl = '';
  country = '';
  lockCountry = false;
  brand = '';
  amount = '';
  coin = '';
  network = '';
  kinds = '';
  email = '';
  orderId = '';
  refundAddress = '';
  utmSource = '';
  theme: 'auto' | 'light' | 'dark' = 'auto';
  supportUrl = '';
  termsUrl = '';
  noResume = false;
  /** Replaces the page's fetch; hand it the sandbox to try the element without a server. */
  fetch: Fetch | undefined;
  /** Texts of the page's own in place of the element's. */
  messages: MessageOverrides | undefined;
  /** @internal Time, storage and randomness, for tests. */
  environment: Environment = pageEnvironment();

  private trackingError: ApiError | undefined;
  private isBusy = false;
  private announcement = '';
  /** What the payment step is headed by. */
  private headline = '';
  /** The buyer is asked whether to leave an open order. */
  private isLeaving = false;

  private get heading(): HTMLElement | null | undefined {
    return this.renderRoot?.querySelector<HTMLElement>('[part=heading]');
  }

  #locale = new MessagesController(this, {english: en, languageFor, load: loadMessages});
  #session = new CheckoutSession(this, {
    onChange: (checkout, previous) => this.#onChange(checkout, previous),
    onTrackingError: error => this.#onTrouble(error),
    onBackgroundOrder: (order, before) => reportBackgroundOrder(this, order, before, this.#told),
  });
  /** Read before anything is drawn. */
  #settings!: Settings & SessionOptions;
  #texts: Messages = en;
  #told = new Set<string>();
  #lastPayment: PaymentPreference = {coin: '', network: ''};
  #isReady = false;
  #mustFocus = false;

  override attributeChangedCallback(name: string, before: string | null, now: string | null) {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>) {
    this.#texts = withOverrides(this.#locale.messages, this.messages);
    if (!this.#settings || [...changed.keys()].some(isSetting)) this.#applySettings();
  }

  override updated(changed: PropertyValues<this>) {
    if (this.#mustFocus) {
      this.#mustFocus = false;
      this.focus();
    }
    this.#tellInvalid(changed);
  }

  /** What the element knows, as a frozen snapshot. */
  get state(): CheckoutState {
    return stateOf(this.#session.checkout);
  }

  /** Whether `cr-ready` has been told, for listeners that came late. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Starts anew at the brands and forgets an open order. The order itself goes on at the API. */
  reset() {
    if (!this.#settings?.proxyUrl) return;
    this.#session.forget();
    this.#session.begin({...startOf(this.#settings), orderId: ''});
  }

  /** Reads everything on screen again. */
  refresh() {
    this.#session.refresh();
  }

  /** Moves the focus to the heading of the current step. */
  override focus(options?: FocusOptions) {
    this.heading?.focus(options);
  }

  override render() {
    const {language} = this.#locale;
    const {proxyUrl, theme} = this.#settings;
    return html`<div class="frame ${theme}" lang=${language} dir=${directionOf(language)}>
      <div>
        <slot name="header"></slot>
        ${proxyUrl ? this.#renderTop() : nothing}
      </div>
      <div class="body" part="step" @cr-ask=${this.#onAsk}>${proxyUrl ? this.#renderBody() : this.#renderUnset()}</div>
      ${this.#renderFooter()}
      <p class="hidden-text" role="status">${this.announcement}</p>
    </div>`;
  }

  #renderUnset(): TemplateResult {
    return problemNotice(this.#texts.errors.proxy_url_missing);
  }

  #renderTop(): TemplateResult {
    const {checkout} = this.#session;
    const onBack = hasWayBack(checkout) ? () => this.#session.send({type: 'go-back'}) : undefined;
    return topBar({step: checkout.step, onBack, isLocked: this.isBusy, messages: this.#texts});
  }

  #renderBody(): TemplateResult {
    const {checkout} = this.#session;
    const heading = headingOf(checkout, this.#texts, this.headline);
    const brand = checkout.step === 'quote' ? checkout.brand : undefined;
    return html`<div class="title ${brand ? 'with-mark' : ''}">
        ${brand ? brandMark(brand) : nothing}
        <h2 part="heading" tabindex="-1">${heading}</h2>
      </div>
      ${this.#renderLeftOrder()} ${this.#renderTrail(checkout)} ${renderStep(checkout, this.#stepContext)}
      ${this.#renderWayOut(checkout)}`;
  }

  /** An order that was left open is always one press away. */
  #renderLeftOrder(): TemplateResult | typeof nothing {
    const {backgroundOrder} = this.#session;
    if (!backgroundOrder || this.isBusy) return nothing;
    const {payment, openOrder} = this.#texts;
    const {heading} = payment.states[phaseKey(phaseOf(backgroundOrder))];
    const show: NoticeAction = {label: openOrder.show, act: () => this.#session.reopen()};
    return quietNotice(openOrder.line(namesOf(backgroundOrder), heading), [show]);
  }

  /** An open order is left only after a question, and can be come back to. */
  #renderWayOut(checkout: Checkout): TemplateResult | typeof nothing {
    const order = checkout.step === 'payment' && orderOf(checkout);
    if (!order || isOver(phaseOf(order))) return nothing;
    const {openOrder, payment} = this.#texts;
    const setLeaving = (isLeaving: boolean) => () => {
      this.isLeaving = isLeaving;
    };
    const stay: NoticeAction = {label: openOrder.show, act: setLeaving(false)};
    const leave: NoticeAction = {
      label: payment.startOver,
      act: () => this.#session.send({type: 'start-over'}),
    };
    return this.isLeaving
      ? quietNotice(openOrder.leave, [stay, leave])
      : html`<button type="button" class="quiet" part="action" @click=${setLeaving(true)}>${payment.startOver}</button>`;
  }

  #renderTrail(checkout: Checkout): TemplateResult | typeof nothing {
    const choice = choiceOf(checkout, this.#locale.language);
    const onChange =
      checkout.step === 'details' ? () => this.#session.send({type: 'quote-again'}) : undefined;
    return trail({choice, onChange, isLocked: this.isBusy, messages: this.#texts});
  }

  #renderFooter(): TemplateResult {
    const {supportUrl, termsUrl} = this.#settings;
    return footer({supportUrl, termsUrl, messages: this.#texts});
  }

  get #stepContext(): StepContext {
    return {
      api: this.#session.api,
      settings: this.#settings,
      preferences: [this.#settings, this.#lastPayment],
      isCountryLocked: this.lockCountry,
      preselected: this.#session.preselected,
      trackingError: this.trackingError?.code,
      environment: this.environment,
      now: this.#session.now,
      messages: this.#texts,
      reportedKeys: this.#told,
      language: this.#locale.language,
    };
  }

  #applySettings() {
    const {fetch, environment, noResume} = this;
    const attributes = readAttributes(this, {
      baseUrl: document.baseURI,
      hostName: location.hostname,
      language: navigator.language,
    });
    const settings = {...attributes, fetch, environment, isRemembering: !noResume};
    const change = compareSettings(this.#settings, settings, this.#session.checkout);
    this.#settings = settings;
    if (!settings.proxyUrl) return;
    defineInside();
    if (change.effect.type === 'begin' && !noResume) this.#lastPayment = lastPayment(environment);
    this.#session.update(settings, change);
  }

  /** Each value once. */
  #tellInvalid(changed: PropertyValues<CrCheckout>) {
    const {invalid, proxyUrl} = this.#settings;
    if (!proxyUrl && changed.has('proxyUrl')) reportError(this, new ApiError('proxy_url_missing'));
    for (const name of invalid) {
      if (name !== 'proxyUrl' && changed.has(name))
        reportError(this, new ApiError('attribute_invalid', ignored(name)));
    }
  }

  #onAsk(event: ActionEvent) {
    event.isHeard = true;
    const {action: asked} = event;
    switch (asked.type) {
      case 'ready':
        return this.#onReady();
      case 'quoted':
        this.#session.send(asked);
        if (asked.quote) emit(this, 'cr-quote', quoteDetail(asked.quote));
        return;
      case 'before-order':
        if (!emit(this, 'cr-before-order', {...quoteDetail(asked.quote), network: asked.quote.network.name}))
          event.preventDefault();
        return;
      case 'busy':
        this.isBusy = asked.isBusy;
        return;
      case 'forget-attempt':
        return this.#session.forgetAttempt();
      case 'check-order':
        return this.#session.check();
      case 'announce':
        this.announcement = asked.text;
        return;
      case 'headline':
        this.headline = asked.text;
        return;
      case 'failed':
        return reportError(this, asked.error);
      case 'preselect-brand':
        return this.#session.open(asked.brand);
      default:
        return this.#session.send(asked);
    }
  }

  #onReady() {
    if (this.#isReady) return;
    this.#isReady = true;
    emit(this, 'cr-ready', {version});
  }

  #onChange(checkout: Checkout, previous: Checkout) {
    const isElsewhere = checkout.step !== previous.step || isReviewing(checkout) !== isReviewing(previous);
    if (isElsewhere) {
      this.isBusy = this.isLeaving = false;
      this.headline = '';
      this.#mustFocus = this.matches(':focus-within') || this.#mustFocus;
    }
    if (previous.step === 'details' && checkout.step === 'payment' && !this.noResume) {
      const {coin, network} = previous.quote;
      rememberPayment(this.environment, {coin, network: network.name});
    }
    if (checkout.step === 'payment' || checkout.step === 'done') this.#onReady();
    reportChange(this, checkout, previous, this.#told);
  }

  #onTrouble(error: ApiError | undefined) {
    this.trackingError = error;
    if (error) reportError(this, error);
  }
}

function isReviewing(checkout: Checkout): boolean {
  return checkout.step === 'details' && checkout.review !== undefined;
}

/** Whether a property is the page's to set. */
function isSetting(name: PropertyKey): boolean {
  return !CrCheckout.elementProperties.get(name)?.state;
}

declare global {
  interface HTMLElementTagNameMap {
    'cr-checkout': CrCheckout;
  }
}
