import {paymentElements} from './payment-elements.js';

/** Returns the elements of the steps after the quote, which the one file has inside. */
export const loadPaymentElements = async () => paymentElements;
