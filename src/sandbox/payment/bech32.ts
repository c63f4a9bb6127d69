/** The 32 characters of bech32, each at the value that it stands for. */
export const bech32Alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Encodes five-bit words with the checksum of BIP 173, without its limit of 90 characters. Written here because a page
 * can load the sandbox as plain modules, in which the name of a package resolves to nothing.
 */
export function encodeBech32(prefix: string, words: readonly number[]): string {
  const text = [...words, ...checksum(prefix, words)].map(word => bech32Alphabet[word]).join('');
  return `${prefix}1${text}`;
}

function checksum(prefix: string, words: readonly number[]): number[] {
  const codes = [...prefix].map(character => character.charCodeAt(0));
  const expanded = [...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31)];
  const result = polymod([...expanded, ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
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
