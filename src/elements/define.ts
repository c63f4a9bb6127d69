import {CrBrandStep} from './steps/cr-brand-step.js';
import {CrDetailsStep} from './steps/cr-details-step.js';
import {CrDoneStep} from './steps/cr-done-step.js';
import {CrPaymentDetails} from './steps/cr-payment-details.js';
import {CrPaymentStep} from './steps/cr-payment-step.js';
import {CrQuoteStep} from './steps/cr-quote-step.js';
import {CrReviewStep} from './steps/cr-review-step.js';
import {CrBrandGrid} from './widgets/cr-brand-grid.js';
import {CrCopyButton} from './widgets/cr-copy-button.js';
import {CrCountdown} from './widgets/cr-countdown.js';
import {CrQrCode} from './widgets/cr-qr-code.js';

/** Defines a tag unless the page has it already; answers whether it did. The first copy of a script wins. */
export function define(tag: string, element: CustomElementConstructor): boolean {
  if (customElements.get(tag)) return false;
  customElements.define(tag, element);
  return true;
}

/** Every element inside `<cr-checkout>`. */
const PARTS = {
  'cr-brand-step': CrBrandStep,
  'cr-quote-step': CrQuoteStep,
  'cr-details-step': CrDetailsStep,
  'cr-review-step': CrReviewStep,
  'cr-payment-step': CrPaymentStep,
  'cr-payment-details': CrPaymentDetails,
  'cr-done-step': CrDoneStep,
  'cr-brand-grid': CrBrandGrid,
  'cr-qr-code': CrQrCode,
  'cr-copy-button': CrCopyButton,
  'cr-countdown': CrCountdown,
};

/** Defines the elements inside. Importing the class of `<cr-checkout>` alone registers nothing. */
export function defineInside() {
  for (const [tag, element] of Object.entries(PARTS)) define(tag, element);
}
