import {Task} from '@lit/task';
import {html, LitElement, nothing, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import {ApiError} from '../../api/errors.js';
import {
  type PayableOrder,
  type PaymentInstruction,
  paymentInstruction,
  type QrForm,
} from '../../domain/payment/instruction.js';
import type {Network, Quote} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount, groupedAddress} from '../../locales/format.js';
import {base} from '../../styles/base.js';
import {copyable} from '../../styles/copyable.js';
import {pills} from '../../styles/pills.js';
import {copyableValue} from '../../templates/copyable-value.js';
import {warningIcon} from '../../templates/icons.js';
import {problemNotice} from '../../templates/notice.js';
import {supportAnchor} from '../../templates/support-anchor.js';
import {given, inner} from '../properties.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-payment-details.styles.js';

/** What the QR code holds; from an exchange, the address alone and a word about fees. */
type Choice = QrForm | 'exchange';

/** Characters of which no address has as many: an invoice scrolls in its place, by the keyboard too (WCAG 2.2, 2.1.1). */
const LONG = 90;

/** Milliseconds after which a payment is shown without what the list of coins would have said. */
const PATIENCE = 8000;

/** How to pay an order: amount, address, network, QR code and wallet link, once all of it agrees with the order. */
export class CrPaymentDetails extends LitElement {
  static override styles = [base, copyable, pills, styles];

  static override properties = {
    order: given,
    due: {},
    api: given,
    quote: given,
    supportUrl: {},
    messages: given,
    reportedKeys: given,
    choice: inner,
  };

  order!: PayableOrder;
  /** What is to be sent now: all of it, or what is missing. A decimal string. */
  due = '';
  api: Api | undefined;
  /** What was ordered, while it is known: it knows the networks. */
  quote: Quote | undefined;
  supportUrl = '';
  messages!: Messages;
  /** What was said about orders already, by the element to the page and by the buyer to the element. */
  reportedKeys = new Set<string>();

  private choice: Choice | '' = '';

