import {html, nothing, type TemplateResult} from 'lit';

import type {Api} from '../api/client.js';
import type {ErrorCode} from '../api/errors.js';
import type {Environment} from '../controllers/environment.js';
import type {Checkout} from '../domain/checkout.js';
import {hasDelivery} from '../domain/order.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import type {Settings} from './read-attributes.js';

/** What the root hands down to its steps. */
export interface StepContext {
  readonly api: Api | undefined;
  readonly settings: Settings;
  /** What the page prefers to be paid with, then what the buyer used last. */
  readonly preferences: readonly PaymentPreference[];
  readonly isCountryLocked: boolean;
  readonly preselected: string;
  readonly trackingError: ErrorCode | undefined;
  readonly environment: Environment;
  /** The server's time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly messages: Messages;
  /** What was said about orders already, for as long as the element lives. */
  readonly reportedKeys: Set<string>;
  readonly language: string;
}

/** Parts of the steps, passed on so that a page can style them from outside. */
export const STEP_PARTS =
  'error, retry, notice, action, submit, country, search, kind, category, brand, denomination, amount, suggestion, coin, network, ' +
  'quantity, quote, total, about, email, phone, name, refund-address, summary, qr, address, coin-amount, copy, open-wallet, countdown, order-state, ' +
  'network-warning, acknowledge, qr-form, invoice, memo, contract, report, transaction, support, reveal, code, instructions, receipt';

/** The element of the step where the buyer is. Only this and `advance` know which steps there are. */
export function renderStep(checkout: Checkout, context: StepContext): TemplateResult {
  const {api, settings, environment, messages, language} = context;
  switch (checkout.step) {
    case 'brand':
      return html`<cr-brand-step
        exportparts=${STEP_PARTS}
        .api=${api}
        .draft=${checkout.draft}
        .kinds=${settings.kinds}
        .isCountryLocked=${context.isCountryLocked}
        .preselected=${context.preselected}
        .messages=${messages}
        .language=${language}
      ><slot name="empty" slot="empty"></slot></cr-brand-step>`;
    case 'quote':
      return html`<cr-quote-step
        exportparts=${STEP_PARTS}
        .api=${api}
        .brand=${checkout.brand}
        .draft=${checkout.draft}
        .preferences=${context.preferences}
        .environment=${environment}
        .messages=${messages}
        .language=${language}
      ></cr-quote-step>`;
    case 'details':
      return checkout.review
        ? html`<cr-review-step
            exportparts=${STEP_PARTS}
            .api=${api}
            .quote=${checkout.quote}
            .review=${checkout.review}
            .draft=${checkout.draft}
            .extras=${settings}
            .randomId=${environment.randomId}
            .messages=${messages}
            .language=${language}
          ></cr-review-step>`
        : html`<cr-details-step
            exportparts=${STEP_PARTS}
            .api=${api}
            .quote=${checkout.quote}
            .problems=${checkout.problems}
            .draft=${checkout.draft}
            .extras=${settings}
            .randomId=${environment.randomId}
            .messages=${messages}
            .language=${language}
          ></cr-details-step>`;
    case 'payment':
      return html`<cr-payment-step
        exportparts=${STEP_PARTS}
        .order=${checkout.order}
        .orderId=${checkout.orderId}
        .trackingError=${context.trackingError}
        .api=${api}
        .quote=${checkout.quote}
        .now=${context.now}
        .supportUrl=${settings.supportUrl}
        .messages=${messages}
        .reportedKeys=${context.reportedKeys}
      ></cr-payment-step>
      ${checkout.order && hasDelivery(checkout.order) ? delivery(checkout.order, context, true) : nothing}`;
    case 'done':
      return delivery(checkout.order, context, false);
  }
}

function delivery(order: Order, {messages, settings}: StepContext, isPartial: boolean): TemplateResult {
  return html`<cr-done-step
    exportparts=${STEP_PARTS}
    .order=${order}
    .isPartial=${isPartial}
    .supportUrl=${settings.supportUrl}
    .messages=${messages}
  ><slot name="done" slot="done"></slot></cr-done-step>`;
}
