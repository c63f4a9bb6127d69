/** Fetches the elements of the steps after the quote. The one file takes `bundled-payment-elements.ts` in the place of this. */
export const loadPaymentElements = async () => (await import('./payment-elements.js')).paymentElements;
