import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {readablePhone} from '../domain/recipient.js';
import type {Delivery, Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount} from '../locales/format.js';
import {base} from '../styles/base.js';
import {prose} from '../styles/prose.js';
import {eyeIcon} from '../templates/icons.js';
import {problemNotice} from '../templates/notice.js';
import {richText} from '../templates/rich-text.js';
import {ask} from './ask-event.js';
import {styles} from './cr-done-step.styles.js';
import {given, inner} from './properties.js';

const DELIVERED: ReadonlySet<string> = new Set(['Succeeded', 'Completed', 'Done', '']);

/**
 * Last step: what was bought. Codes are cash: they are drawn only when the buyer asks, and are in no attribute, event
 * or storage.
 */
export class CrDoneStep extends LitElement {
  static override styles = [base, prose, styles];

  static override properties = {
    order: given,
    messages: given,
    revealed: inner,
  };

  order!: Order;
  messages!: Messages;

  private revealed: ReadonlySet<Delivery> = new Set();

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.revealed = new Set();
  }

  override render() {
    const {order} = this;
    const {done, payment} = this.messages;
    return html`<div class="stack">
      <div class="receipt" part="receipt">
        ${order.deliveries.map(delivery => this.#renderLine(delivery))}
        <p class="small muted order-id">
          ${payment.orderId} ${order.id}${order.coinAmount && order.coin ? html` · ${coinAmount(order.coinAmount, order.coin)}` : nothing}
        </p>
      </div>
      <slot name="done"></slot>
      <button type="button" class="primary" part="submit" @click=${() => ask(this, {type: 'start-over'})}>${done.startOver}</button>
    </div>`;
  }

  #renderLine(delivery: Delivery): TemplateResult {
    return html`<section class="line">
      <h3><span>${delivery.brandName}</span><span class="number">${delivery.label}</span></h3>
      ${DELIVERED.has(delivery.state) && !delivery.failure ? this.#renderDelivered(delivery) : this.#renderUndelivered()}
    </section>`;
  }

  #renderUndelivered(): TemplateResult {
    return problemNotice(this.messages.done.notDelivered);
  }

  #renderDelivered(delivery: Delivery): TemplateResult {
    const {done} = this.messages;
    const hasSecret = Boolean(delivery.code || delivery.link || delivery.serial || delivery.securityCode);
    return html`${hasSecret ? this.#renderSecret(delivery) : html`<p>${this.#arrival(delivery)}</p>`}
      ${delivery.reference ? html`<p class="small muted">${done.reference}: <span dir="ltr">${delivery.reference}</span></p>` : nothing}
      ${
        delivery.instructions
          ? html`<div class="prose" part="instructions"><span class="label">${done.instructions}</span>${richText(delivery.instructions)}</div>`
          : nothing
      }`;
  }

  #arrival({deliveredTo, beneficiary, label}: Delivery): string {
    const {done} = this.messages;
    if (deliveredTo === 'phone' && beneficiary) return done.toppedUp(label, readablePhone(beneficiary));
    return beneficiary ? done.byEmail(beneficiary) : done.byEmailOnly;
  }

  #renderSecret(delivery: Delivery): TemplateResult {
    const {done} = this.messages;
    if (!this.revealed.has(delivery)) {
      return html`<div class="secret">
        <p class="small muted">${done.hidden}</p>
        <p class="veiled" aria-hidden="true">••••-••••-••••</p>
        <button type="button" class="secondary" part="reveal" @click=${() => this.#onToggle(delivery)}>${eyeIcon}${done.reveal}</button>
      </div>`;
    }
    return html`<div class="secret">
      ${this.#renderValue(done.code, delivery.code)} ${this.#renderLink(delivery.link)}
      ${this.#renderValue(done.serial, delivery.serial)} ${this.#renderValue(done.securityCode, delivery.securityCode)}
      <button type="button" class="quiet" part="reveal" @click=${() => this.#onToggle(delivery)}>${done.hide}</button>
    </div>`;
  }

  #renderValue(label: string, value: string | undefined) {
    if (!value) return nothing;
    return html`<div class="row">
      <span class="label">${label}</span>
      <span class="code" part="code" dir="ltr">${value}</span>
      <cr-copy exportparts="copy" .value=${value} label=${`${this.messages.payment.copy}: ${label}`} .messages=${this.messages}></cr-copy>
    </div>`;
  }

  #renderLink(link: string | undefined) {
    if (!link) return nothing;
    return html`<a class="secondary" part="code" href=${link} target="_blank" rel="noopener noreferrer">${this.messages.done.redeemLink}</a>`;
  }

  #onToggle(delivery: Delivery) {
    const revealed = new Set(this.revealed);
    if (!revealed.delete(delivery)) revealed.add(delivery);
    this.revealed = revealed;
  }
}
