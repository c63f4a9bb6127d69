import {seededRandom} from '../support/seeded-random.js';
import {bech32Alphabet, encodeBech32} from './bech32.js';

export interface InvoiceInput {
  /** Bitcoin, as a decimal string with up to 8 places. */
  readonly coinAmount: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly orderId: string;
  /** Seconds until it expires. */
  readonly window: number;
  /** Network of the invoice. Default: `lnbc`, Bitcoin's main network. */
  readonly prefix?: string;
}

/** BOLT 9: `var_onion_optin` and `payment_secret`; an invoice with a secret must set both. */
const features = [16, 8, 0];
/** The word `sandbox`. */
const description = '73616e64626f78';
/** The x of secp256k1's base point: decoders recover a public key from any signature that begins with it. */
const basePoint = '79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798';

/**
 * Writes a BOLT 11 invoice over the order's amount, with a valid checksum and an invented signature: decoders read it,
 * and no node will pay it.
 */
export function invoice({coinAmount, createdAt, orderId, window, prefix = 'lnbc'}: InvoiceInput): string {
  const random = seededRandom('invoice', orderId);
  const hex = (length: number) => random.text(length, '0123456789abcdef');
  const hash = () => hexToWords(hex(64));
  // Tags by their letter: p payment hash, s payment secret, d description, x expiry, 9 features.
  return encodeBech32(`${prefix}${shortestAmount(coinAmount)}`, [
    ...numberToWords(createdAt, 7),
    ...tag('p', hash()),
    ...tag('s', hash()),
    ...tag('d', hexToWords(description)),
    ...tag('x', numberToWords(window, 4)),
    ...tag('9', features),
    ...hexToWords(`${basePoint}0${hex(63)}00`),
  ]);
}

/** Spells an amount with the largest multiplier that fits: `n` is 0.1 satoshi, `u` and `m` a thousand of the one before. */
function shortestAmount(coinAmount: string): string {
  const [whole = '0', fraction = ''] = coinAmount.split('.');
  const tenths = BigInt(whole + fraction.padEnd(8, '0')) * 10n;
  const fits = (step: bigint) => tenths % step === 0n;
  if (fits(1_000_000_000n)) return String(tenths / 1_000_000_000n);
  if (fits(1_000_000n)) return `${tenths / 1_000_000n}m`;
  return fits(1000n) ? `${tenths / 1000n}u` : `${tenths}n`;
}

function tag(letter: string, words: readonly number[]): number[] {
  return [bech32Alphabet.indexOf(letter), words.length >> 5, words.length & 31, ...words];
}

/** Splits hexadecimal digits into five-bit words; the last one is padded with zero bits. */
function hexToWords(hex: string): number[] {
  const bits = [...hex].map(digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map(word => Number.parseInt(word.padEnd(5, '0'), 2));
}

/** Writes a number as so many five-bit words. */
function numberToWords(value: number, count: number): number[] {
  return Array.from({length: count}, (_, index) => Math.floor(value / 32 ** (count - 1 - index)) % 32);
}
