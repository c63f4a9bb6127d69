import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {coinsSchema} from '../../src/api/payment-schema.js';
import {mutationsOf} from '../samples/mutations.js';
import {readSample} from '../samples/read-sample.js';
import {reads, sure} from './sure.js';

const readCoins = reads(coinsSchema);

const coins = sure(readCoins(readSample('payment-vias')));

test('only coins that a wallet can send now are offered, with the networks that are open', () => {
  assert.deepEqual(
    coins.map(({name, networks}) => [name, networks.map(network => network.name)]),
    [
      ['USDC', ['Solana', 'Polygon (Matic)']],
      ['BTC', ['Mainnet', 'Lightning']],
      ['NEWCOIN', ['New Chain']],
    ],
  );
});

test('a network has its smallest payment and its contract', () => {
  assert.deepEqual(coins[0]?.networks[0], {
    name: 'Solana',
    label: 'Solana',
    minimum: '0.562099175481640',
    contract: {address: 'MintMintMint', symbol: 'USDC', decimals: 6},
    chainId: undefined,
    baseToken: 'SOL',
    logoUrl: undefined,
  });
});

test('an EVM network says its chain, as a number or a text', () => {
  const networksOf = (network: object) =>
    sure(
      readCoins([{name: 'USER_WALLET', currencies: [{name: 'ETH', networks: [{name: 'Base', ...network}]}]}]),
    )[0]?.networks[0];
  for (const chain_id of [8453, '8453'])
    assert.equal(networksOf({chain_id, base_token: 'ETH'})?.chainId, '8453');
});

test('an address that stands for the chain’s own coin is no contract', () => {
  for (const address of ['0x', `0x${'0'.repeat(40)}`, `0x${'E'.repeat(40)}`]) {
    const networks = [{name: 'Base', smart_contract: {address, decimals: 18}}];
    const coins = sure(readCoins([{name: 'USER_WALLET', currencies: [{name: 'ETH', networks}]}]));
    assert.equal(coins[0]?.networks[0]?.contract, undefined, address);
  }
});

test('a network without words of its own is called by its name', () => {
  const network = coins[0]?.networks[1];
  assert.equal(network?.label, 'Polygon (Matic)');
  assert.equal(network?.minimum, '0.56');
  assert.equal(network?.contract, undefined);
});

describe('a logo', () => {
  const logosOf = (logo_url: unknown) => {
    const currencies = [{name: 'BTC', logo_url, networks: [{name: 'Mainnet', logo_url}]}];
    const [coin] = sure(readCoins([{name: 'USER_WALLET', currencies}]));
    return [coin?.logoUrl, coin?.networks[0]?.logoUrl];
  };

  for (const address of ['https://logos.example/btc.svg', 'http://127.0.0.1:8080/btc.svg']) {
    test(`of a coin and of a network is ${address}`, () => {
      assert.deepEqual(logosOf(address), [address, address]);
    });
  }

  for (const address of ['http://logos.example/a', 'javascript:alert(1)', 'data:,', '', null, 5, {}, []]) {
    test(`is never ${JSON.stringify(address)}`, () => {
      assert.deepEqual(logosOf(address), [undefined, undefined]);
    });
  }
});

test("a network that names no smallest payment has its coin's", () => {
  const networks = [{name: 'Base'}, {name: 'Solana', threshold: '0.7'}];
  const [coin] = sure(
    readCoins([{name: 'USER_WALLET', currencies: [{name: 'USDC', threshold: '0.5', networks}]}]),
  );
  assert.deepEqual(
    coin?.networks.map(network => network.minimum),
    ['0.5', '0.7'],
  );
});

test('a via that is not available offers nothing', () => {
  const currencies = [{name: 'BTC', networks: [{name: 'Mainnet'}]}];
  assert.deepEqual(sure(readCoins([{name: 'USER_WALLET', available: false, currencies}])), []);
  assert.equal(sure(readCoins([{name: 'USER_WALLET', currencies}])).length, 1);
});

test('a suspension written as a word counts', () => {
  const currencies = [{name: 'BTC', is_suspended: 'true', networks: [{name: 'Mainnet'}]}];
  assert.deepEqual(sure(readCoins([{name: 'USER_WALLET', currencies}])), []);
});

describe('an answer', () => {
  for (const body of [{}, null, 'text', {vias: []}]) {
    test(`${JSON.stringify(body)} is none`, () => {
      assert.equal(readCoins(body), undefined);
    });
  }

  test('of no via has no coins', () => {
    assert.deepEqual(sure(readCoins([])), []);
  });

  test('with anything broken in it still offers what is not', () => {
    for (const {name, value} of mutationsOf(readSample('payment-vias'))) {
      const parsed = readCoins(value);
      if (!parsed) assert.match(name, /^\$ /, name);
      for (const coin of parsed ?? []) {
        assert.ok(coin.name && coin.networks.length > 0, name);
        for (const network of coin.networks) assert.ok(network.name && network.label, name);
      }
    }
  });
});
