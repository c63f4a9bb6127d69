import {html, LitElement, nothing, type TemplateResult} from 'lit';

import {toUnits} from '../../domain/money.js';
import type {PayableOrder, PaymentInstruction, QrForm} from '../../domain/payment/instruction.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {controls} from '../../styles/controls.js';
import {copyable} from '../../styles/copyable.js';
import {feedback} from '../../styles/feedback.js';
import {paymentValues} from '../../styles/payment-values.js';
import {pills} from '../../styles/pills.js';
import {reset} from '../../styles/reset.js';
import {text} from '../../styles/text.js';
import {fresh} from '../../templates/fresh.js';
import {quietNotice} from '../../templates/notice.js';
import {
  amountValue,
  coinValues,
  longValue,
  memoValue,
  networkWarning,
} from '../../templates/payment-values.js';
import {reactive} from '../widgets/reactive.js';
import {styles} from './cr-payment-details.styles.js';

/** Content of the QR code; from an exchange it is the address alone, with a note about fees. */
type Choice = QrForm | 'exchange';

/** Pixels from which on a device is large enough for another one to scan its screen. */
const TABLET = 600;

/** How to pay an order: amount, address, network, QR code and wallet link, all of it verified. */
export class CrPaymentDetails extends LitElement {
  static override properties = reactive('order due instruction messages', 'isWalletAsked choice');
  static override styles = [reset, text, controls, feedback, copyable, paymentValues, pills, styles];

  order!: PayableOrder;
  /** Amount to send now, a decimal string: all of it, or what is missing. */
  due = '';
  instruction!: PaymentInstruction;
  messages!: Messages;

  /** The buyer has pressed the wallet link. */
  private isWalletAsked = false;
  /** `undefined` until the buyer has chosen. */
  private choice: Choice | undefined;

  get #choices(): readonly Choice[] {
    return [...this.instruction.forms.map(({form}) => form), 'exchange'];
  }

  /** The wallet is on this device, which cannot scan its own screen. */
  get #isInHand(): boolean {
    return Boolean(this.instruction.link) && matchMedia('(pointer: coarse)').matches;
  }

  get #isLightning(): boolean {
    return this.order.network === 'Lightning';
  }

  override render() {
    const {order, due, messages} = this;
    const {payment} = messages;
    const {address, contract, memo, invoice} = this.instruction;
    const isInHand = this.#isInHand;
    const label = this.#isLightning ? payment.invoice : payment.address;
    return html`<div class="pay ${isInHand ? 'hand' : ''}">
      ${isInHand ? nothing : html`<div class="code">${this.#renderCode()}</div>`}
      <div class="values">
        ${amountValue(due, order.coin, messages)} ${this.#renderSatoshi()} ${isInHand ? this.#renderLink('primary') : nothing}
        ${longValue(label, address, {part: 'address', messages})} ${memo ? memoValue(memo, messages) : nothing}
        ${this.#renderDoubt()} ${isInHand ? this.#renderFold() : this.#renderLink('secondary')}
        ${invoice ? longValue(payment.invoice, invoice, {part: 'invoice', messages}) : nothing}
        ${coinValues(order, messages)}
        ${contract ? longValue(payment.contract, contract, {part: 'contract', messages}) : nothing}
        ${networkWarning(order, messages)}
      </div>
    </div>`;
  }

  get #chosen(): Choice {
    const choices = this.#choices;
    return choices.find(form => form === this.choice) ?? choices[0] ?? 'address';
  }

  /** Lightning wallets count in satoshi, a hundred millionth of a bitcoin. */
  #renderSatoshi() {
    const satoshi = this.#isLightning && this.order.coin === 'BTC' && toUnits(this.due, 8);
    return satoshi ? html`<p class="small number" translate="no">${fresh(`${satoshi} sat`)}</p>` : nothing;
  }

  #renderLink(look: 'primary' | 'secondary') {
    const {link} = this.instruction;
    if (!link) return nothing;
    const {openWallet, noWallet} = this.messages.payment;
    const onClick = () => {
      this.isWalletAsked = true;
    };
    return html`<a class=${look} part="open-wallet" href=${link} rel="noopener" @click=${onClick}>${openWallet}</a>
      <p class="small" role="status">${this.isWalletAsked ? noWallet : nothing}</p>`;
  }

  #renderFold(): TemplateResult {
    return html`<details class="code" ?open=${innerWidth >= TABLET}>
      <summary>${this.messages.payment.qrTitle}</summary>
      ${this.#renderCode()}
    </details>`;
  }

  #renderCode(): TemplateResult {
    const {forms, address} = this.instruction;
    const {messages} = this;
    const {qrTitle, qrLabel, fromExchange} = messages.payment;
    const chosen = this.#chosen;
    const drawn = forms.find(({form}) => form === chosen)?.text ?? address;
    return html`<cr-qr-code part="qr" translate="no" .text=${drawn} label=${qrLabel} .messages=${messages}></cr-qr-code>
      <div class="pills" role="group" aria-label=${qrTitle}>
        <span class="label" aria-hidden="true">${qrTitle}</span>
        ${this.#choices.map(form => this.#renderPill(form, form === chosen))}
      </div>
      ${chosen === 'exchange' ? html`<p class="small">${fromExchange(coinAmount(this.due, this.order.coin))}</p>` : nothing}`;
  }

  /** Warns of a payment text that asks for something else, and of a link that some wallets read as another payment. */
  #renderDoubt() {
    const {mismatch, forms} = this.instruction;
    const isDoubtful = mismatch || (this.#chosen === 'link' && forms[0]?.form === 'address');
    return isDoubtful ? quietNotice(this.messages.errors.payment_uri_mismatch, [], 'alert') : nothing;
  }

  #renderPill(form: Choice, isChosen: boolean): TemplateResult {
    const {forms, invoiceOnly} = this.messages.payment;
    const onClick = () => {
      this.choice = form;
    };
    return html`<button type="button" part="qr-form" aria-pressed=${isChosen} @click=${onClick}>
      ${this.#isLightning && form === 'address' ? invoiceOnly : forms[form]}
    </button>`;
  }
}
