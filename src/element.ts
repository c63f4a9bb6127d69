/** The class of `<cr-checkout>` and its types. Importing this registers nothing. */
export type {ErrorCode} from './api/errors.js';
export type {CheckoutAttributes, CheckoutProperties, Theme} from './elements/attributes.js';
export type {
  BeforeOrderDetail,
  CheckoutEventDetails,
  CheckoutEventMap,
  DoneDetail,
  ErrorDetail,
  OrderChangeDetail,
  OrderCreatedDetail,
  OrderFailedDetail,
  QuoteDetail,
  ReadyDetail,
  StepChangeDetail,
} from './elements/checkout-events.js';
export type {CheckoutState} from './elements/checkout-state.js';
export {CrCheckout} from './elements/cr-checkout.js';
export type {MessageOverrides} from './locales/overrides.js';
export {version} from './version.js';
