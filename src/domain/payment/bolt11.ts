import {bech32} from '@scure/base';

import {decimal} from '../money.js';

/** Amount and expiry of a Lightning invoice. */
export interface Invoice {
  /** In bitcoin, a decimal string; `undefined` where the payer may choose. */
  readonly amount: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Characters of the longest invoice that is read: more than a QR code holds. */
const LONGEST = 4500;

/** Seconds that an invoice holds which names no expiry. */
const EXPIRY = 3600;
/** Powers of ten that an amount is divided by: milli, micro, nano, pico. */
const DIVIDED: Readonly<Record<string, number>> = {m: 3, u: 6, n: 9, p: 12};
/** The tag `x`, for the expiry. */
const EXPIRY_TAG = 6;
/** Words of the time at the start, and of the signature at the end. */
const TIME = 7;
const SIGNATURE = 104;

/** Reads a BOLT 11 invoice for bitcoin's main network; `undefined` for anything else, a wrong checksum included. */
export function readInvoice(text: string): Invoice | undefined {
  if (text.length > LONGEST) return undefined;
  const {prefix = '', words = []} = bech32.decodeUnsafe(text, LONGEST) ?? {};
  const [isMain, digits, divided = ''] = /^lnbc(?:([1-9]\d{0,20})([munp]?))?$/.exec(prefix) ?? [];
  const end = words.length - SIGNATURE;
  if (isMain === undefined || end < TIME) return undefined;
  const amount = digits && decimal(`${digits}e-${DIVIDED[divided] ?? 0}`);
  let expiry = EXPIRY;
  for (let at = TIME; at + 3 <= end; ) {
    const length = toNumber(words.slice(at + 1, at + 3));
    if (words[at] === EXPIRY_TAG) expiry = toNumber(words.slice(at + 3, at + 3 + length));
    at += 3 + length;
  }
  return {amount: amount || undefined, expiresAt: (toNumber(words.slice(0, TIME)) + expiry) * 1000};
}

/** Reads words of five bits as a number, the highest first. */
function toNumber(words: readonly number[]): number {
  return words.reduce((sum, word) => sum * 32 + word, 0);
}
