import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {ErrorCode} from '../api/errors.js';
import {isPositive} from '../domain/money.js';
import {deadlineOf, isFailed, isPayable, type OrderPhase, phaseOf} from '../domain/order.js';
import {paymentInstruction} from '../domain/payment-instruction.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount, groupedAddress} from '../locales/format.js';
import {base} from '../styles/base.js';
import {warningIcon} from '../templates/icons.js';
import {type NoticeAction, problemNotice, quietNotice} from '../templates/notice.js';
import {ask} from './ask-event.js';
import {styles} from './cr-payment-step.styles.js';
import {given, inner} from './properties.js';

/** An order that can be paid as it stands. */
type PayableOrder = Order & {readonly address: string; readonly coin: string; readonly coinAmount: string};

const STAGES = ['waiting', 'seen', 'paid', 'preparing', 'done'] as const;

/** Fourth step: how to pay, and how the order goes on from there. Only the API's state moves it. */
export class CrPaymentStep extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    order: given,
    orderId: {},
    trouble: given,
    canQuoteAgain: given,
    now: given,
    supportUrl: {},
    messages: given,
    timeUpFor: inner,
  };

  order: Order | undefined;
  orderId = '';
  /** What tracking suffers from at the moment. */
  trouble: ErrorCode | undefined;
  canQuoteAgain = false;
  now: () => number = Date.now;
  supportUrl = '';
  messages!: Messages;

  private timeUpFor = '';

  override render() {
    const {order, trouble} = this;
    if (trouble === 'order_not_found') return this.#renderNotFound();
    if (!order) return trouble ? this.#renderTrouble(trouble) : this.#renderSkeleton();
    const phase = phaseOf(order);
    return html`<div class="stack">
      ${trouble ? quietNotice(this.messages.payment.weak) : nothing}
      ${isPayable(phase) ? this.#renderWaiting(order) : nothing} ${this.#renderState(order, phase)} ${this.#renderActions(phase)}
      <p class="small muted order-id">${this.messages.payment.orderId} ${this.orderId}</p>
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="pay" aria-busy="true">
      <span class="hidden-text" role="status">${this.messages.payment.opening}</span>
      <div class="code"><cr-qr class="skeleton"></cr-qr></div>
      <div class="values">${Array.from({length: 3}, () => html`<div class="skeleton value">&nbsp;</div>`)}</div>
    </div>`;
  }

  #renderNotFound(): TemplateResult {
    const {payment} = this.messages;
    return problemNotice(payment.notFound, [this.#startOver()]);
  }

  #renderTrouble(code: ErrorCode): TemplateResult {
    const again: NoticeAction = {
      label: this.messages.retry,
      isRetry: true,
      act: () => ask(this, {type: 'check-order'}),
    };
    return problemNotice(this.messages.errors[code], [again]);
  }

  #renderWaiting(order: Order): TemplateResult {
    const {payment} = this.messages;
    if (!isComplete(order))
      return problemNotice(payment.incomplete, [
        {label: this.messages.retry, isRetry: true, act: this.#onCheck},
      ]);
    const deadline = deadlineOf(order);
    const isTimeUp = deadline !== undefined && (this.timeUpFor === order.id || this.now() >= deadline);
    if (isTimeUp) {
      const again = {label: payment.quoteAgain, act: () => ask(this, {type: 'quote-again'})};
      return problemNotice(payment.timeUp, this.canQuoteAgain ? [again] : []);
    }
    return html`${this.#renderInstruction(order)} ${deadline === undefined ? nothing : this.#renderClock(deadline, order)}`;
  }

  #renderClock(deadline: number, order: Order): TemplateResult {
    const {timeLeft} = this.messages.payment;
    return html`<p class="clock">
      <span class="muted">${timeLeft}</span>
      <cr-countdown
        part="countdown"
        .deadline=${deadline}
        .now=${this.now}
        label=${timeLeft}
        @cr-time-up=${() => {
          this.timeUpFor = order.id;
        }}
      ></cr-countdown>
    </p>`;
  }

  #renderInstruction(order: PayableOrder): TemplateResult {
    const {payment} = this.messages;
    const {qr, link} = paymentInstruction(order);
    const price = coinAmount(order.coinAmount, order.coin);
    return html`<div class="pay">
      <div class="code">
        <cr-qr part="qr" .text=${qr} label=${payment.qrLabel}></cr-qr>
        ${link ? html`<a class="secondary" part="open-wallet" href=${link} rel="noopener">${payment.openWallet}</a>` : nothing}
      </div>
      <div class="values">
        <div class="value">
          <span class="label">${payment.amount}</span>
          <span class="amount number" part="coin-amount">${price}</span>
          <cr-copy exportparts="copy" .value=${order.coinAmount} label=${payment.copyAmount} .messages=${this.messages}></cr-copy>
        </div>
        <div class="value">
          <span class="label">${order.network === 'Lightning' ? payment.invoice : payment.address}</span>
          <span class="address" part="address" dir="ltr">${groupedAddress(order.address).map(group => html`<span>${group}</span>`)}</span>
          <cr-copy exportparts="copy" .value=${order.address} label=${payment.copyAddress} .messages=${this.messages}></cr-copy>
        </div>
        <p class="warning" part="network-warning">
          ${warningIcon}<span>${order.network ? html`<strong>${payment.onlyOn(order.coin, order.network)}</strong> ` : nothing}${payment.exact}</span>
        </p>
      </div>
    </div>`;
  }

  #renderState(order: Order, phase: OrderPhase): TemplateResult {
    const {payment} = this.messages;
    const {heading, text} = payment.states[phase];
    const hasReceived = order.received !== undefined && isPositive(order.received) && order.coin;
    return html`<div class="state" part="order-state" role="status">
        ${isPayable(phase) ? html`<strong>${heading}</strong>` : nothing}
        <p class=${isPayable(phase) ? 'muted small' : ''}>${text}</p>
        ${hasReceived && isPayable(phase) ? html`<p>${payment.received(coinAmount(order.received ?? '', order.coin ?? ''))}</p>` : nothing}
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
            ${stages[stage]}
          </li>`,
      )}
    </ol>`;
  }

  #renderActions(phase: OrderPhase): TemplateResult {
    const {payment} = this.messages;
    if (isPayable(phase)) {
      return html`<button type="button" class="secondary" part="submit" @click=${this.#onCheck}>${payment.check}</button>`;
    }
    if (!isFailed(phase)) return html``;
    const again = this.canQuoteAgain
      ? {label: payment.quoteAgain, act: () => ask(this, {type: 'quote-again'})}
      : this.#startOver();
    return html`<button type="button" class="primary" part="submit" @click=${again.act}>${again.label}</button>
      <a class="quiet" href=${this.supportUrl} target="_blank" rel="noopener">${payment.contact}</a>`;
  }

  #startOver(): NoticeAction {
    return {label: this.messages.payment.startOver, act: () => ask(this, {type: 'start-over'})};
  }

  #onCheck() {
    ask(this, {type: 'check-order'});
  }
}

function isComplete(order: Order): order is PayableOrder {
  return Boolean(order.address && order.coin && order.coinAmount);
}

function stageOf(phase: OrderPhase): number {
  switch (phase) {
    case 'waiting':
    case 'checking':
    case 'expired':
    case 'failed':
    case 'cancelled':
    case 'refunded':
      return 0;
    case 'seen':
      return 1;
    case 'paid':
    case 'held':
      return 2;
    case 'preparing':
      return 3;
    case 'done':
      return 4;
  }
}
