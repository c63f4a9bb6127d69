import {isBase58Check} from './base58check.js';
import {type Chain, HASH} from './chain.js';
import {NOTES, readQuery} from './uri-query.js';

/** Tron. Its `tron:` links follow no standard and wallets refuse them: they are read, and never written. */
export const tron: Chain = {
  name: 'tron',
  schemes: ['tron'],
  words: /^tr(on|x|c.?20)\b/,
  decimals: 6,
  hasMemo: true,
  namesNoToken: true,
  coins: ['TRX'],
  isAddress: text => isBase58Check(text, [65]),
  transaction: HASH,
  explorer: () => 'https://tronscan.org/#/transaction/',
  readUri: (path, query) => readQuery(path, query, {amount: 'amount', ...NOTES}),
};
