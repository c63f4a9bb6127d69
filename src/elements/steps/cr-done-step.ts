import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';

import {standingOf} from '../../domain/standing.js';
import {plainOrderId} from '../../domain/support-link.js';
import type {Delivery, Order} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {coinAmount} from '../../locales/format.js';
import {copyable} from '../../styles/copyable.js';
import {orderId} from '../../styles/order-id.js';
import {prose} from '../../styles/prose.js';
import {step} from '../../styles/step.js';
import {actionButton} from '../../templates/action-button.js';
import {deliveryLine} from '../../templates/delivery-line.js';
import {doneHeading} from '../../templates/done-heading.js';
import {glyph} from '../../templates/glyph.js';
import {orderNumber} from '../../templates/order-state.js';
import {receiptText} from '../../templates/receipt-text.js';
import {stepHeading} from '../../templates/step-heading.js';
import {supportAnchor} from '../../templates/support-anchor.js';
import {reactive} from '../widgets/reactive.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-done-step.styles.js';
import {keepFocus} from './step-focus.js';

/** Milliseconds until a browser has read a file that it saves. */
const SAVING = 10_000;

/**
 * Last step: what was bought, each line as it is. Codes are cash: they are drawn only when the buyer asks, and are in
 * no event or storage.
 */
export class CrDoneStep extends LitElement {
  static override properties = reactive('order isPartial supportUrl messages headingLevel language', 'shown');
  static override styles = [step, copyable, orderId, prose, styles];

  order!: Order;
  /** The order goes on: what has been delivered so far is drawn below the payment step, without a heading. */
  isPartial = false;
  supportUrl = '';
  messages!: Messages;
  /** Level of the heading, 2 to 6. */
  headingLevel = 2;
  language = 'en';

  /** Indexes of the lines whose codes are shown. */
  private shown: ReadonlySet<number> = new Set();

  constructor() {
    super();
    keepFocus(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.shown = new Set();
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('order');
    if (before && before.id !== this.order.id) this.shown = new Set();
  }

  override render() {
    return this.isPartial
      ? this.#renderBody()
      : html`${stepHeading(doneHeading(this.order, this.messages), {level: this.headingLevel, mark: glyph('done')})}<slot></slot>${this.#renderBody()}`;
  }

  #renderBody(): TemplateResult {
    const {order, isPartial} = this;
    const {done} = this.messages;
    // It is read again: what was delivered is not kept while the element is off the page.
    if (order.delivered === 'unread' && order.deliveries.length === 0)
      return html`<p class="muted" role="status">${this.messages.payment.opening}</p>`;
    return html`<div class="stack" part="receipt">
        ${
          order.deliveries.length === 0
            ? html`<p>${order.delivered === 'withheld' ? done.withheld : done.byEmailOnly}</p>
              ${this.#renderSupport()}`
            : nothing
        }
        ${order.deliveries.map((_, index) => this.#renderLine(index))} ${isPartial ? nothing : this.#renderNumber()}
      </div>
      ${this.#renderExcess()} ${isPartial ? nothing : this.#renderEnd()}`;
  }

  #renderLine(index: number) {
    const {deliveries} = this.order;
    const delivery = deliveries[index];
    if (!delivery) return nothing;
    const isSame = (at: number) => nameOf(deliveries[at]) === nameOf(delivery);
    return deliveryLine({
      delivery,
      count: isSame(index - 1) ? 0 : deliveries.slice(index).filter((_, at) => isSame(index + at)).length,
      isRepeated: isSame(index + 1) && deliveries[index + 1]?.instructions === delivery.instructions,
      headingLevel: this.headingLevel,
      isShown: this.shown.has(index),
      isWithheld: this.order.delivered === 'withheld',
      support: this.#renderSupport(),
      messages: this.messages,
      onToggle: () => this.#onToggle(index),
    });
  }

  #renderNumber(): TemplateResult {
    const {id, coinAmount: amount, coin} = this.order;
    const paid = amount && coin ? coinAmount(amount, coin) : '';
    return orderNumber(plainOrderId(id), this.messages, paid);
  }

  /** Too much that was sent is said here, too: a delivery is faster than a look at the page. */
  #renderExcess(): TemplateResult | typeof nothing {
    const {coin = '', received = ''} = this.order;
    const {cases} = this.messages.payment;
    const {surplus} = standingOf(this.order);
    if (!surplus) return nothing;
    const said = cases.overpaid.text(coinAmount(received, coin), coinAmount(surplus, coin));
    return html`<div class="notice" part="notice">
      <p>${said}</p>
      ${this.#renderSupport()}
    </div>`;
  }

  #renderSupport(): TemplateResult {
    const {supportUrl, order, messages} = this;
    return supportAnchor(supportUrl, {orderId: order.id, messages});
  }

  #renderEnd(): TemplateResult {
    const {done, payment} = this.messages;
    const startOver = {label: payment.startOver, act: () => dispatchAction(this, {type: 'start-over'})};
    return html`<slot name="done"></slot>
      <div class="save">
        ${actionButton('secondary', 'action', {label: done.saveReceipt, act: () => this.#onSave()})}
        <p class="small muted">${done.saveHint}</p>
      </div>
      ${actionButton('quiet', 'submit', startOver)}`;
  }

  #onToggle(index: number) {
    const shown = new Set(this.shown);
    if (!shown.delete(index)) shown.add(index);
    this.shown = shown;
  }

  #onSave() {
    const text = receiptText(this.order, this.shown, this);
    const href = URL.createObjectURL(new Blob([text], {type: 'text/plain;charset=utf-8'}));
    const download = `receipt-${plainOrderId(this.order.id)}.txt`;
    Object.assign(document.createElement('a'), {href, download}).click();
    setTimeout(() => URL.revokeObjectURL(href), SAVING);
  }
}

/** Names what a line is of. */
function nameOf(delivery: Delivery | undefined): string {
  return delivery ? `${delivery.brandName} ${delivery.label}` : '';
}
