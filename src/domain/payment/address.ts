import {decodeBase58} from './base58.js';
import {decodeBech32, isWitnessProgram} from './bech32.js';
import {readInvoice} from './bolt11.js';
import type {Chain} from './chain.js';
import {keccak256} from './keccak.js';

/** Hashes bytes by SHA-256. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** The platform's; pages that are not served securely have none. */
export const platformDigest: Digest | undefined =
  globalThis.crypto?.subtle && (bytes => crypto.subtle.digest('SHA-256', bytes));

/** First byte of a base58check address: paid to a key, or to a script. */
const VERSIONS: Readonly<Partial<Record<Chain, readonly number[]>>> = {
  bitcoin: [0, 5],
  litecoin: [48, 50, 5],
  dogecoin: [30, 22],
  tron: [65],
};

/**
 * Whether a text is an address of a chain, its checksum included where the chain has one: base58check (Bitcoin, Litecoin,
 * Dogecoin, Tron), bech32 and bech32m (Bitcoin, Litecoin), BOLT 11, EIP-55 where upper and lower case are mixed, CRC-16
 * (TON). Solana and Sui have none: length and alphabet alone. So it is for base58check without a `digest`. On a chain that
 * nobody knows, anything that could be an address is one, unless it looks like an address of an EVM chain.
 */
export async function isAddress(
  chain: Chain | undefined,
  text: string,
  digest: Digest | undefined = platformDigest,
): Promise<boolean> {
  switch (chain) {
    case 'bitcoin':
    case 'litecoin':
    case 'dogecoin':
    case 'tron':
      return isWitness(chain, text) || isBase58Check(VERSIONS[chain] ?? [], text, digest);
    case 'lightning':
      return readInvoice(text) !== undefined;
    case 'ethereum':
      return isEvm(text);
    case 'solana':
      return decodeBase58(text)?.length === 32;
    case 'ton':
      return /^(0|-1):[\da-f]{64}$/i.test(text) || isTonFriendly(text);
    case 'sui':
      return /^0x[\da-f]{64}$/i.test(text);
    case undefined:
      return /^0x[\da-f]{40}$/i.test(text) ? isEvm(text) : /^[!-~]{4,256}$/.test(text);
  }
}

/** The writing in which two addresses that differ in case alone are the same. */
export function normalizeAddress(address: string): string {
  return address.startsWith('0x') || decodeBech32(address) ? address.toLowerCase() : address;
}

function isWitness(chain: Chain, text: string): boolean {
  const found = decodeBech32(text);
  const isOurs =
    (chain === 'bitcoin' && found?.prefix === 'bc') || (chain === 'litecoin' && found?.prefix === 'ltc');
  return found !== undefined && isOurs && text.length <= 90 && isWitnessProgram(found);
}

async function isBase58Check(versions: readonly number[], text: string, digest: Digest | undefined) {
  const bytes = decodeBase58(text);
  if (bytes?.length !== 25 || !versions.includes(bytes[0] ?? -1)) return false;
  if (!digest) return true;
  const hash = new Uint8Array(await digest(new Uint8Array(await digest(bytes.slice(0, 21)))));
  return bytes.slice(21).every((byte, at) => byte === hash[at]);
}

/** EIP-55: a letter is upper case where the hash of the address has 8 or more. One case throughout has no checksum. */
function isEvm(text: string): boolean {
  if (!/^0x[\da-f]{40}$/i.test(text)) return false;
  const digits = text.slice(2);
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return true;
  const hash = keccak256(lower);
  return [...lower].every(
    (digit, at) => digits[at] === ((hash[at] ?? '') > '7' ? digit.toUpperCase() : digit),
  );
}

/** Flags, workchain, 32 bytes and a CRC-16 (XMODEM) of all that, in either base64. Addresses for test networks are none. */
function isTonFriendly(text: string): boolean {
  if (!/^([\w-]{48}|[A-Za-z\d+/]{48})$/.test(text)) return false;
  const bytes = [...atob(text.replaceAll('-', '+').replaceAll('_', '/'))].map(byte => byte.charCodeAt(0));
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return sum === 0 && (bytes[0] === 0x11 || bytes[0] === 0x51);
}
