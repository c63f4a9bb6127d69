import {plainDecimal} from '../../money.js';
import {ownValue} from '../../own-value.js';
import {tryOrUndefined} from '../../try-or-undefined.js';
import type {ReadUri} from './chain.js';

/** Fields of a payment by the keys of a query that name them; '' for a key that changes nothing of what is paid. */
export type QueryKeys = Readonly<Record<string, Exclude<keyof ReadUri, 'chainId'> | ''>>;

/** Keys of texts for the payer (BIP 321, Solana Pay). */
export const NOTES = {label: '', message: ''} as const;

/**
 * Reads the query of a payment URI for an address. `undefined` where it has a key that is not among `keys`, where a key is
 * written in another way than plainly, stands there twice, or has a value that cannot be decoded or holds a plus sign, which
 * is a space to some readers: any of it could change what is paid. References alone may be several (Solana Pay).
 */
export function readQuery(
  address: string,
  query: string,
  keys: QueryKeys,
  toNumber = plainDecimal,
): ReadUri | undefined {
  const seen = new Set<string>();
  const read: {-readonly [Key in keyof ReadUri]: ReadUri[Key]} = {address};
  for (const pair of query ? query.split('&') : []) {
    const [, key = '', raw = ''] = /^([^=]+)=([^+]*)$/.exec(pair) ?? [];
    const field = ownValue(keys, key);
    const value = tryOrUndefined(() => decodeURIComponent(raw));
    if (field === undefined || value === undefined || (seen.has(key) && field !== 'references'))
      return undefined;
    seen.add(key);
    if (field === 'references') read.references = [...(read.references ?? []), value];
    else if (field === 'amount' || field === 'units') read[field] = toNumber(value);
    else if (field) read[field] = value;
  }
  return read;
}
