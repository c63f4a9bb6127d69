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
  const isMail = /^mailto:/i.test(supportUrl);
  const [, base = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(supportUrl) ?? [];
  const [order, about] = isMail ? ['subject', 'body'] : ['order', 'transaction'];
  const added = [[order, plainOrderId(orderId)], ...(transaction ? [[about, transaction]] : [])] as const;
  const kept = query.split('&').filter(pair => pair && !added.some(([name]) => pair.startsWith(`${name}=`)));
  const pairs = [...kept, ...added.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`)];
  return `${base}?${pairs.join('&')}${hash}`;
}
