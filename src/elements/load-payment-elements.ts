/** Fetches the elements of an order that exists. The one file takes `bundled-payment-elements.ts` in the place of this. */
export const loadPaymentElements = async () => (await import('./payment-elements.js')).paymentElements;