  #plan = new Task(this, {
    args: () => {
      const {id, coin, network, address, coinAmount, qrText, memo} = this.order;
      return [this.due, this.api, this.quote, id, coin, network, address, coinAmount, qrText, memo] as const;
    },
    task: async ([due], {signal}) => {
      const {order} = this;
      const {network, isOnly} = await this.#networkOf(signal);
      const instruction = paymentInstruction(order, network, {due});
      this.#tell(order.id, instruction);
      return {instruction, isOnly};
    },
  });

  /** What asks for money is headed so, too. */
  override updated() {
    const {value} = this.#plan;
    const {payment} = this.messages;
    const isDoubtful = value && !value.instruction;
    const text = isDoubtful ? payment.states.checking.heading : payment.heading(this.#price);
    dispatchAction(this, {type: 'headline', text});
  }

  override render() {
    return this.#plan.render({
      pending: () => html`<div class="skeleton plate" aria-busy="true"></div>`,
      complete: ({instruction, isOnly}) => {
        if (!instruction) return this.#renderUnverified();
        const isKnown = isOnly || this.reportedKeys.has(`${this.order.id} network`);
        return isKnown ? this.#renderAll(instruction) : this.#renderQuestion();
      },
    });
  }

  /** What the API says about the order's network, and whether the coin has no other. Unknown is not an error. */
  async #networkOf(signal: AbortSignal): Promise<{network: Network | undefined; isOnly: boolean}> {
    const {order, quote, api} = this;
    if (quote?.alternatives && quote.coin === order.coin && quote.network.name === order.network)
      return {network: quote.network, isOnly: quote.alternatives.length === 0};
    const wait = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    const coins = (await api?.listCoins(wait).catch(() => undefined)) ?? [];
    const networks = coins.find(({name}) => name === order.coin)?.networks ?? [];
    const network = networks.find(({name}) => name === order.network);
    return {network, isOnly: network !== undefined && networks.length === 1};
  }

  /** Once per order: the page may want to know that the API's answer did not agree with itself. */
  #tell(orderId: string, instruction: PaymentInstruction | undefined) {
    const key = `${orderId} payment`;
    if (this.reportedKeys.has(key) || (instruction && !instruction.mismatch)) return;
    this.reportedKeys.add(key);
    const error = new ApiError(instruction ? 'payment_uri_mismatch' : 'payment_unverified');
    dispatchAction(this, {type: 'failed', error});
  }

  #renderUnverified(): TemplateResult {
    const {errors} = this.messages;
    return html`${problemNotice(errors.payment_unverified, [
      {label: this.messages.retry, isRetry: true, act: () => dispatchAction(this, {type: 'check-order'})},
    ])}
      ${supportAnchor(this.supportUrl, {orderId: this.order.id, messages: this.messages})}`;
  }

  /** A coin sent on another network is lost: which one it must be is said before there is an address to send to. */
  #renderQuestion(): TemplateResult {
    const {coin, network = '', id} = this.order;
    return html`<div class="stack">
      ${this.#renderAmount()} ${this.#renderPlain()} ${this.#renderWarning()}
      <button type="button" class="primary" part="submit acknowledge" @click=${() => {
        this.reportedKeys.add(`${id} network`);
        this.requestUpdate();
      }}>${this.messages.payment.acknowledge(coin, network)}</button>
    </div>`;
  }

  #renderAll({forms, link, address, contract, memo, invoice, mismatch}: PaymentInstruction): TemplateResult {
    const {payment, errors} = this.messages;
    const choices: Choice[] = [...forms.map(({form}) => form), 'exchange'];
    const [first = 'address'] = choices;
    const choice = choices.find(form => form === this.choice) ?? first;
    const text = forms.find(({form}) => form === choice)?.text ?? address;
    const isDoubtful = mismatch || (choice === 'link' && first === 'address');
    const where = this.order.network === 'Lightning' ? payment.invoice : payment.address;
    return html`<div class="pay">
        <cr-qr-code part="qr" .text=${text} label=${payment.qrLabel} .messages=${this.messages}></cr-qr-code>
        <div class="stack">
          ${this.#renderAmount()} ${this.#renderLong(where, address, 'address')}
          ${memo ? this.#renderLong(payment.memo, memo, 'memo') : nothing}
        </div>
        <div class="ways">
          <div class="pills" role="group" aria-label=${payment.qrLabel}>
            ${choices.map(
              form => html`<button
                type="button"
                part="qr-form"
                aria-pressed=${form === choice}
                @click=${() => {
                  this.choice = form;
                }}
              >${payment.forms[form]}</button>`,
            )}
          </div>
          ${choice === 'exchange' ? html`<p class="small">${payment.fromExchange(this.#price)}</p>` : nothing}
          ${isDoubtful ? html`<p class="small">${errors.payment_uri_mismatch}</p>` : nothing}
          ${link ? html`<a class="secondary" part="open-wallet" href=${link} rel="noopener">${payment.openWallet}</a>` : nothing}
        </div>
        <div class="stack">
          ${invoice ? this.#renderLong(payment.invoice, invoice, 'invoice') : nothing}
          ${this.#renderPlain()} ${contract ? this.#renderLong(payment.contract, contract, 'contract') : nothing}
          ${this.#renderWarning()}
        </div>
      </div>
      <button type="button" class="secondary" part="submit" @click=${() => dispatchAction(this, {type: 'check-order'})}>${payment.check}</button>`;
  }

  get #price(): string {
    return coinAmount(this.due, this.order.coin);
  }

  #renderAmount(): TemplateResult {
    const shown = html`<span class="amount number" part="coin-amount">${this.due} ${this.order.coin}</span>`;
    return this.#renderValue(this.messages.payment.amount, this.due, shown);
  }

  /** Coin and network, in a line each. */
  #renderPlain(): TemplateResult {
    const {coin, network} = this.order;
    const {quote} = this.messages;
    return html`${this.#renderValue(quote.coin, coin, coin)} ${network ? this.#renderValue(quote.network, network, network) : nothing}`;
  }

  #renderLong(label: string, value: string, part: string): TemplateResult {
    const groups = part === 'memo' ? value : groupedAddress(value).map(group => html`<span>${group}</span>`);
    return this.#renderValue(
      label,
      value,
      html`<span class="address" part=${part} dir="ltr" tabindex=${value.length > LONG ? 0 : nothing}>${groups}</span>`,
    );
  }

  #renderValue(label: string, value: string, shown: unknown): TemplateResult {
    return copyableValue(label, value, {shown, messages: this.messages});
  }

  #renderWarning(): TemplateResult {
    const {coin, network} = this.order;
    const {payment} = this.messages;
    return html`<p class="warning" part="network-warning">
      ${warningIcon}<span>${network ? html`<strong>${payment.onlyOn(coin, network)}</strong> ` : nothing}${payment.exact}</span>
    </p>`;
  }
}
