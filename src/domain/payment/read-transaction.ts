import {plainText} from '../typed-text.js';
import type {ChainName} from './chains/chain.js';
import {CHAINS, isTransactionId} from './chains/index.js';

/**
 * Finds the id of a transaction in a text that a buyer pasted: alone, in an explorer's link, or on an EVM chain without its
 * `0x`. The order's own chain goes first; any other counts too, because a payment may have gone over the wrong one.
 * `undefined` where none is found, and a human at support reads the text as it is.
 */
export function readTransaction(name: ChainName | undefined, text: string): string | undefined {
  const words = plainText(text)
    .split(/[\s/?#&=:]+/)
    .filter(word => word.length >= 40);
  const chains = [name, ...CHAINS.map(chain => chain.name)].filter(chain => chain !== undefined);
  for (const chain of chains) {
    const found = [...words, ...words.map(word => `0x${word}`)].find(word => isTransactionId(chain, word));
    if (found) return found;
  }
  return undefined;
}
