import type {PaymentUri} from './chains/chain.js';
import {chainOfScheme} from './chains/index.js';

/** Characters of the longest URI that is read: more than a QR code holds. */
const LONGEST = 4500;

/** Matches printable ASCII without an escape, which could hide another link. */
const PATH = /^[!"$&-~]*$/;
const QUERY = /^[!"$-~]*$/;

/**
 * Reads a payment URI: BIP 321 and its like for Litecoin and Dogecoin, BOLT 11, ERC-681, Solana Pay, `ton://transfer`, and
 * the forms in use for Tron and Sui. `undefined` for a scheme that is none of them; an empty address where the rest of the
 * URI is not understood word by word.
 */
export function readPaymentUri(text: string): PaymentUri | undefined {
  const [, scheme = ''] = /^([a-z]{1,20}):/i.exec(text) ?? [];
  const chain = chainOfScheme(scheme);
  if (!chain) return undefined;
  const [, path = '', query = ''] = /^:([^?]*)\??(.*)$/s.exec(text.slice(scheme.length)) ?? [];
  const isPlain = text.length <= LONGEST && PATH.test(path) && QUERY.test(query);
  const read = isPlain ? chain.readUri(path, query) : undefined;
  return {chain: chain.name, ...(read?.address ? read : {address: ''})};
}
