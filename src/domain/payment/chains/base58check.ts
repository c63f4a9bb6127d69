import {sha256} from '@noble/hashes/sha2.js';
import {createBase58check} from '@scure/base';

import {tryOrUndefined} from '../../try-or-undefined.js';

const base58check = createBase58check(sha256);

/** Version, 20 bytes of a hash and a checksum take 25 to 35 characters. Base58 costs the square of a text's length. */
const LONGEST = 35;

/** Whether a text is a base58check address with one of these first bytes (what it pays to: a key, a script). */
export function isBase58Check(text: string, versions: readonly number[]): boolean {
  if (text.length > LONGEST) return false;
  const bytes = tryOrUndefined(() => base58check.decode(text));
  return bytes?.length === 21 && versions.includes(bytes[0] ?? -1);
}
