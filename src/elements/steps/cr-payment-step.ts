import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import type {ErrorCode} from '../../api/errors.js';
import {balanceOf, canBePaid, dueOf, isFailed, type OrderPhase, phaseOf} from '../../domain/order.js';
import {deadlineOf} from '../../domain/payment/deadline.js';
import type {PayableOrder} from '../../domain/payment/instruction.js';
import {plainOrderId} from '../../domain/support-link.js';
import type {Order, Quote} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {phaseKey} from '../../locales/phase-key.js';
import {base} from '../../styles/base.js';
import {type NoticeAction, problemNotice, quietNotice} from '../../templates/notice.js';
import {paymentHelp} from '../../templates/payment-help.js';
import {given, inner} from '../properties.js';
import {STEP_PARTS} from '../render-step.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-payment-step.styles.js';

const STAGES = ['waiting', 'detected', 'paid', 'preparing', 'done'] as const;

/** What can be out of the ordinary about a payment. */
type Case = keyof Messages['payment']['cases'];

/** Fourth step: how to pay, and how the order goes on from there. Only the API's state moves it. */
export class CrPaymentStep extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    order: given,
    orderId: {},
    trackingError: given,
    api: given,
    quote: given,
    now: given,
    supportUrl: {},
    messages: given,
    reportedKeys: given,
    wrongFor: inner,
    transaction: inner,
  };

  order: Order | undefined;
  orderId = '';
  /** What tracking suffers from at the moment. */
  trackingError: ErrorCode | undefined;
  api: Api | undefined;
  /** What was ordered, while it is known. */
  quote: Quote | undefined;
  now: () => number = Date.now;
  supportUrl = '';
  messages!: Messages;
  /** What was said about orders already. */
  reportedKeys = new Set<string>();

  /** The order for which the buyer says that another coin or network was used. */
  private wrongFor = '';
  private transaction = '';

  override updated() {
    const text = this.#heading;
    if (text) dispatchAction(this, {type: 'headline', text});
  }

  /** '' while money may be sent: what says how is headed by itself. */
  get #heading(): string {
    const {order, trackingError} = this;
    const {payment} = this.messages;
    if (trackingError === 'order_not_found') return payment.notFoundHeading;
    if (!order) return payment.opening;
    const phase = phaseOf(order);
    if (this.#caseOf(order, phase) === 'wrong') return payment.cases.wrong.heading;
    if (!canBePaid(order) || !isComplete(order)) return payment.states[phaseKey(phase)].heading;
    return this.#isTimeUp(order) ? payment.states.expired.heading : '';
  }

  override render() {
    const {order, trackingError} = this;
    if (trackingError === 'order_not_found') return this.#renderNotFound();
    if (!order) return trackingError ? this.#renderTrouble(trackingError) : this.#renderSkeleton();
    const phase = phaseOf(order);
    const oddity = this.#caseOf(order, phase);
    const canPay = canBePaid(order) && oddity !== 'wrong';
    const state = this.#renderState(order, phase, oddity);
    return html`<div class="stack">
      ${trackingError ? quietNotice(this.messages.payment.weak) : nothing}
      ${oddity === 'underpaid' ? state : nothing}
      ${canPay ? this.#renderWaiting(order) : nothing}
      ${oddity === 'underpaid' ? nothing : state}
      ${this.#renderActions(phase)} ${this.#renderHelp(order, phase, oddity)}
      <p class="small muted">${this.messages.payment.orderId} ${plainOrderId(this.orderId)}</p>
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div aria-busy="true">
      <span class="hidden-text" role="status">${this.messages.payment.opening}</span>
      <div class="skeleton opening"></div>
    </div>`;
  }

  #renderNotFound(): TemplateResult {
    return problemNotice(this.messages.payment.notFound, [this.#startOver()]);
  }

  #renderTrouble(code: ErrorCode): TemplateResult {
    return problemNotice(this.messages.errors[code], [this.#again()]);
  }

  #isTimeUp(order: Order): boolean {
    const deadline = deadlineOf(order);
    return deadline !== undefined && this.now() >= deadline;
  }

  #caseOf(order: Order, phase: OrderPhase): Case | undefined {
    const isOpen = phase === 'waiting' || phase === 'detected' || phase === 'checking' || isFailed(phase);
    if (isOpen && this.wrongFor === order.id) return 'wrong';
    const {type} = balanceOf(order);
    if (type === 'over') return 'overpaid';
    if (phase === 'expired' && type !== 'none') return 'late';
    return type === 'under' && canBePaid(order) && !this.#isTimeUp(order) ? 'underpaid' : undefined;
  }

  #renderWaiting(order: Order): TemplateResult {
    const {payment} = this.messages;
    if (!isComplete(order)) return problemNotice(payment.incomplete, [this.#again()]);
    const deadline = deadlineOf(order);
    if (this.#isTimeUp(order)) {
      const anew = {label: payment.quoteAgain, act: () => dispatchAction(this, {type: 'quote-again'})};
      return html`${problemNotice(payment.states.expired.text, this.quote ? [anew] : [])}
        <button type="button" class="secondary" part="submit" @click=${this.#onCheck}>${payment.check}</button>`;
    }
    return html`${deadline === undefined ? nothing : this.#renderClock(deadline)}
      <cr-payment-details
        exportparts=${STEP_PARTS}
        .order=${order}
        .due=${dueOf(order)}
        .api=${this.api}
        .quote=${this.quote}
        .supportUrl=${this.supportUrl}
        .messages=${this.messages}
        .reportedKeys=${this.reportedKeys}
      ></cr-payment-details>`;
  }

  #renderClock(deadline: number): TemplateResult {
    return html`<p class="clock small">
      <span class="muted">${this.messages.payment.timeLeft}</span>
      <cr-countdown
        part="countdown"
        .deadline=${deadline}
        .now=${this.now}
        .messages=${this.messages}
        @cr-time-up=${() => this.requestUpdate()}
      ></cr-countdown>
    </p>`;
  }

  #renderState(order: Order, phase: OrderPhase, oddity: Case | undefined): TemplateResult {
    const {payment} = this.messages;
    const {coin = '', received = '0'} = order;
    const balance = balanceOf(order);
    const rest = 'amount' in balance ? coinAmount(balance.amount, coin) : '';
    const {heading, text} = oddity ? payment.cases[oddity] : payment.states[phaseKey(phase)];
    const said = typeof text === 'string' ? text : text(coinAmount(received, coin), rest);
    return html`<div part="order-state" role="status">
        ${oddity !== 'wrong' && (oddity || phase === 'waiting') ? html`<strong>${heading}</strong>` : nothing}
        <p class=${oddity || phase !== 'waiting' ? '' : 'muted small'}>${said}</p>
      </div>
      ${isFailed(phase) ? nothing : this.#renderStages(phase)}`;
  }

  #renderStages(phase: OrderPhase): TemplateResult {
    const {stages} = this.messages.payment;
    // Of a state that nobody has heard of, the payment's own state still tells how far it is.
    const {paymentState} = this.order ?? {};
    const at = stageOf(phase === 'checking' ? phaseOf({state: 'Created', paymentState}) : phase);
    return html`<ol class="stages">
      ${STAGES.map(
        (stage, index) =>
          html`<li class=${index < at ? 'reached' : index === at ? 'current' : ''} aria-current=${index === at ? 'step' : nothing}>
            ${stages[phaseKey(stage)]}
          </li>`,
      )}
    </ol>`;
  }

  #renderActions(phase: OrderPhase): TemplateResult | typeof nothing {
    if (!isFailed(phase)) return nothing;
    const again = this.quote
      ? {label: this.messages.payment.quoteAgain, act: () => dispatchAction(this, {type: 'quote-again'})}
      : this.#startOver();
    return html`<button type="button" class="primary" part="submit" @click=${again.act}>${again.label}</button>`;
  }

  /** The way to support wherever a payment needs one, and the question whether it does wherever it may. */
  #renderHelp(order: Order, phase: OrderPhase, oddity: Case | undefined): TemplateResult | typeof nothing {
    const {payment, back} = this.messages;
    const isWrong = oddity === 'wrong';
    const toggle = html`<button type="button" class="quiet" part="report" @click=${() => {
      this.wrongFor = isWrong ? '' : order.id;
    }}>${isWrong ? back : payment.wrongAsk}</button>`;
    const needsHelp = oddity !== undefined || isFailed(phase) || phase === 'onHold';
    return html`${needsHelp ? this.#renderSupport(order) : nothing} ${phase === 'waiting' || phase === 'detected' || isWrong ? toggle : nothing}`;
  }

  #renderSupport(order: Order): TemplateResult {
    const {transaction, supportUrl, messages} = this;
    const onTransaction = (id: string) => {
      this.transaction = id;
    };
    return paymentHelp({order, transaction, supportUrl, messages, onTransaction});
  }

  #again(): NoticeAction {
    return {label: this.messages.retry, isRetry: true, act: () => this.#onCheck()};
  }

  #startOver(): NoticeAction {
    return {label: this.messages.payment.startOver, act: () => dispatchAction(this, {type: 'start-over'})};
  }

  #onCheck() {
    dispatchAction(this, {type: 'check-order'});
  }
}

function isComplete(order: Order): order is PayableOrder {
  return Boolean(order.address && order.coin && order.coinAmount);
}

/** Where the mark stands: on the first stage while nothing is known of the payment. */
function stageOf(phase: OrderPhase): number {
  const stages: readonly OrderPhase[] = STAGES;
  return Math.max(0, stages.indexOf(phase === 'onHold' ? 'paid' : phase));
}
