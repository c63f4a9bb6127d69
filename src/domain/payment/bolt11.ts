import {decimal} from '../money.js';
import {BECH32, decodeBech32} from './bech32.js';

/** What a Lightning invoice says of itself. */
export interface Invoice {
  /** In bitcoin, a decimal string; absent where the payer may choose. */
  readonly amount: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Seconds that an invoice holds which does not say. */
const EXPIRY = 3600;
/** Powers of ten that an amount is divided by: milli, micro, nano, pico. */
const DIVIDED: Readonly<Record<string, number>> = {m: 3, u: 6, n: 9, p: 12};
/** The tag `x`, for the expiry. */
const EXPIRY_TAG = 6;
/** Words of the time at the start, and of the signature at the end. */
const TIME = 7;
const SIGNATURE = 104;

/** Reads a BOLT 11 invoice for bitcoin's main network. `undefined` for anything else, a wrong checksum included. */
export function readInvoice(text: string): Invoice | undefined {
  const {prefix = '', words = [], checksum} = decodeBech32(text) ?? {};
  const [isMain, digits, divided = ''] = /^lnbc(?:([1-9]\d*)([munp]?))?$/.exec(prefix) ?? [];
  const end = words.length - SIGNATURE;
  if (isMain === undefined || checksum !== BECH32 || end < TIME) return undefined;
  const amount = digits && decimal(`${digits}e-${DIVIDED[divided] ?? 0}`);
  let expiry = EXPIRY;
  for (let at = TIME; at + 3 <= end; ) {
    const length = numberOf(words.slice(at + 1, at + 3));
    if (words[at] === EXPIRY_TAG) expiry = numberOf(words.slice(at + 3, at + 3 + length));
    at += 3 + length;
  }
  return {amount: amount || undefined, expiresAt: (numberOf(words.slice(0, TIME)) + expiry) * 1000};
}

function numberOf(words: readonly number[]): number {
  return words.reduce((sum, word) => sum * 32 + word, 0);
}
