import {CrBrandGrid} from './cr-brand-grid.js';
import {CrBrandStep} from './cr-brand-step.js';
import {CrCopy} from './cr-copy.js';
import {CrCountdown} from './cr-countdown.js';
import {CrDetailsStep} from './cr-details-step.js';
import {CrDoneStep} from './cr-done-step.js';
import {CrPaymentStep} from './cr-payment-step.js';
import {CrQr} from './cr-qr.js';
import {CrQuoteStep} from './cr-quote-step.js';
import {CrReview} from './cr-review.js';

const INNER_ELEMENTS = {
  'cr-brand-grid': CrBrandGrid,
  'cr-brand-step': CrBrandStep,
  'cr-quote-step': CrQuoteStep,
  'cr-details-step': CrDetailsStep,
  'cr-review': CrReview,
  'cr-payment-step': CrPaymentStep,
  'cr-done-step': CrDoneStep,
  'cr-qr': CrQr,
  'cr-copy': CrCopy,
  'cr-countdown': CrCountdown,
};

/** Defines a tag unless the page has it already; answers whether it did. The first copy of a script wins. */
export function define(tag: string, element: CustomElementConstructor): boolean {
  if (customElements.get(tag)) return false;
  customElements.define(tag, element);
  return true;
}

/** Defines the elements that `<cr-checkout>` is made of. Importing its class alone registers nothing. */
export function defineInnerElements() {
  for (const [tag, element] of Object.entries(INNER_ELEMENTS)) define(tag, element);
}
