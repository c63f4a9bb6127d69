const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** What `checksum` comes to in a text without mistakes. */
export const BECH32 = 1;
export const BECH32M = 0x2bc830a3;

export interface Bech32 {
  /** Everything before the last `1`, in lower case. */
  readonly prefix: string;
  /** Numbers of five bits, without the six of the checksum. */
  readonly words: readonly number[];
  /** `BECH32` (BIP 173, BOLT 11) or `BECH32M` (BIP 350); any other number is a mistake. */
  readonly checksum: number;
}

/** Reads a text in the form of BIP 173, of any length. `undefined` for other forms, and for upper and lower case mixed. */
export function decodeBech32(text: string): Bech32 | undefined {
  const lower = text.toLowerCase();
  const at = lower.lastIndexOf('1');
  const words = [...lower.slice(at + 1)].map(character => ALPHABET.indexOf(character));
  const isMixed = text !== lower && text !== text.toUpperCase();
  if (isMixed || at < 1 || words.length < 6 || words.includes(-1)) return undefined;
  const prefix = lower.slice(0, at);
  const codes = [...prefix].map(character => character.charCodeAt(0));
  const checksum = polymod([...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31), ...words]);
  return {prefix, words: words.slice(0, -6), checksum};
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((constant, bit) => {
      if ((top >> bit) & 1) sum ^= constant;
    });
  }
  return sum;
}

/** Whether words are a witness program (BIP 141) that their checksum is right for (BIP 350). */
export function isWitnessProgram({words, checksum}: Bech32): boolean {
  const [version = 17] = words;
  const bits = (words.length - 1) * 5;
  const length = bits >> 3;
  const spare = bits & 7;
  const isPadded = spare < 5 && ((words.at(-1) ?? 0) & ((1 << spare) - 1)) === 0;
  const isRightLength = version === 0 ? length === 20 || length === 32 : length >= 2 && length <= 40;
  return version <= 16 && isPadded && isRightLength && checksum === (version === 0 ? BECH32 : BECH32M);
}
