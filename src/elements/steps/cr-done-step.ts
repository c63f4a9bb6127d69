import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {balanceOf} from '../../domain/order.js';
import {readablePhone} from '../../domain/recipient.js';
import {plainOrderId} from '../../domain/support-link.js';
import type {Delivery, Order} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {base} from '../../styles/base.js';
import {copyable} from '../../styles/copyable.js';
import {prose} from '../../styles/prose.js';
import {copyableValue} from '../../templates/copyable-value.js';
import {eyeIcon} from '../../templates/icons.js';
import {problemNotice, quietNotice} from '../../templates/notice.js';
import {richText} from '../../templates/rich-text.js';
import {supportAnchor} from '../../templates/support-anchor.js';
import {given, inner} from '../properties.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-done-step.styles.js';
import {receiptText, secretsOf} from './receipt-text.js';

const DELIVERED: ReadonlySet<string> = new Set(['Succeeded', 'Completed', 'Done', '']);
/** What a line that was not delivered is called is not known; any other state is one that goes on. */
const FAILED = /fail|error|cancel|refund|reject|expire/i;

/** Whose pages hand an activation code to the device's own eSIM installation. */
const INSTALLERS = [
  ['iPhone', 'apple'],
  ['Android', 'android'],
] as const;

/**
 * Last step: what was bought, each line as it is. Codes are cash: they are drawn only when the buyer asks, and are in
 * no event or storage.
 */
export class CrDoneStep extends LitElement {
  static override styles = [base, copyable, prose, styles];

  static override properties = {
    order: given,
    isPartial: given,
    supportUrl: {},
    messages: given,
    shown: inner,
  };

  order!: Order;
  /** The order goes on: only what has been delivered so far is to be seen. */
  isPartial = false;
  supportUrl = '';
  messages!: Messages;

