import type {Chain} from './chain.js';
import {plainDecimal, readQuery} from './uri-query.js';

/** Matches Sui's own coin, spelled as a type. */
const OWN_COIN = /^0x0*2::sui::SUI$/;

const KEYS = ['receiver', 'amount', 'coinType', 'nonce', 'label', 'message'];

/** Sui. Its payment links are an experiment that wallets do not scan: they are read, and never written. */
export const sui: Chain = {
  name: 'sui',
  schemes: ['sui'],
  words: /^sui\b/,
  decimals: 9,
  isOwnCoin: coin => coin === 'SUI',
  isAddress: text => /^0x[\da-f]{64}$/i.test(text),
  isTransactionId: text => /^[1-9A-HJ-NP-Za-km-z]{43,44}$/.test(text),
  transactionUrl: id => `https://suiscan.xyz/mainnet/tx/${id}`,
  readUri(path, query) {
    const read = readQuery(query, KEYS);
    if (path !== 'pay' || !read) return undefined;
    return {
      address: read.get('receiver') ?? '',
      units: plainDecimal(read.get('amount')),
      contract: read.get('coinType')?.replace(OWN_COIN, ''),
    };
  },
  writeUri: () => undefined,
};
