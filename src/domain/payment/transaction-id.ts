import type {Chain} from './chain.js';

/** What the id of a transaction looks like, where it is not 32 bytes in hexadecimal. */
const FORMS: Readonly<Partial<Record<Chain | 'unknown', RegExp>>> = {
  ethereum: /^0x[\da-f]{64}$/i,
  // A signature.
  solana: /^[1-9A-HJ-NP-Za-km-z]{86,88}$/,
  sui: /^[1-9A-HJ-NP-Za-km-z]{43,44}$/,
  ton: /^([\da-f]{64}|[\w+/-]{43}=?)$/i,
  unknown: /^[!-~]{20,128}$/,
};

/** Whether a text can be the id of a transaction on a chain. On a chain that nobody knows, any longer word can. */
export function isTransactionId(chain: Chain | 'unknown' = 'unknown', text: string): boolean {
  return (FORMS[chain] ?? /^[\da-f]{64}$/i).test(text);
}
