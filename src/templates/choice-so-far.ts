import {html, nothing, type TemplateResult} from 'lit';

import type {Checkout} from '../domain/checkout.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {choiceText} from './choice-text.js';
import {trail} from './frame.js';
import {openOrder} from './open-order.js';

export interface ChoiceSoFar {
  readonly checkout: Checkout;
  /** An order that was left open. */
  readonly backgroundOrder: Order | undefined;
  readonly isLocked: boolean;
  readonly messages: Messages;
  readonly language: string;
  readonly onChange: () => void;
  readonly onReopen: () => void;
}

/** Draws what stands below every heading: the order left open, and the choice made so far. */
export function choiceSoFar(so: ChoiceSoFar): TemplateResult {
  const {checkout, backgroundOrder, isLocked, messages, language, onChange, onReopen} = so;
  const choice = choiceText(checkout, language);
  return html`${isLocked ? nothing : openOrder(backgroundOrder, {messages, language}, onReopen)}
  ${trail({choice, onChange: checkout.step === 'details' ? onChange : undefined, isLocked, messages})}`;
}
