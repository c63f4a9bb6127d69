import {html, nothing, type TemplateResult} from 'lit';

import type {ErrorCode} from '../api/errors.js';
import type {CheckoutSession} from '../controllers/checkout-session.js';
import type {Environment} from '../controllers/environment.js';
import {isNetworkAcknowledged} from '../domain/checkout.js';
import {hasDelivery} from '../domain/order.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {choiceText} from '../templates/choice-text.js';
import {trail} from '../templates/frame.js';
import {openOrder} from '../templates/open-order.js';
import {rateText} from '../templates/price.js';
import {STEP_PARTS} from './part-names.js';
import type {Settings} from './read-attributes.js';

/** Values of the root that its steps are drawn with. */
export interface StepContext {
  readonly session: CheckoutSession;
  readonly settings: Settings;
  /** Payment methods in order of preference: the page's, then the one used last. */
  readonly preferences: readonly PaymentPreference[];
  readonly trackingError: ErrorCode | undefined;
  readonly environment: Environment;
  /** An order is being created: nothing leads away. */
  readonly isLocked: boolean;
  readonly messages: Messages;
  readonly language: string;
}

/** Draws the step on screen. Only this and `advance` know which steps there are. */
export function renderStep(context: StepContext): TemplateResult {
  const {session, settings, environment, messages, language} = context;
  const {checkout, api} = session;
  const {headingLevel} = settings;
  const choice = renderChoice(context);
  switch (checkout.step) {
    case 'brand':
      return html`<cr-brand-step exportparts=${STEP_PARTS} .api=${api} .draft=${checkout.draft}
        .kinds=${settings.kinds} .isCountryLocked=${settings.lockCountry} .preselected=${session.preselected}
        .messages=${messages} .headingLevel=${headingLevel}
        .language=${language}>${choice}<slot name="empty" slot="empty"></slot></cr-brand-step>`;
    case 'quote':
      return html`<cr-quote-step exportparts=${STEP_PARTS} .api=${api} .brand=${checkout.brand}
        .draft=${checkout.draft} .preferences=${context.preferences} .environment=${environment}
        .messages=${messages} .headingLevel=${headingLevel} .language=${language}>${choice}</cr-quote-step>`;
    case 'details':
      return checkout.review
        ? html`<cr-review-step exportparts=${STEP_PARTS} .api=${api} .quote=${checkout.quote}
            .review=${checkout.review} .draft=${checkout.draft} .settings=${settings}
            .randomId=${environment.randomId} .messages=${messages} .headingLevel=${headingLevel}
            .language=${language}>${choice}</cr-review-step>`
        : html`<cr-details-step exportparts=${STEP_PARTS} .api=${api} .quote=${checkout.quote}
            .problems=${checkout.problems} .draft=${checkout.draft} .settings=${settings}
            .randomId=${environment.randomId} .messages=${messages} .headingLevel=${headingLevel}
            .language=${language}>${choice}</cr-details-step>`;
    case 'payment':
      return html`<cr-payment-step exportparts=${STEP_PARTS} .api=${api} .quote=${checkout.quote}
          .order=${checkout.order} .orderId=${checkout.orderId} .change=${checkout.change}
          .isForeign=${checkout.isForeign ?? false} .isAcknowledged=${isNetworkAcknowledged(checkout)}
          .trackingError=${context.trackingError} .now=${session.now} .supportUrl=${settings.supportUrl}
          .messages=${messages} .headingLevel=${headingLevel}>${choice}</cr-payment-step>
        ${checkout.order && hasDelivery(checkout.order) ? delivery(checkout.order, context) : nothing}`;
    case 'done':
      return delivery(checkout.order, context, choice);
  }
}

/** Draws what was delivered: the last step, below `choice`; without it a part of the payment step while the order goes on. */
function delivery(
  order: Order,
  {messages, language, settings}: StepContext,
  choice?: TemplateResult,
): TemplateResult {
  return html`<cr-done-step exportparts=${STEP_PARTS} .order=${order} .isPartial=${!choice}
    .supportUrl=${settings.supportUrl} .messages=${messages} .headingLevel=${settings.headingLevel}
    .language=${language}>${choice ?? nothing}<slot name="done" slot="done"></slot></cr-done-step>`;
}

/** Draws the lines below every heading: the order left open, and the choice made so far. */
function renderChoice({session, isLocked, language, messages}: StepContext): TemplateResult {
  const {checkout, backgroundOrder} = session;
  const {step, quote} = checkout;
  // The rate is that of an order which costs what was quoted.
  const isQuoted = step === 'payment' && quote?.coinAmount === checkout.order?.coinAmount;
  const rate = isQuoted && quote && rateText(quote, messages, language);
  // The sentence keeps its own order of words beside names and amounts, in Arabic too: U+2068 and U+2069 isolate it.
  const choice = [choiceText(checkout, language), rate && `\u2068${rate}\u2069`].filter(Boolean).join(' · ');
  const onChange = checkout.step === 'details' ? () => session.send({type: 'quote-again'}) : undefined;
  return html`${isLocked ? nothing : openOrder(backgroundOrder, {messages, language}, () => session.reopen())}
  ${trail({choice, onChange, isLocked, messages})}`;
}
