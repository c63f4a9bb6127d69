import {readInvoice} from '../bolt11.js';
import {type Chain, HASH} from './chain.js';
import {normalizeAddress, upperCaseBech32} from './normalize-address.js';

/** Bitcoin over Lightning: the address is an invoice, which names the amount itself. */
export const lightning: Chain = {
  name: 'lightning',
  schemes: ['lightning'],
  words: /lightning/,
  // Invoices count in thousandths of a satoshi.
  decimals: 11,
  compact: upperCaseBech32,
  coins: ['BTC'],
  isAddress: text => readInvoice(text) !== undefined,
  transaction: HASH,
  readUri: (path, query) => (query ? undefined : {address: path, amount: readInvoice(path)?.amount}),
  writeUri: ({address}) => `lightning:${normalizeAddress(address)}`,
};
