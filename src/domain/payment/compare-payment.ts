import {compare} from '../money.js';
import type {Order} from '../types.js';
import {readInvoice} from './bolt11.js';
import type {ExpectedPayment, PaymentUri} from './chains/chain.js';
import {chainNamed} from './chains/index.js';
import {normalizeAddress} from './chains/normalize-address.js';

/** Whether a URI asks for exactly this payment: chain, recipient, asset, memo and amount. */
export function matchesExactly(uri: PaymentUri, expected: ExpectedPayment): boolean {
  return (
    expected.units !== undefined &&
    uri.chain === expected.chain &&
    isSameAddress(uri.address, expected.address) &&
    (isSameAddress(uri.contract, expected.contract) || chainNamed(uri.chain)?.namesNoToken === true) &&
    (uri.chainId ?? '') === (expected.chainId ?? '') &&
    (uri.memo ?? '') === (expected.memo ?? '') &&
    (!uri.invoice || isInvoiceOver(uri.invoice, expected.amount)) &&
    (isSame(uri.amount, expected.amount) || isSame(uri.units, expected.units))
  );
}

/**
 * Whether a URI asks for something else, as far as the payment is known: without its asset, only the recipient and the
 * chain can be compared. A memo that the URI leaves out is no contradiction.
 */
export function contradicts(uri: PaymentUri, expected: ExpectedPayment): boolean {
  if (expected.units !== undefined)
    return !matchesExactly({...uri, memo: uri.memo ?? expected.memo}, expected);
  const isOtherChain = expected.chain !== undefined && uri.chain !== expected.chain;
  return isOtherChain || !isSameAddress(uri.address, expected.address);
}

/** Whether an invoice asks for exactly an amount. */
export function isInvoiceOver(invoice: string, amount: string): boolean {
  return isSame(readInvoice(invoice)?.amount, amount);
}

/**
 * Whether a text without a scheme that we know is for another payment. An address must be the order's, and anything else
 * must at least end with it, or with the amount: more could be a tag without which a payment is lost.
 */
export function isForAnotherPayment(
  text: string,
  {address, coinAmount}: Pick<Order, 'coinAmount'> & {readonly address: string},
): boolean {
  return /[:?]/.test(text)
    ? ![address, `${address}?amount=${coinAmount}`].some(end => text.endsWith(end))
    : !isSameAddress(text, address);
}

function isSameAddress(one = '', other = ''): boolean {
  return normalizeAddress(one) === normalizeAddress(other);
}

function isSame(amount: string | undefined, expected: string | undefined): boolean {
  return amount !== undefined && expected !== undefined && compare(amount, expected) === 0;
}
