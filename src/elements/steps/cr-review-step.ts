import {initialState, Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing} from 'lit';

import type {Api} from '../../api/client.js';
import {ApiError} from '../../api/errors.js';
import type {Draft, Review} from '../../domain/checkout.js';
import {compare} from '../../domain/money.js';
import {readablePhone} from '../../domain/recipient.js';
import {checkRecipient} from '../../domain/recipient-check.js';
import type {Quote, Recipient} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {base} from '../../styles/base.js';
import {problemNotice} from '../../templates/notice.js';
import {orderSummary} from '../../templates/order-summary.js';
import {quotedValue} from '../heading.js';
import {given, inner} from '../properties.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-review-step.styles.js';
import {inDoubt, newReview, type OrderExtras, orderRequest, problemsError} from './order-attempt.js';
import {failureNotice, reportFailures} from './task-failure.js';

/** Second half of the details step: the summary, and the one button that makes an order. */
export class CrReviewStep extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    api: given,
    quote: given,
    review: given,
    draft: given,
    extras: given,
    randomId: given,
    messages: given,
    language: {},
    isVetoed: inner,
    isAnew: inner,
  };

  api!: Api;
  quote!: Quote;
  review!: Review;
  draft!: Draft;
  extras!: OrderExtras;
  /** Makes the key of an attempt. */
  randomId!: () => string;
  messages!: Messages;
  language = 'en';

  private isVetoed = false;
  /** The failure on screen belongs to an attempt that the buyer has given up. */
  private isAnew = false;

  #order = new Task(this, {
    autoRun: false,
    task: async (attempt: readonly [Recipient, Review], {signal}) => {
      try {
        await reportFailures(this, this.#attempt(attempt, signal));
      } catch (error) {
        if (!(error instanceof ApiError) || error.problems.length === 0) throw error;
        dispatchAction(this, {type: 'found-problems', problems: error.problems});
      }
      return initialState;
    },
  });

  /** One attempt to make the order on screen. It validates once more first: prices move while people read. */
  async #attempt([recipient, review]: readonly [Recipient, Review], signal: AbortSignal) {
    const request = orderRequest(this.quote, recipient, {...this.extras, language: this.language});
    const {coinAmount: total, problems} = await this.api.validateOrder(request, signal);
    if (!total || problems.length > 0) throw problemsError(problems);
    const quote = {...this.quote, coinAmount: total};
    if (compare(total, review.total) !== 0) {
      dispatchAction(this, {type: 'review-details', review: newReview(total, review.total, this.randomId())});
    } else if (!dispatchAction(this, {type: 'before-order', quote})) {
      this.isVetoed = true;
    } else {
      const order = await this.api.createOrder(request, review.idempotencyKey, signal).catch(inDoubt);
      dispatchAction(this, {type: 'order-created', order, quote});
    }
  }

  get #isBusy(): boolean {
    return this.#order.status === TaskStatus.PENDING;
  }

  override render() {
    const {details} = this.messages;
    const {quote, review} = this;
    const price = coinAmount(review.total, quote.coin);
    return html`<div class="stack">
      ${review.previousTotal ? problemNotice(details.priceChanged(coinAmount(review.previousTotal, quote.coin), price)) : nothing}
      ${this.isVetoed ? problemNotice(details.vetoed) : nothing} ${this.isAnew ? nothing : this.#renderFailure()}
      ${orderSummary([
        {label: details.product, value: quote.brand.name},
        {label: details.faceValue, value: quotedValue(quote, this.language)},
        {label: details.sentTo, value: this.#beneficiary()},
        {
          label: details.receiptTo,
          value: quote.product.deliveredTo === 'phone' ? this.draft.email.trim() : '',
        },
        {label: details.refund, value: this.draft.refundAddress},
        {label: details.payment, value: details.onNetwork(quote.coin, quote.network.label)},
        {label: details.total, value: price, isTotal: true},
      ])}
      <p class="muted small">${details.final}</p>
      <button class="primary" type="button" part="submit" aria-disabled=${this.#isBusy} @click=${this.#onConfirm}>
        ${this.#isBusy ? details.creating : details.confirm(price)}
      </button>
    </div>`;
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

  #beneficiary(): string {
    const check = checkRecipient(this.draft, this.quote.product);
    if (check.type === 'wrong') return '';
    return check.recipient.phone ? readablePhone(check.recipient.phone) : check.recipient.email;
  }

  /** Another attempt: the buyer decides that the lost one, if it exists, may expire unpaid. */
  #onOrderAnew() {
    dispatchAction(this, {type: 'forget-attempt'});
    dispatchAction(this, {type: 'review-details', review: {...this.review, idempotencyKey: this.randomId()}});
    this.isAnew = true;
  }

  #onConfirm() {
    const check = checkRecipient(this.draft, this.quote.product);
    if (this.#isBusy || check.type === 'wrong') return;
    this.isVetoed = false;
    this.isAnew = false;
    dispatchAction(this, {type: 'busy', isBusy: true});
    void this.#order
      .run([check.recipient, this.review])
      .finally(() => dispatchAction(this, {type: 'busy', isBusy: false}));
  }
}
