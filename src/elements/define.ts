import {loadPaymentElements} from './load-payment-elements.js';
import {CrBrandStep} from './steps/cr-brand-step.js';
import {CrDetailsStep} from './steps/cr-details-step.js';
import {CrQuoteStep} from './steps/cr-quote-step.js';
import {CrReviewStep} from './steps/cr-review-step.js';
import {CrBrandGrid} from './widgets/cr-brand-grid.js';

const STEPS = {
  'cr-brand-step': CrBrandStep,
  'cr-quote-step': CrQuoteStep,
  'cr-details-step': CrDetailsStep,
  'cr-review-step': CrReviewStep,
  'cr-brand-grid': CrBrandGrid,
};

/** Defines a tag unless the page has it already. Returns whether it did: the first copy of a script wins. */
export function define(tag: string, element: CustomElementConstructor): boolean {
  if (customElements.get(tag)) return false;
  customElements.define(tag, element);
  return true;
}

/** Defines the elements of the steps before an order exists. Importing the class of `<cr-checkout>` registers nothing. */
export function defineSteps() {
  defineAll(STEPS);
}

/** Fetches and defines the elements of an order that exists. Rejects if their file cannot be fetched. */
export async function definePaymentElements(): Promise<void> {
  defineAll(await loadPaymentElements());
}

/** Whether the elements of an order that exists are defined. */
export function hasPaymentElements(): boolean {
  return customElements.get('cr-payment-step') !== undefined;
}

function defineAll(elements: Readonly<Record<string, CustomElementConstructor>>) {
  for (const [tag, element] of Object.entries(elements)) define(tag, element);
}
