import {digitsOf} from './random.js';

export interface InvoiceInput {
  readonly coinAmount: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly orderId: string;
}

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** Seconds; the invoice runs as long as the order. */
const expiry = 1800;

/**
 * A BOLT11 invoice over the order's amount, with a right checksum and a made-up signature: decoders read it, and no
 * node will pay it.
 */
export function invoice({coinAmount, createdAt, orderId}: InvoiceInput): string {
  const digits = digitsOf('invoice', orderId);
  const words = (count: number) => Array.from({length: count}, () => digits.below(32));
  // Tags by their letter: p payment hash, s payment secret, d description, x expiry.
  const data = [
    ...toWords(createdAt, 7),
    ...tag('p', words(52)),
    ...tag('s', words(52)),
    ...tag('d', describe('sandbox')),
    ...tag('x', toWords(expiry, 3)),
    ...words(104),
  ];
  const prefix = `lnbc${nanobitcoin(coinAmount)}n`;
  const checked = [...data, ...checksum(prefix, data)];
  return `${prefix}1${checked.map(word => alphabet[word]).join('')}`;
}

/** A tenth of a satoshi is one part in ten thousand million: the multiplier `n` takes satoshis times ten. */
function nanobitcoin(coinAmount: string): string {
  const [whole = '0', fraction = ''] = coinAmount.split('.');
  return String(BigInt(whole + fraction.padEnd(8, '0')) * 10n);
}

function tag(letter: string, words: readonly number[]): number[] {
  return [alphabet.indexOf(letter), words.length >> 5, words.length & 31, ...words];
}

/** Eight-bit characters as five-bit words, the last one filled up with zeros. */
function describe(text: string): number[] {
  const bits = [...text].map(character => character.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map(word => Number.parseInt(word.padEnd(5, '0'), 2));
}

function toWords(value: number, count: number): number[] {
  return Array.from({length: count}, (_, index) => Math.floor(value / 32 ** (count - 1 - index)) % 32);
}

/** Bech32 of BIP 173. */
function checksum(prefix: string, data: readonly number[]): number[] {
  const codes = [...prefix].map(character => character.charCodeAt(0));
  const values = [
    ...codes.map(code => code >> 5),
    0,
    ...codes.map(code => code & 31),
    ...data,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const result = polymod(values) ^ 1;
  return Array.from({length: 6}, (_, index) => (result >> (5 * (5 - index))) & 31);
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generator.forEach((constant, bit) => {
      if ((top >> bit) & 1) sum ^= constant;
    });
  }
  return sum;
}
