import {keccak_256} from '@noble/hashes/sha3.js';

import {decimal} from '../../money.js';
import type {Chain} from './chain.js';
import {readQuery} from './uri-query.js';

/** Block explorers by EIP-155 id, and by the API's name of the network for an order whose network was not listed. */
const EXPLORERS: readonly (readonly [chainId: string, name: RegExp, host: string])[] = [
  ['1', /^eth(ereum)?$/, 'etherscan.io'],
  ['10', /^optimism$/, 'optimistic.etherscan.io'],
  ['56', /^(bnb|bsc|binance)( smart)?( chain)?$/, 'bscscan.com'],
  ['137', /^(polygon|matic)( \(matic\))?$/, 'polygonscan.com'],
  ['480', /^world ?chain$/, 'worldscan.org'],
  ['8453', /^base$/, 'basescan.org'],
  ['42161', /^arbitrum( one)?$/, 'arbiscan.io'],
  ['43114', /^avalanche( c-chain)?$/, 'snowtrace.io'],
];

/** Ethereum and every network of its kind, each with its EIP-155 id. Payment URIs are those of ERC-681. */
export const evm: Chain = {
  name: 'ethereum',
  schemes: ['ethereum'],
  words: /^eth|^base|polygon|matic|arbitrum|optimism|^bnb|^bsc|avalanche/,
  decimals: 18,
  // Some wallets pay a token's contract when they scan a link.
  drawsAddressFirst: true,
  isAddress: isEvmAddress,
  transaction: /^0x[\da-f]{64}$/i,
  explorer({chainId, name}) {
    const found = EXPLORERS.find(([id, names]) =>
      chainId ? id === chainId : names.test(name.toLowerCase()),
    );
    return found && `https://${found[2]}/tx/`;
  },
  readUri(path, query) {
    const [, target = '', chainId, isToken] =
      /^(?:pay-)?(0x[\da-f]{40})(?:@(\d{1,20}))?(\/transfer)?$/i.exec(path) ?? [];
    const read = isToken
      ? readQuery('', query, {address: 'address', uint256: 'units'}, readNumber)
      : readQuery(target, query, {value: 'units'}, readNumber);
    return read && {...read, chainId, contract: isToken && target};
  },
  writeUri({address, contract, chainId, units}) {
    if (!chainId || !units) return undefined;
    return contract
      ? `ethereum:${contract}@${chainId}/transfer?address=${address}&uint256=${units}`
      : `ethereum:${address}@${chainId}?value=${units}`;
  },
};

/** Reads a number of ERC-681, whose exponent is part of the standard; `undefined` for anything else. */
function readNumber(text = ''): string | undefined {
  return /^\d+(\.\d+)?(e\d{1,2})?$/i.test(text) ? decimal(text) : undefined;
}

/** EIP-55: a letter is upper case where the hash of the address has 8 or more. One case throughout has no checksum. */
export function isEvmAddress(text: string): boolean {
  if (!/^0x[\da-f]{40}$/i.test(text)) return false;
  const digits = text.slice(2);
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return true;
  const hash = keccak_256(new TextEncoder().encode(lower));
  return [...lower].every((digit, at) => {
    const half = (hash[at >> 1] ?? 0) >> (at % 2 ? 0 : 4);
    return digits[at] === ((half & 15) > 7 ? digit.toUpperCase() : digit);
  });
}
