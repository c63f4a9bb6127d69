import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  assetOf,
  CHAINS,
  chainNamed,
  chainOf,
  isTransactionId,
  transactionUrl,
} from '../../../../src/domain/payment/chains/index.js';
import type {Network} from '../../../../src/domain/types.js';

const hash = 'a1b2'.repeat(16);
const signature = '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW';

describe('the chain of a network', () => {
  const names: readonly (readonly [coin: string, network: string, chain: string | undefined])[] = [
    ['BTC', 'Mainnet', 'bitcoin'],
    ['BTC', 'Lightning', 'lightning'],
    ['LTC', 'Mainnet', 'litecoin'],
    ['DOGE', 'Mainnet', 'dogecoin'],
    ['SOL', 'Solana', 'solana'],
    ['USDC', 'Solana', 'solana'],
    ['USDT', 'Tron', 'tron'],
    ['USDT', 'TRC20', 'tron'],
    ['GRAM', 'Ton', 'ton'],
    ['SUI', 'Mainnet', 'sui'],
    ['ETH', 'ETH Mainnet', 'ethereum'],
    ['USDC', 'Polygon (Matic)', 'ethereum'],
    ['USDC', 'Base', 'ethereum'],
    ['XRP', 'XRP Ledger', undefined],
    ['XMR', 'Mainnet', undefined],
  ];
  for (const [coin, network, chain] of names)
    test(`${coin} on ${network} is ${chain ?? 'not known'}`, () => {
      assert.equal(chainOf({coin, network}), chain);
    });

  test('that is not known is an EVM chain where the API gives its EIP-155 id', () => {
    const facts: Network = {name: 'Mystery', label: 'Mystery', chainId: '480'};
    assert.equal(chainOf({coin: 'USDC', network: 'Mystery'}, facts), 'ethereum');
  });
});

test('each chain and each scheme is in the table once', () => {
  for (const all of [CHAINS.map(chain => chain.name), CHAINS.flatMap(chain => chain.schemes)])
    assert.equal(new Set(all).size, all.length);
});

test('a coin that is neither a chain’s own nor has a contract is no asset of it', () => {
  for (const chain of CHAINS) assert.equal(assetOf(chain, 'NEWCOIN'), undefined, chain.name);
});

describe('the page of a transaction', () => {
  const pages: readonly (readonly [chain: string, id: string, url: string | undefined, chainId?: string])[] =
    [
      ['bitcoin', hash, `https://mempool.space/tx/${hash}`],
      ['lightning', hash, undefined],
      ['litecoin', hash, `https://litecoinspace.org/tx/${hash}`],
      ['dogecoin', hash, `https://blockchair.com/dogecoin/transaction/${hash}`],
      ['ethereum', `0x${hash}`, `https://basescan.org/tx/0x${hash}`, '8453'],
      ['ethereum', `0x${hash}`, undefined, '999999'],
      ['ethereum', `0x${hash}`, undefined],
      ['solana', signature, `https://solscan.io/tx/${signature}`],
      ['tron', hash, `https://tronscan.org/#/transaction/${hash}`],
      ['ton', `${'ab+/'.repeat(10)}abc=`, `https://tonviewer.com/transaction/${'ab%2B%2F'.repeat(10)}abc%3D`],
      [
        'sui',
        'G1ZyTb3WgUMkGqfHqmvZ3rKkS3LXMyBgyKfGmPqmjEBr',
        'https://suiscan.xyz/mainnet/tx/G1ZyTb3WgUMkGqfHqmvZ3rKkS3LXMyBgyKfGmPqmjEBr',
      ],
    ];
  for (const [name, id, url, chainId] of pages) {
    test(`on ${name}${chainId ? ` ${chainId}` : ''} is ${url ?? 'none'}`, () => {
      const chain = CHAINS.find(found => found.name === name);
      assert.equal(isTransactionId(chain?.name, id), true);
      assert.equal(transactionUrl(chain?.name, id, {name: '', chainId}), url);
      assert.equal(chainNamed(chain?.name), chain);
    });
  }

  test('of every chain is https', () => {
    for (const chain of CHAINS) {
      const url = transactionUrl(chain.name, 'x', {name: '', chainId: '1'});
      if (chain.name !== 'lightning') assert.match(url ?? '', /^https:\/\//);
    }
  });
});
