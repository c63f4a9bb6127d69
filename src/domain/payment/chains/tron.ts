import {isBase58Check} from './base58check.js';
import {type Chain, HASH} from './chain.js';
import {plainDecimal, readQuery} from './uri-query.js';

/** Tron. Its `tron:` links follow no standard and wallets refuse them: they are read, and never written. */
export const tron: Chain = {
  name: 'tron',
  schemes: ['tron'],
  words: /^tr(on|x|c.?20)\b/,
  decimals: 6,
  namesNoToken: true,
  isOwnCoin: coin => coin === 'TRX',
  isAddress: text => isBase58Check(text, [65]),
  isTransactionId: text => HASH.test(text),
  transactionUrl: id => `https://tronscan.org/#/transaction/${id}`,
  readUri(path, query) {
    const read = readQuery(query, ['amount', 'label', 'message']);
    return read && {address: path, amount: plainDecimal(read.get('amount'))};
  },
  writeUri: () => undefined,
};
