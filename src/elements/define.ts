import type {Step} from '../domain/checkout.js';
import {guardUpdates} from './guard-updates.js';
import {loadPaymentElements} from './load-payment-elements.js';
import {CrBrandStep} from './steps/cr-brand-step.js';
import {CrQuoteStep} from './steps/cr-quote-step.js';
import {CrBrandGrid} from './widgets/cr-brand-grid.js';

const STEPS = {
  'cr-brand-step': CrBrandStep,
  'cr-quote-step': CrQuoteStep,
  'cr-brand-grid': CrBrandGrid,
};

/** Defines a tag unless the page has it already. Returns whether it did: the first copy of a script wins. */
export function define(tag: string, element: CustomElementConstructor): boolean {
  if (customElements.get(tag)) return false;
  customElements.define(tag, element);
  return true;
}

/** Defines the elements of the first two steps. Importing the class of `<cr-checkout>` registers nothing. */
export function defineSteps() {
  defineAll(STEPS);
}

/** Fetches and defines the elements of the later steps. Rejects if their file cannot be fetched. */
export async function definePaymentElements(): Promise<void> {
  defineAll(await loadPaymentElements());
}

/** Whether the element of a step is fetched on demand. */
export function isOnDemand(step: Step): boolean {
  return !(`cr-${step}-step` in STEPS);
}

/** Whether the element of a step is defined. */
export function isDefined(step: Step): boolean {
  return customElements.get(`cr-${step}-step`) !== undefined;
}

function defineAll(elements: Readonly<Record<string, CustomElementConstructor>>) {
  for (const [tag, element] of Object.entries(elements)) if (define(tag, element)) guardUpdates(element);
}
