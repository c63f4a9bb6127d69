import {orderTools} from '../controllers/order-tools.js';
import {CrCopy} from './cr-copy.js';
import {CrCountdown} from './cr-countdown.js';
import {CrDetailsStep} from './cr-details-step.js';
import {CrDoneStep} from './cr-done-step.js';
import {CrInstruction} from './cr-instruction.js';
import {CrPaymentStep} from './cr-payment-step.js';
import {CrQr} from './cr-qr.js';
import {CrQuoteStep} from './cr-quote-step.js';
import {CrReview} from './cr-review.js';

export {orderTools};

/** What is needed once a brand has been picked or an order is open. */
export const laterSteps = {
  'cr-quote-step': CrQuoteStep,
  'cr-details-step': CrDetailsStep,
  'cr-review': CrReview,
  'cr-payment-step': CrPaymentStep,
  'cr-instruction': CrInstruction,
  'cr-done-step': CrDoneStep,
  'cr-qr': CrQr,
  'cr-copy': CrCopy,
  'cr-countdown': CrCountdown,
};
