import {sha256} from '@noble/hashes/sha2.js';
import {base58} from '@scure/base';

import {tryOrUndefined} from '../../try-or-undefined.js';

/** Version, 20 bytes of a hash and a checksum take 25 to 35 characters. Base58 costs the square of a text's length. */
const LONGEST = 35;

/**
 * Whether a text is a base58check address with one of these first bytes (what it pays to: a key, a script). Its last 4 bytes
 * are the first of the hash of the hash of the others.
 */
export function isBase58Check(text: string, versions: readonly number[]): boolean {
  if (text.length > LONGEST) return false;
  const bytes = tryOrUndefined(() => base58.decode(text)) ?? new Uint8Array();
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return (
    bytes.length === 25 &&
    versions.includes(bytes[0] ?? -1) &&
    [0, 1, 2, 3].every(at => bytes[21 + at] === sum[at])
  );
}
