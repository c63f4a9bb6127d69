import {compare, plainDecimal} from '../money.js';
import {MEMO_NAME, plainFieldName} from './memo-names.js';

/** Payment in a text of a chain that is not known. */
export interface PlainPayment {
  readonly amount?: string | undefined;
  readonly memo?: string | undefined;
}

/** Matches one key with its value. A plus sign and an escape have more than one reading. */
const PAIR = /^([a-z_-]{1,32})=([\w.:-]{1,128})$/i;

/**
 * Reads the API's text of a chain that is not known: the order's address, after a scheme or alone, with an amount and a memo
 * in its query (`ADDRESS?dt=495`, `xrpl:ADDRESS?amount=21.5&dt=495`). `undefined` where a part of it is not understood: it
 * could be the memo without which the payment is credited to no order.
 */
export function readPlainText(text: string, address: string): PlainPayment | undefined {
  const [, path, query] = /^(?:[a-z][a-z+.-]*:(?:\/\/)?)?([\w.-]+)(?:\?(.*))?$/is.exec(text) ?? [];
  if (path !== address) return undefined;
  const found: {amount?: string; memo?: string} = {};
  for (const pair of query?.split('&') ?? []) {
    const [, name = '', value = ''] = PAIR.exec(pair) ?? [];
    const key = keyOf(name);
    if (!key || key in found) return undefined;
    found[key] = value;
  }
  const amount = plainDecimal(found.amount);
  return found.amount === undefined || amount !== undefined ? {...found, amount} : undefined;
}

/** Returns what a key of a query says; `undefined` for an unknown key. Monero's is `tx_amount`. */
function keyOf(name: string): keyof PlainPayment | undefined {
  if (/^(tx_)?amount$/i.test(name)) return 'amount';
  const plain = plainFieldName(name);
  return plain === 'text' || MEMO_NAME.test(plain) ? 'memo' : undefined;
}

/** Whether a text names another amount than any of those that an order can ask for. */
export function namesOtherAmount({amount}: PlainPayment, asked: readonly string[]): boolean {
  return amount !== undefined && !asked.some(one => compare(amount, one) === 0);
}
