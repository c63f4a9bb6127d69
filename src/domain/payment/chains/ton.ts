import type {Chain} from './chain.js';
import {readQuery} from './uri-query.js';

/** The Open Network. Payment URIs are its `ton://transfer` links, in the smallest unit of coin or jetton. */
export const ton: Chain = {
  name: 'ton',
  schemes: ['ton'],
  words: /^(ton|gram|the open network)\b/,
  decimals: 9,
  hasMemo: true,
  coins: ['GRAM', 'TON'],
  isAddress: text => /^(0|-1):[\da-f]{64}$/i.test(text) || isFriendlyAddress(text),
  // A hash in hexadecimal or in base64.
  transaction: /^([\da-f]{64}|[\w+/-]{43}=?)$/i,
  explorer: () => 'https://tonviewer.com/transaction/',
  readUri(path, query) {
    const [, address = ''] = /^\/\/transfer\/(.+)$/.exec(path) ?? [];
    return readQuery(address, query, {amount: 'units', text: 'memo', jetton: 'contract'});
  },
  writeUri({address, contract, units, memo}) {
    if (!units) return undefined;
    const jetton = contract ? `jetton=${contract}&` : '';
    const text = memo ? `&text=${encodeURIComponent(memo)}` : '';
    return `ton://transfer/${address}?${jetton}amount=${units}${text}`;
  },
};

/** Flags, workchain, 32 bytes and a CRC-16 of all that, in either base64 (TEP-2). Addresses for test networks are none. */
function isFriendlyAddress(text: string): boolean {
  if (!/^([a-z\d+/]{48}|[\w-]{48})$/i.test(text)) return false;
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Array.from(characters, character => character.charCodeAt(0));
  return crc16(bytes) === 0 && (bytes[0] === 0x11 || bytes[0] === 0x51);
}

/** CRC-16/XMODEM; 0 for bytes that end with their own. */
function crc16(bytes: readonly number[]): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return sum;
}
