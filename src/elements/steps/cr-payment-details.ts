import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {state} from 'lit/decorators/state.js';

import type {PayableOrder, PaymentInstruction, QrForm} from '../../domain/payment/instruction.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {controls} from '../../styles/controls.js';
import {copyable} from '../../styles/copyable.js';
import {paymentValues} from '../../styles/payment-values.js';
import {pills} from '../../styles/pills.js';
import {reset} from '../../styles/reset.js';
import {text} from '../../styles/text.js';
import {amountValue, coinValues, longValue, networkWarning} from '../../templates/payment-values.js';
import {styles} from './cr-payment-details.styles.js';

/** Content of the QR code; from an exchange it is the address alone, with a note about fees. */
type Choice = QrForm | 'exchange';

/** How to pay an order: amount, address, network, QR code and wallet link, all of it verified. */
export class CrPaymentDetails extends LitElement {
  static override styles = [reset, text, controls, copyable, paymentValues, pills, styles];

  @property({attribute: false}) order!: PayableOrder;
  /** Amount to send now, a decimal string: all of it, or what is missing. */
  @property({attribute: false}) due = '';
  @property({attribute: false}) instruction!: PaymentInstruction;
  @property({attribute: false}) messages!: Messages;

  /** `undefined` until the buyer has chosen. */
  @state() private choice: Choice | undefined;

  get #choices(): readonly Choice[] {
    return [...this.instruction.forms.map(({form}) => form), 'exchange'];
  }

  override render() {
    const {order, due, messages} = this;
    const {payment} = messages;
    const {address, contract, memo, invoice} = this.instruction;
    const label = order.network === 'Lightning' ? payment.invoice : payment.address;
    return html`<div class="pay">
      ${this.#renderCode()}
      <div class="stack">
        ${amountValue(due, order.coin, messages)} ${longValue(label, address, {part: 'address', messages})}
        ${memo ? longValue(payment.memo, memo, {part: 'memo', messages}) : nothing}
      </div>
      <div class="ways">${this.#renderWays()}</div>
      <div class="stack">
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

  #renderCode(): TemplateResult {
    const {forms, address} = this.instruction;
    const drawn = forms.find(({form}) => form === this.#chosen)?.text ?? address;
    return html`<cr-qr-code
      part="qr"
      .text=${drawn}
      label=${this.messages.payment.qrLabel}
      .messages=${this.messages}
    ></cr-qr-code>`;
  }

  #renderWays() {
    const {payment, errors} = this.messages;
    const {link, mismatch, forms} = this.instruction;
    const chosen = this.#chosen;
    // A link that is not drawn first is one that some wallets read as another payment.
    const isDoubtful = mismatch || (chosen === 'link' && forms[0]?.form === 'address');
    return html`<div class="pills" role="group" aria-label=${payment.qrLabel}>
        ${this.#choices.map(form => this.#renderPill(form, form === chosen))}
      </div>
      ${chosen === 'exchange' ? html`<p class="small">${payment.fromExchange(coinAmount(this.due, this.order.coin))}</p>` : nothing}
      ${isDoubtful ? html`<p class="small">${errors.payment_uri_mismatch}</p>` : nothing}
      ${link ? html`<a class="secondary" part="open-wallet" href=${link} rel="noopener">${payment.openWallet}</a>` : nothing}`;
  }

  #renderPill(form: Choice, isChosen: boolean): TemplateResult {
    const onClick = () => {
      this.choice = form;
    };
    return html`<button type="button" part="qr-form" aria-pressed=${isChosen} @click=${onClick}>
      ${this.messages.payment.forms[form]}
    </button>`;
  }
}
