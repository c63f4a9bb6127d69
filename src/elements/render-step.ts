import {html, nothing, type TemplateResult} from 'lit';

import type {Api} from '../api/client.js';
import type {ErrorCode} from '../api/errors.js';
import type {Environment} from '../controllers/environment.js';
import {type Checkout, isNetworkAcknowledged} from '../domain/checkout.js';
import {hasDelivery} from '../domain/order.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {STEP_PARTS} from './part-names.js';
import type {Settings} from './read-attributes.js';

/** Values that the root passes to its steps. */
export interface StepContext {
  readonly api: Api | undefined;
  readonly settings: Settings;
  /** Payment methods in order of preference: the page's, then the one used last. */
  readonly preferences: readonly PaymentPreference[];
  /** Brand to open as soon as the listing has it, or ''. */
  readonly preselected: string;
  readonly trackingError: ErrorCode | undefined;
  readonly environment: Environment;
  /** The server's time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly messages: Messages;
  readonly language: string;
  /** Drawn below the step's heading. */
  readonly choice: unknown;
}

/** Draws the step on screen. Only this and `advance` know which steps there are. */
export function renderStep(checkout: Checkout, context: StepContext): TemplateResult {
  const {api, settings, environment, messages, language, choice} = context;
  switch (checkout.step) {
    case 'brand':
      return html`<cr-brand-step
        exportparts=${STEP_PARTS}
        .api=${api}
        .draft=${checkout.draft}
        .kinds=${settings.kinds}
        .isCountryLocked=${settings.lockCountry}
        .preselected=${context.preselected}
        .messages=${messages}
          .headingLevel=${settings.headingLevel}
        .language=${language}
        >${choice}<slot name="empty" slot="empty"></slot></cr-brand-step
      >`;
    case 'quote':
      return html`<cr-quote-step
        exportparts=${STEP_PARTS}
        .api=${api}
        .brand=${checkout.brand}
        .draft=${checkout.draft}
        .preferences=${context.preferences}
        .environment=${environment}
        .messages=${messages}
          .headingLevel=${settings.headingLevel}
        .language=${language}
        >${choice}</cr-quote-step
      >`;
    case 'details':
      return checkout.review
        ? html`<cr-review-step
            exportparts=${STEP_PARTS}
            .api=${api}
            .quote=${checkout.quote}
            .review=${checkout.review}
            .draft=${checkout.draft}
            .settings=${settings}
            .randomId=${environment.randomId}
            .messages=${messages}
          .headingLevel=${settings.headingLevel}
            .language=${language}
            >${choice}</cr-review-step
          >`
        : html`<cr-details-step
            exportparts=${STEP_PARTS}
            .api=${api}
            .quote=${checkout.quote}
            .problems=${checkout.problems}
            .draft=${checkout.draft}
            .settings=${settings}
            .randomId=${environment.randomId}
            .messages=${messages}
          .headingLevel=${settings.headingLevel}
            .language=${language}
            >${choice}</cr-details-step
          >`;
    case 'payment':
      return html`<cr-payment-step
          exportparts=${STEP_PARTS}
          .order=${checkout.order}
          .orderId=${checkout.orderId}
          .change=${checkout.change}
          .isForeign=${checkout.isForeign ?? false}
          .trackingError=${context.trackingError}
          .api=${api}
          .quote=${checkout.quote}
          .isAcknowledged=${isNetworkAcknowledged(checkout)}
          .now=${context.now}
          .supportUrl=${settings.supportUrl}
          .messages=${messages}
          .headingLevel=${settings.headingLevel}
          >${choice}</cr-payment-step
        >
        ${checkout.order && hasDelivery(checkout.order) ? delivery(checkout.order, context, true) : nothing}`;
    case 'done':
      return delivery(checkout.order, context, false);
  }
}

/** Draws what was delivered: the last step, or a part of the payment step while the order goes on. */
function delivery(
  order: Order,
  {messages, language, settings, choice}: StepContext,
  isPartial: boolean,
): TemplateResult {
  return html`<cr-done-step
    exportparts=${STEP_PARTS}
    .order=${order}
    .isPartial=${isPartial}
    .supportUrl=${settings.supportUrl}
    .messages=${messages}
          .headingLevel=${settings.headingLevel}
    .language=${language}
    >${isPartial ? nothing : choice}<slot name="done" slot="done"></slot></cr-done-step
  >`;
}
