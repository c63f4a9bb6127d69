import type {Chain} from './chain.js';
import {NOTES, readQuery} from './uri-query.js';

/** Matches Sui's own coin, spelled as a type. */
const OWN_COIN = /^0x0*2::sui::SUI$/;

const KEYS = {receiver: 'address', amount: 'units', coinType: 'contract', nonce: '', ...NOTES} as const;

/** Sui. Its payment links are an experiment that wallets do not scan: they are read, and never written. */
export const sui: Chain = {
  name: 'sui',
  schemes: ['sui'],
  words: /^sui\b/,
  decimals: 9,
  coins: ['SUI'],
  isAddress: text => /^0x[\da-f]{64}$/i.test(text),
  transaction: /^[1-9A-HJ-NP-Za-km-z]{43,44}$/,
  explorer: () => 'https://suiscan.xyz/mainnet/tx/',
  readUri(path, query) {
    const read = path === 'pay' ? readQuery('', query, KEYS) : undefined;
    return read && {...read, contract: read.contract?.replace(OWN_COIN, '')};
  },
};
