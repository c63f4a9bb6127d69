import {seededRandom} from '../support/seeded-random.js';

export interface InvoiceInput {
  readonly coinAmount: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly orderId: string;
  /** Seconds until it expires. */
  readonly window: number;
  /** Network of the invoice; `lnbc`, Bitcoin's own, unless said. */
  readonly prefix?: string;
}

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** BOLT 9: `var_onion_optin` and `payment_secret`, without which a secret makes no sense. */
const features = [16, 8, 0];
/** The word `sandbox`. */
const description = '73616e64626f78';
/** The base point of secp256k1 by its x: any signature that begins so gives decoders some public key. */
const basePoint = '79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798';

/**
 * A BOLT 11 invoice over the order's amount, with a right checksum and a made-up signature: decoders read it, and no
 * node will pay it.
 */
export function invoice({coinAmount, createdAt, orderId, window, prefix = 'lnbc'}: InvoiceInput): string {
  const digits = seededRandom('invoice', orderId);
  const hex = (length: number) => digits.text(length, '0123456789abcdef');
  const hash = () => toFives(hex(64));
  // Tags by their letter: p payment hash, s payment secret, d description, x expiry, 9 features.
  const data = [
    ...toWords(createdAt, 7),
    ...tag('p', hash()),
    ...tag('s', hash()),
    ...tag('d', toFives(description)),
    ...tag('x', toWords(window, 4)),
    ...tag('9', features),
    ...toFives(`${basePoint}0${hex(63)}00`),
  ];
  const readable = `${prefix}${amountOf(coinAmount)}`;
  const checked = [...data, ...checksum(readable, data)];
  return `${readable}1${checked.map(word => alphabet[word]).join('')}`;
}

/** The shortest spelling: `n` is a tenth of a satoshi, and each multiplier above it a thousand of the one below. */
function amountOf(coinAmount: string): string {
  const [whole = '0', fraction = ''] = coinAmount.split('.');
  const tenths = BigInt(whole + fraction.padEnd(8, '0')) * 10n;
  const fits = (step: bigint) => tenths % step === 0n;
  if (fits(1_000_000_000n)) return String(tenths / 1_000_000_000n);
  if (fits(1_000_000n)) return `${tenths / 1_000_000n}m`;
  return fits(1000n) ? `${tenths / 1000n}u` : `${tenths}n`;
}

function tag(letter: string, words: readonly number[]): number[] {
  return [alphabet.indexOf(letter), words.length >> 5, words.length & 31, ...words];
}

/** Hexadecimal digits as five-bit words, the last one filled up with zeros. */
function toFives(hex: string): number[] {
  const bits = [...hex].map(digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
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
