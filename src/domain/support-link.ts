/** Returns the order's id as the API knows it, without our proxy's signature, with which the order could be read. */
export function plainOrderId(orderId: string): string {
  return orderId.replace(/\..*/, '');
}

/** Whether two ids are of one order: a proxy's signature changes with its secrets. */
export function isSameOrderId(one: string, other: string): boolean {
  return one === other || plainOrderId(one) === plainOrderId(other);
}

/**
 * Adds an order and a transaction to a link to support: as `order` and `transaction` to the query of a page, as subject and
 * body to an e-mail. The rest of the link stays as it is.
 */
export function supportLink(supportUrl: string, orderId: string, transaction = ''): string {
  if (!URL.canParse(supportUrl)) return supportUrl;
  const url = new URL(supportUrl);
  const [order, about] = url.protocol === 'mailto:' ? ['subject', 'body'] : ['order', 'transaction'];
  url.searchParams.set(order, plainOrderId(orderId));
  if (transaction) url.searchParams.set(about, transaction);
  return url.href;
}