  /** The lines whose codes the buyer has asked for. */
  private shown: ReadonlySet<number> = new Set();

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.shown = new Set();
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('order');
    if (before && before.id !== this.order.id) this.shown = new Set();
  }

  override render() {
    const {order} = this;
    const {payment} = this.messages;
    // It is read again: what was delivered is not kept while the element is away.
    if (order.deliveries.length === 0) return html`<p class="muted" role="status">${payment.opening}</p>`;
    return html`<div class="stack">
      <div class="stack" part="receipt">
        ${order.deliveries.map((delivery, index) => this.#renderLine(delivery, index))}
        ${this.isPartial ? nothing : this.#renderNumber()}
      </div>
      ${this.#renderExcess()} ${this.isPartial ? nothing : this.#renderEnd()}
    </div>`;
  }

  /** Whoever has sent too much hears of it here too: a delivery is faster than a look at the page. */
  #renderExcess(): TemplateResult | typeof nothing {
    const {coin = '', received = ''} = this.order;
    const {cases} = this.messages.payment;
    const balance = balanceOf(this.order);
    if (balance.type !== 'over') return nothing;
    const text = cases.overpaid.text(coinAmount(received, coin), coinAmount(balance.amount, coin));
    return html`<div class="notice" part="notice">
      <p>${text}</p>
      ${this.#renderSupport()}
    </div>`;
  }

  #renderSupport(): TemplateResult {
    const {supportUrl, order, messages} = this;
    return supportAnchor(supportUrl, {orderId: order.id, messages});
  }

  #renderNumber(): TemplateResult {
    const {id, coinAmount: amount, coin} = this.order;
    return html`<p class="small muted">
      ${this.messages.payment.orderId} ${plainOrderId(id)}${amount && coin ? html` · ${coinAmount(amount, coin)}` : nothing}
    </p>`;
  }

  #renderEnd(): TemplateResult {
    const {done, payment} = this.messages;
    return html`<slot name="done"></slot>
      <button type="button" class="primary" part="submit" @click=${() => dispatchAction(this, {type: 'start-over'})}>${payment.startOver}</button>
      <div class="save">
        <button type="button" class="quiet" part="action" @click=${this.#onSave}>${done.saveReceipt}</button>
        <p class="small muted">${done.saveHint}</p>
      </div>`;
  }

  #renderLine(delivery: Delivery, index: number): TemplateResult {
    const secrets = secretsOf(delivery, this.messages);
    const isDelivered = secrets.length > 0 || (DELIVERED.has(delivery.state) && !delivery.failure);
    return html`<section class="line">
      <h3><span>${delivery.brandName}</span><span class="number">${delivery.label}</span></h3>
      ${isDelivered ? this.#renderDelivered(delivery, index, secrets.length > 0) : this.#renderUndelivered(delivery)}
    </section>`;
  }

  #renderUndelivered({state, failure}: Delivery): TemplateResult {
    const {done} = this.messages;
    if (!failure && !FAILED.test(state)) return quietNotice(done.pending);
    return html`${problemNotice(done.notDelivered)} ${failure && html`<p class="small muted">${failure}</p>`} ${this.#renderSupport()}`;
  }

  #renderDelivered(delivery: Delivery, index: number, hasSecret: boolean): TemplateResult {
    const {done} = this.messages;
    return html`${hasSecret ? this.#renderSecret(delivery, index) : html`<p>${this.#arrival(delivery)}</p>`}
      ${delivery.reference ? html`<p class="small muted">${done.reference}: <span dir="ltr">${delivery.reference}</span></p>` : nothing}
      ${
        delivery.instructions
          ? html`<div class="prose" part="instructions" dir="auto"><bdi class="label">${done.instructions}</bdi>${richText(delivery.instructions)}</div>`
          : nothing
      }`;
  }

  #arrival({deliveredTo, beneficiary, label}: Delivery): string {
    const {done} = this.messages;
    if (deliveredTo === 'phone' && beneficiary) return done.toppedUp(label, readablePhone(beneficiary));
    return beneficiary ? done.byEmail(beneficiary) : done.byEmailOnly;
  }

  /** The button is one and the same before and after, so that it keeps the focus. */
  #renderSecret(delivery: Delivery, index: number): TemplateResult {
    const {done} = this.messages;
    const isShown = this.shown.has(index);
    return html`<div class="secret">
      ${isShown ? this.#renderShown(delivery) : html`<p class="small muted">${done.hidden}</p><p class="code muted" aria-hidden="true">••••-••••-••••</p>`}
      <button
        type="button"
        class=${isShown ? 'quiet' : 'secondary'}
        part="reveal"
        aria-expanded=${isShown}
        @click=${() => this.#onToggle(index)}
      >${isShown ? done.hide : html`${eyeIcon}${done.reveal}`}</button>
    </div>`;
  }

  #renderShown(delivery: Delivery) {
    const {link, barcode, activation} = delivery;
    return secretsOf(delivery, this.messages).map(([name, value]) => {
      if (value === activation) return this.#renderEsim(activation);
      return value === link || value === barcode
        ? this.#renderLink(name, value)
        : this.#renderValue(name, value);
    });
  }

  #renderEsim(activation: string): TemplateResult {
    const {done} = this.messages;
    const [, address = '', code = ''] = activation.split('$');
    return html`<p class="small">${done.esimHint}</p>
      <cr-qr-code part="qr" .text=${activation} label=${done.activation} .messages=${this.messages}></cr-qr-code>
      ${INSTALLERS.map(([device, host]) =>
        this.#renderLink(
          done.install(device),
          `https://esimsetup.${host}.com/esim_qrcode_provisioning?carddata=${encodeURIComponent(activation)}`,
        ),
      )}
      ${this.#renderValue(done.smdpAddress, address)} ${this.#renderValue(done.activation, code)}`;
  }

  #renderValue(label: string, value: string): TemplateResult {
    const shown = html`<span class="code" part="code" dir="ltr">${value}</span>`;
    return copyableValue(label, value, {shown, messages: this.messages});
  }

  #renderLink(label: string, link: string): TemplateResult {
    return html`<a class="secondary" part="code" href=${link} target="_blank" rel="noopener noreferrer">${label}</a>`;
  }

  #onToggle(index: number) {
    const shown = new Set(this.shown);
    if (!shown.delete(index)) shown.add(index);
    this.shown = shown;
  }

  #onSave() {
    const text = receiptText(this.order, this.shown, this.messages);
    const href = URL.createObjectURL(new Blob([text], {type: 'text/plain;charset=utf-8'}));
    Object.assign(document.createElement('a'), {
      href,
      download: `receipt-${plainOrderId(this.order.id)}.txt`,
    }).click();
    // The browser reads it after the press.
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }
}
