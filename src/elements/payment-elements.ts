import {CrDetailsStep} from './steps/cr-details-step.js';
import {CrDoneStep} from './steps/cr-done-step.js';
import {CrPaymentDetails} from './steps/cr-payment-details.js';
import {CrPaymentStep} from './steps/cr-payment-step.js';
import {CrReviewStep} from './steps/cr-review-step.js';
import {CrCopyButton} from './widgets/cr-copy-button.js';
import {CrCountdown} from './widgets/cr-countdown.js';
import {CrQrCode} from './widgets/cr-qr-code.js';

/** Elements of the steps after the quote, by tag: in a bundle they are a file of their own. */
export const paymentElements = {
  'cr-details-step': CrDetailsStep,
  'cr-review-step': CrReviewStep,
  'cr-payment-step': CrPaymentStep,
  'cr-payment-details': CrPaymentDetails,
  'cr-done-step': CrDoneStep,
  'cr-qr-code': CrQrCode,
  'cr-copy-button': CrCopyButton,
  'cr-countdown': CrCountdown,
};
