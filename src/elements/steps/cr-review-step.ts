import {initialState, Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import {ApiError} from '../../api/errors.js';
import type {Review} from '../../domain/checkout.js';
import type {Draft} from '../../domain/draft.js';
import {compare} from '../../domain/money.js';
import {readablePhone, toAddress} from '../../domain/recipient.js';
import {checkRecipient} from '../../domain/recipient-check.js';
import type {Quote, Recipient} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {paymentValues} from '../../styles/payment-values.js';
import {step} from '../../styles/step.js';
import {valueText} from '../../templates/choice-text.js';
import {sentence} from '../../templates/fresh.js';
import {problemNotice, quietNotice} from '../../templates/notice.js';
import {orderSummary} from '../../templates/order-summary.js';
import {networkWarning} from '../../templates/payment-values.js';
import {stepHeading} from '../../templates/step-heading.js';
import {reactive} from '../widgets/reactive.js';
import {dispatchAction} from './action-event.js';
import {dispatchCommand} from './command-event.js';
import {styles} from './cr-review-step.styles.js';
import {dispatchNotice} from './notice-event.js';
import {
  isOrdinaryChange,
  newReview,
  type OrderExtras,
  problemsError,
  throwUnconfirmed,
} from './order-attempt.js';
import {keepFocus} from './step-focus.js';
import {failureNotice, reportFailures} from './task-failure.js';

/** Second half of the details step: the summary, and the one button that creates an order. */
export class CrReviewStep extends LitElement {
  static override properties = reactive(
    'api quote review draft settings randomId messages headingLevel language',
    'isVetoed isAnew',
  );
  static override styles = [step, paymentValues, styles];

  api!: Api;
  quote!: Quote;
  review!: Review;
  draft!: Draft;
  settings!: OrderExtras;
  /** Makes the idempotency key of an attempt. */
  randomId!: () => string;
  messages!: Messages;
  /** Level of the heading, 2 to 6. */
  headingLevel = 2;
  language = 'en';

  /** The page has canceled the last attempt. */
  private isVetoed = false;
  /** The failure on screen belongs to an attempt that the buyer has given up. */
  private isAnew = false;

  #order = new Task(this, {
    autoRun: false,
    task: async (attempt: readonly [Recipient, Review], {signal}) => {
      try {
        await reportFailures(this, this.#createOrder(attempt, signal));
      } catch (error) {
        if (!(error instanceof ApiError) || error.problems.length === 0) throw error;
        dispatchAction(this, {type: 'found-problems', problems: error.problems});
      }
      return initialState;
    },
  });

  constructor() {
    super();
    keepFocus(this);
  }

  override render() {
    const {details} = this.messages;
    const {coin, network} = this.quote;
    const price = details.onNetwork(this.#priceText(this.review.total), network.label);
    return html`${stepHeading(details.reviewHeading, {level: this.headingLevel})}<slot></slot> ${this.#renderNotices()} ${this.#renderSummary()}
      ${networkWarning({coin, network: network.label}, this.messages)}
      <p class="muted small">${details.final}</p>
      <button class="primary" type="button" part="submit" aria-disabled=${this.#isBusy} @click=${this.#onConfirm}>
        ${sentence(this.#isBusy ? details.creating : details.confirm(price))}
      </button>`;
  }

  #renderNotices() {
    const {details} = this.messages;
    const {previousTotal, total} = this.review;
    return html`${previousTotal ? this.#renderChange(previousTotal, total) : nothing}
    ${this.isVetoed ? problemNotice(details.vetoed) : nothing} ${this.isAnew ? nothing : this.#renderFailure()}`;
  }

  /** An ordinary difference to the quote is a calm line, a larger one a warning. */
  #renderChange(before: string, now: string): TemplateResult {
    const text = this.messages.details.priceChanged(this.#priceText(before), this.#priceText(now));
    return isOrdinaryChange(before, now) ? quietNotice(text) : problemNotice(text);
  }

  #renderFailure() {
    const anew = {label: this.messages.details.orderAnew, act: () => this.#onOrderAnew()};
    return failureNotice(
      this.#order,
      this.messages,
      () => this.#onConfirm(),
      code => (code === 'order_unconfirmed' ? [anew] : []),
    );
  }

  #renderSummary(): TemplateResult {
    const {details} = this.messages;
    const {quote, review, draft} = this;
    const isToPhone = quote.product.deliveredTo === 'phone';
    return orderSummary([
      {label: details.product, value: quote.brand.name},
      {label: details.faceValue, value: valueText(quote, this.language)},
      {label: details.sentTo, value: this.#beneficiary},
      {label: details.receiptTo, value: isToPhone ? draft.email.trim() : ''},
      {label: details.refund, value: toAddress(draft.refundAddress)},
      {label: details.payment, value: details.onNetwork(quote.coin, quote.network.label)},
      {label: details.total, value: this.#priceText(review.total), isTotal: true},
    ]);
  }

  get #isBusy(): boolean {
    return this.#order.status === TaskStatus.PENDING;
  }

  /** The phone number or the e-mail address that receives the product. */
  get #beneficiary(): string {
    const check = checkRecipient(this.draft, this.quote.product);
    if (check.type === 'wrong') return '';
    return check.recipient.phone ? readablePhone(check.recipient.phone) : check.recipient.email;
  }

  #priceText(amount: string): string {
    return coinAmount(amount, this.quote.coin);
  }

  /** Creates the order on screen. Validates it once more first: prices move while people read. */
  async #createOrder([recipient, review]: readonly [Recipient, Review], signal: AbortSignal) {
    const {quote: offer, language} = this;
    const request = {quote: offer, recipient, utmSource: this.settings.utmSource, language};
    const {coinAmount: total, problems} = await this.api.validateOrder(request, signal);
    if (!total || problems.length > 0) throw problemsError(problems);
    const quote = {...offer, coinAmount: total};
    if (compare(total, review.total) !== 0) {
      dispatchAction(this, {type: 'review-details', review: newReview(total, review.total, this.randomId())});
    } else if (!dispatchCommand(this, {type: 'before-order', quote})) {
      this.isVetoed = true;
    } else {
      const order = await this.api
        .createOrder(request, review.idempotencyKey, signal)
        .catch(throwUnconfirmed);
      dispatchAction(this, {type: 'order-created', order, quote});
    }
  }

  /** Starts another attempt: the buyer decides that the lost one, if it exists, may expire unpaid. */
  #onOrderAnew() {
    dispatchCommand(this, {type: 'forget-attempt'});
    dispatchAction(this, {type: 'review-details', review: {...this.review, idempotencyKey: this.randomId()}});
    this.isAnew = true;
  }

  #onConfirm() {
    const check = checkRecipient(this.draft, this.quote.product);
    if (this.#isBusy || check.type === 'wrong') return;
    this.isVetoed = false;
    this.isAnew = false;
    dispatchNotice(this, {type: 'busy', isBusy: true});
    void this.#order
      .run([check.recipient, this.review])
      .finally(() => dispatchNotice(this, {type: 'busy', isBusy: false}));
  }
}
