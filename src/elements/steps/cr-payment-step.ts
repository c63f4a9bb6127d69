import {initialState, Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import type {ErrorCode} from '../../api/errors.js';
import type {OrderChange} from '../../domain/order-change.js';
import type {PayableOrder, PaymentInstruction} from '../../domain/payment/instruction.js';
import {paymentStanding} from '../../domain/payment/payment-standing.js';
import type {Standing} from '../../domain/standing.js';
import {plainOrderId} from '../../domain/support-link.js';
import type {Order, Quote} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {copyable} from '../../styles/copyable.js';
import {orderId} from '../../styles/order-id.js';
import {paymentValues} from '../../styles/payment-values.js';
import {step} from '../../styles/step.js';
import {actionButton} from '../../templates/action-button.js';
import {glyph} from '../../templates/glyph.js';
import {problemNotice, quietNotice} from '../../templates/notice.js';
import {orderChange} from '../../templates/order-change.js';
import {orderNumber, orderState, paymentHeading} from '../../templates/order-state.js';
import {paymentCheck} from '../../templates/payment-check.js';
import {paymentClock} from '../../templates/payment-clock.js';
import {needsSupport, paymentHelp} from '../../templates/payment-help.js';
import {paymentNotes} from '../../templates/payment-notes.js';
import {networkQuestion} from '../../templates/payment-values.js';
import {stepHeading} from '../../templates/step-heading.js';
import {supportAnchor} from '../../templates/support-anchor.js';
import {transactionLine} from '../../templates/transaction-line.js';
import {opening} from '../../templates/waiting.js';
import {STEP_PARTS} from '../part-names.js';
import {reactive} from '../widgets/reactive.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-payment-step.styles.js';
import {dispatchNotice} from './notice-event.js';
import {OrderCheck} from './order-check.js';
import {paymentActions} from './payment-actions.js';
import {isComplete, planError, planInputs, planPayment} from './payment-plan.js';
import {keepFocus} from './step-focus.js';

/** Fourth step: how to pay, and how the order goes on from there. Only the API's state moves it. */
export class CrPaymentStep extends LitElement {
  static override properties = reactive(
    'order orderId change trackingError api quote isAcknowledged isForeign now supportUrl messages headingLevel',
    'wrongOrderId transaction',
  );
  static override styles = [step, copyable, orderId, paymentValues, styles];

  /** `undefined` until it has been read. */
  order: Order | undefined;
  orderId = '';
  /** How the order differs from what was confirmed or shown. */
  change: OrderChange | undefined;
  /** Why tracking fails; `undefined` while it works. */
  trackingError: ErrorCode | undefined;
  api: Api | undefined;
  /** Quote of the order; `undefined` after a reload. */
  quote: Quote | undefined;
  /** The buyer has acknowledged the network. */
  isAcknowledged = false;
  isForeign = false;
  /** The server's time, in milliseconds since 1970. */
  now: () => number = Date.now;
  supportUrl = '';
  messages!: Messages;
  headingLevel = 2;

  /** The order for which the buyer reports another coin or network. */
  private wrongOrderId = '';
  private transaction = '';

  #check = new OrderCheck(this);
  #plan = new Task(this, {
    args: () => [this.api, this.quote, this.change, ...planInputs(this.#payable)],
    task: (_, {signal}) => {
      const order = this.#payable;
      return order ? this.#verify(order, signal) : initialState;
    },
  });

  constructor() {
    super();
    keepFocus(this);
  }

  override render() {
    const {order, headingLevel: level} = this;
    return html`${stepHeading(this.#heading, {level, mark: this.#renderGlyph(), aside: order && this.#renderClock(order)})}
      ${this.#renderBody()}`;
  }

  /** The face of the order; `undefined` while the heading asks for money. */
  #renderGlyph(): TemplateResult | undefined {
    const {order} = this;
    if (!order || (this.#payable && !this.#isDoubtful)) return undefined;
    return glyph(this.#standingOf(order).situation);
  }

  get #heading(): string {
    const {order, messages} = this;
    if (this.trackingError === 'order_not_found') return messages.payment.notFoundHeading;
    if (!order) return messages.payment.opening;
    const standing = this.#standingOf(order);
    // Until the plan is there, the places of the coin are not known to which the amount is rounded up.
    const {due} = this.#plan.value ? standing : {};
    return paymentHeading(order, {...standing, due}, {isDoubtful: this.#isDoubtful, messages});
  }

  /** The payment details have not passed the checks. */
  get #isDoubtful(): boolean {
    const {status, value} = this.#plan;
    return status === TaskStatus.ERROR || (status === TaskStatus.COMPLETE && !value?.instruction);
  }

  #renderBody() {
    const {order, trackingError} = this;
    const {payment, errors} = this.messages;
    if (trackingError === 'order_not_found')
      return problemNotice(payment.notFound, [this.#actions.startOver]);
    if (order) return this.#renderOrder(order);
    return trackingError
      ? problemNotice(errors[trackingError], [this.#actions.retry])
      : opening(this.messages);
  }

  #renderOrder(order: Order): TemplateResult {
    const {change, isForeign, messages} = this;
    const standing = this.#standingOf(order);
    const {situation, phase} = standing;
    const isDoubtful = this.#payable && this.#isDoubtful;
    const isOpen = standing.next === 'pay' || (phase === 'waiting' && situation !== 'wrong');
    return html`${standing.next === 'pay' ? paymentNotes({order, standing, change, isForeign, messages}) : nothing}
      ${isOpen ? this.#renderWaiting(order, standing) : nothing}
      ${this.trackingError ? quietNotice(messages.payment.weak) : nothing}<slot></slot>
      ${isDoubtful ? nothing : orderState(order, {standing, heading: this.#heading, messages})} ${transactionLine(order, this.quote?.network, messages)} ${this.#renderActions(standing)}
      ${needsSupport(standing) ? nothing : orderNumber(plainOrderId(this.orderId), messages)}
      ${this.#renderHelp(order, standing)}`;
  }

  #renderWaiting(order: Order, {situation, next}: Standing): TemplateResult {
    const {payment} = this.messages;
    const {change} = this;
    if (change && situation.endsWith('Changed')) return this.#renderChange(order, change);
    if (situation === 'expired')
      return html`${problemNotice(payment.states.expired.text, this.quote ? [this.#actions.quoteAgain] : [])} ${this.#renderCheck()}`;
    if (next !== 'pay') return this.#renderCheck();
    if (!isComplete(order)) return problemNotice(payment.incomplete, [this.#actions.retry]);
    return this.#renderPlan(order);
  }

  #renderChange(order: Order, change: OrderChange): TemplateResult {
    const onAccept = () => dispatchAction(this, {type: 'accept-price'});
    const quoteAgain = this.quote && this.#actions.quoteAgain;
    return orderChange({order, change, messages: this.messages, onAccept, quoteAgain});
  }

  #renderClock(order: Order): TemplateResult | undefined {
    const {until: deadline} = this.#standingOf(order);
    if (deadline === undefined || !this.#payable || this.#isDoubtful) return undefined;
    const {now, messages} = this;
    return paymentClock({deadline, now, messages, onTimeUp: () => this.requestUpdate()});
  }

  #renderPlan(order: PayableOrder) {
    const pending = () => html`<div class="skeleton opening" aria-busy="true"></div>`;
    return this.#plan.render({
      initial: pending,
      pending,
      complete: ({instruction, isOnlyNetwork}) => {
        if (!instruction) return this.#renderUnverified(order);
        if (isOnlyNetwork || this.isAcknowledged) return this.#renderDetails(order, instruction);
        const onAcknowledge = () => dispatchAction(this, {type: 'acknowledge-network'});
        return networkQuestion(order, {due: this.#dueOf(order), messages: this.messages, onAcknowledge});
      },
      error: () => this.#renderUnverified(order),
    });
  }

  #renderUnverified({id: orderId}: Order): TemplateResult {
    const {messages} = this;
    return html`${problemNotice(messages.errors.payment_unverified, [this.#actions.retry])}
      ${supportAnchor(this.supportUrl, {orderId, messages})}`;
  }

  #renderDetails(order: PayableOrder, instruction: PaymentInstruction): TemplateResult {
    return html`<cr-payment-details exportparts=${STEP_PARTS} .order=${order} .due=${this.#dueOf(order)}
        .instruction=${instruction} .messages=${this.messages}></cr-payment-details>
      ${this.#renderCheck()}`;
  }

  #renderCheck(): TemplateResult {
    return paymentCheck(this.#check.result, this.messages, () => {
      this.#check.start();
      this.#actions.retry.act();
    });
  }

  #renderActions({next, phase}: Standing): TemplateResult | typeof nothing {
    if (next !== 'reorder' || phase === 'waiting') return nothing;
    return actionButton('primary', 'submit', this.quote ? this.#actions.quoteAgain : this.#actions.startOver);
  }

  #renderHelp(order: Order, standing: Standing): TemplateResult {
    const {transaction, supportUrl, messages, wrongOrderId} = this;
    return paymentHelp({
      order,
      standing,
      transaction,
      supportUrl,
      messages,
      onTransaction: id => {
        this.transaction = id;
      },
      onReport: () => {
        this.wrongOrderId = wrongOrderId === order.id ? '' : order.id;
      },
    });
  }

  get #actions() {
    return paymentActions(this, this.messages);
  }

  /** The order on screen if it may be paid now; `undefined` otherwise. */
  get #payable(): PayableOrder | undefined {
    const {order} = this;
    return order && isComplete(order) && this.#standingOf(order).next === 'pay' ? order : undefined;
  }

  #standingOf(order: Order): Standing {
    const {change, wrongOrderId} = this;
    const {network} = this.#plan.value ?? {};
    const isReportedWrong = wrongOrderId === order.id;
    return paymentStanding(order, {now: this.now(), network, isReportedWrong, change});
  }

  /** The amount to send now, a decimal string; all of it where a part was seen whose amount is not known. */
  #dueOf(order: PayableOrder): string {
    return this.#standingOf(order).due ?? order.coinAmount;
  }

  async #verify(order: PayableOrder, signal: AbortSignal) {
    const plan = await planPayment({order, quote: this.quote, api: this.api, now: this.now()}, signal);
    const error = planError(plan);
    if (error) dispatchNotice(this, {type: 'error', error, orderId: order.id});
    return plan;
  }
}
