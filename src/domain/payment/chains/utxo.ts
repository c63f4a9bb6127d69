import {bech32, bech32m} from '@scure/base';

import {add} from '../../money.js';
import {isBase58Check} from './base58check.js';
import {type Chain, HASH} from './chain.js';
import {normalizeAddress, upperCaseBech32} from './normalize-address.js';
import {NOTES, readQuery} from './uri-query.js';

/** Characters of the longest witness address (BIP 173). */
const LONGEST = 90;

interface UtxoFacts extends Pick<Chain, 'schemes' | 'words' | 'compact' | 'dust'> {
  readonly name: 'bitcoin' | 'litecoin' | 'dogecoin';
  readonly coin: string;
  /** First bytes of its base58check addresses. */
  readonly versions: readonly number[];
  /** Prefix of its witness addresses, where it has any. */
  readonly prefix?: string;
  /** Its URIs may hold a Lightning invoice for the same amount (BIP 321). */
  readonly hasLightning?: true;
  readonly explorer: string;
}

/** Makes a chain of Bitcoin's kind: base58check and witness addresses, and URIs by BIP 321. */
function utxo({coin, versions, prefix, hasLightning, explorer, ...facts}: UtxoFacts): Chain {
  return {
    ...facts,
    decimals: 8,
    coins: [coin],
    isAddress: text => isBase58Check(text, versions) || (!!prefix && isWitnessAddress(text, prefix)),
    transaction: HASH,
    explorer: () => explorer,
    readUri(path, query) {
      // BIP 321 leaves the case of keys open.
      const plain = query.replace(/[^&=]+=/g, key => key.toLowerCase());
      return readQuery(path, plain, {
        amount: 'amount',
        ...NOTES,
        ...(hasLightning && {lightning: 'invoice'}),
      });
    },
    writeUri({address, amount}, carried) {
      const invoice = carried?.invoice ? `&lightning=${carried.invoice.toLowerCase()}` : '';
      return `${facts.name}:${normalizeAddress(address)}?amount=${add(amount, '0')}${invoice}`;
    },
  };
}

/** Whether a text is a witness program's address: BIP 141 for its lengths, BIP 173 for version 0, BIP 350 for the others. */
function isWitnessAddress(text: string, prefix: string): boolean {
  if (text.length > LONGEST) return false;
  const oldest = bech32.decodeUnsafe(text);
  const found = oldest ?? bech32m.decodeUnsafe(text);
  const [version = -1, ...words] = found?.words ?? [];
  const length = bech32.fromWordsUnsafe(words)?.length ?? 0;
  if (found?.prefix !== prefix || version > 16) return false;
  return oldest
    ? version === 0 && (length === 20 || length === 32)
    : version > 0 && length >= 2 && length <= 40;
}

export const bitcoin = utxo({
  name: 'bitcoin',
  schemes: ['bitcoin'],
  words: /^(btc|bitcoin)$/,
  coin: 'BTC',
  versions: [0, 5],
  prefix: 'bc',
  hasLightning: true,
  compact: upperCaseBech32,
  // A witness output takes 294 satoshi; exchanges and older wallets send no less than this.
  dust: '0.00000546',
  explorer: 'https://mempool.space/tx/',
});

/** Exchanges refuse `LTC1…`: it has no compact spelling. */
export const litecoin = utxo({
  name: 'litecoin',
  schemes: ['litecoin'],
  words: /^(ltc|litecoin)$/,
  coin: 'LTC',
  versions: [48, 50, 5],
  prefix: 'ltc',
  dust: '0.00005460',
  explorer: 'https://litecoinspace.org/tx/',
});

export const dogecoin = utxo({
  name: 'dogecoin',
  schemes: ['dogecoin', 'doge'],
  words: /^doge(coin)?\b/,
  coin: 'DOGE',
  versions: [30, 22],
  dust: '0.01',
  explorer: 'https://blockchair.com/dogecoin/transaction/',
});
