import {paymentElements} from './payment-elements.js';

/** Returns the elements of an order that exists, which the one file has inside. */
export const loadPaymentElements = async () => paymentElements;
