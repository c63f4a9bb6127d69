import assert from 'node:assert/strict';
import {test} from 'node:test';

import {
  choosePayment,
  isBelowMinimum,
  isRecommended,
  type PaymentPreference,
  recommendedFirst,
} from '../../src/domain/payment-choice.js';
import type {Coin} from '../../src/domain/types.js';
import {aCoin} from '../samples/domain.js';

const offer: readonly Coin[] = [
  aCoin('BTC', 'Mainnet', 'Lightning'),
  aCoin('USDC', 'Base', 'Solana'),
  {name: 'USDT', networks: [{name: 'Polygon (Matic)', label: 'Polygon'}]},
];
const without = (name: string) => offer.filter(coin => coin.name !== name);
const prefer = (coin: string, network = ''): PaymentPreference => ({coin, network});

const table: readonly {
  name: string;
  coins?: readonly Coin[];
  preferences?: readonly PaymentPreference[];
  expected: string | undefined;
}[] = [
  {name: 'no preference', expected: 'USDC Solana'},
  {name: 'an empty preference', preferences: [prefer('')], expected: 'USDC Solana'},
  {name: 'a coin', preferences: [prefer('BTC')], expected: 'BTC Mainnet'},
  {name: 'the recommended coin', preferences: [prefer('USDC')], expected: 'USDC Solana'},
  {name: 'coin and network', preferences: [prefer('USDC', 'Base')], expected: 'USDC Base'},
  {name: 'another case', preferences: [prefer('btc', 'lightning')], expected: 'BTC Lightning'},
  {name: "a network's label", preferences: [prefer('USDT', 'polygon')], expected: 'USDT Polygon (Matic)'},
  {name: 'a network that the coin has not', preferences: [prefer('BTC', 'Base')], expected: 'USDC Solana'},
  {name: 'an unknown coin', preferences: [prefer('DOGE')], expected: 'USDC Solana'},
  {
    name: 'the second preference',
    preferences: [prefer('DOGE'), prefer('BTC', 'Lightning')],
    expected: 'BTC Lightning',
  },
  {
    name: "the page's preference before what was used last",
    preferences: [prefer(''), prefer('USDT'), prefer('BTC')],
    expected: 'USDT Polygon (Matic)',
  },
  {
    name: 'what was used last before what is recommended',
    preferences: [prefer(''), prefer(''), prefer('BTC', 'Lightning')],
    expected: 'BTC Lightning',
  },
  {
    name: 'what is chosen now before all',
    preferences: [prefer('USDC', 'Base'), prefer('USDT'), prefer('BTC')],
    expected: 'USDC Base',
  },
  {name: 'a network alone', preferences: [prefer('', 'base'), prefer('BTC')], expected: 'USDC Base'},
  {
    name: 'a network alone that is none',
    preferences: [prefer('', 'Nowhere'), prefer('BTC')],
    expected: 'BTC Mainnet',
  },
  {name: 'no USDC on offer', coins: without('USDC'), expected: 'BTC Mainnet'},
  {
    name: 'no Solana on offer',
    coins: [aCoin('LTC', 'Mainnet'), aCoin('USDC', 'Base')],
    expected: 'LTC Mainnet',
  },
  {name: 'nothing on offer', coins: [], preferences: [prefer('BTC')], expected: undefined},
];

for (const {name, coins = offer, preferences = [], expected} of table) {
  test(`${name} is answered with ${expected ?? 'nothing'}`, () => {
    const chosen = choosePayment(coins, preferences);
    assert.equal(chosen && `${chosen.coin.name} ${chosen.network.name}`, expected);
  });
}

for (const [minimum, total, expected] of [
  ['0.562099175481640', '0.5620991754816', true],
  ['0.562099175481640', '0.56209917548164', false],
  ['0.56', '0.560', false],
  ['10', '9.99999999', true],
  ['10', '100', false],
  [undefined, '0.00000001', false],
  ['0', '0', false],
] as const) {
  test(`${total} is ${expected ? 'below' : 'not below'} a minimum of ${minimum ?? 'nothing'}`, () => {
    assert.equal(isBelowMinimum({minimum}, total), expected);
  });
}

test('only USDC on Solana is recommended', () => {
  const pairs = offer.flatMap(coin => coin.networks.map(network => ({coin, network})));
  const found = pairs.filter(({coin, network}) => isRecommended(coin, network));
  assert.deepEqual(
    found.map(({coin, network}) => `${coin.name} ${network.name}`),
    ['USDC Solana'],
  );
});

test('the recommended coin stands first and the others as they were', () => {
  assert.deepEqual(
    recommendedFirst(offer).map(coin => coin.name),
    ['USDC', 'BTC', 'USDT'],
  );
});
