import {html, nothing, type TemplateResult} from 'lit';

import type {CheckoutSession} from '../controllers/checkout-session.js';
import type {Messages} from '../locales/en.js';
import {choiceText} from '../templates/choice-text.js';
import {trail} from '../templates/frame.js';
import {openOrder} from '../templates/open-order.js';

interface ChoiceOptions {
  /** An order is being created: nothing leads away. */
  readonly isLocked: boolean;
  readonly language: string;
  readonly messages: Messages;
}

/** Draws the lines below every heading: the order left open, and the choice made so far. */
export function renderChoice(
  session: CheckoutSession,
  {isLocked, language, messages}: ChoiceOptions,
): TemplateResult {
  const {checkout, backgroundOrder} = session;
  const choice = choiceText(checkout, language);
  const onChange = () => session.send({type: 'quote-again'});
  return html`${isLocked ? nothing : openOrder(backgroundOrder, {messages, language}, () => session.reopen())}
  ${trail({choice, onChange: checkout.step === 'details' ? onChange : undefined, isLocked, messages})}`;
}
