/** The order's id as the API knows it: our proxy's signature, with which an order can be read, is nobody else's business. */
export function plainOrderId(orderId: string): string {
  return orderId.replace(/\..*/, '');
}

/**
 * A link to support that says what it is about: `order` and `transaction` in the query of a page, subject and body of an
 * e-mail. The rest of the link stays as it is.
 */
export function supportLink(supportUrl: string, orderId: string, transaction = ''): string {
  if (!URL.canParse(supportUrl)) return supportUrl;
  const url = new URL(supportUrl);
  const [order, about] = url.protocol === 'mailto:' ? ['subject', 'body'] : ['order', 'transaction'];
  url.searchParams.set(order, plainOrderId(orderId));
  if (transaction) url.searchParams.set(about, transaction);
  return url.href;
}
