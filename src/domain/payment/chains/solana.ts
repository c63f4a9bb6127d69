import {base58} from '@scure/base';

import {add} from '../../money.js';
import {tryOrUndefined} from '../../try-or-undefined.js';
import type {Chain} from './chain.js';
import {NOTES, readQuery} from './uri-query.js';

/** Keys of a transfer request (Solana Pay). */
const KEYS = {
  amount: 'amount',
  'spl-token': 'contract',
  reference: 'references',
  memo: 'memo',
  ...NOTES,
} as const;

/** Solana. An address is a public key without a checksum; payment URIs are the transfer requests of Solana Pay. */
export const solana: Chain = {
  name: 'solana',
  schemes: ['solana'],
  words: /^sol(ana)?\b/,
  decimals: 9,
  hasMemo: true,
  coins: ['SOL'],
  isAddress: isPublicKey,
  // A signature.
  transaction: /^[1-9A-HJ-NP-Za-km-z]{86,88}$/,
  explorer: () => 'https://solscan.io/tx/',
  readUri: (path, query) => readQuery(path, query, KEYS),
  /** A token's address can be a token account, which Solana Pay forbids as recipient: only the API can know. */
  writeUri({address, contract, amount, memo}, carried) {
    const references = carried?.references ?? [];
    if ((contract && !carried) || !references.every(isPublicKey)) return undefined;
    const pairs = [
      ['amount', add(amount, '0')],
      ['spl-token', contract],
      ...references.map(reference => ['reference', reference]),
      ['memo', memo],
    ].flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []));
    return `solana:${address}?${pairs.join('&')}`;
  },
};

/** Whether a text is 32 bytes in base58, which takes 32 to 44 characters. Base58 costs the square of a text's length. */
function isPublicKey(text: string): boolean {
  return text.length <= 44 && tryOrUndefined(() => base58.decode(text))?.length === 32;
}
