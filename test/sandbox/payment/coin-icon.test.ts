import assert from 'node:assert/strict';
import {test} from 'node:test';
import {coinIcon} from '../../../src/sandbox/payment/coin-icon.js';
import {coins} from '../../../src/sandbox/payment/coins.js';

test('every coin, and every coin of a network, has its own colour and shape', () => {
  const names = new Set(
    coins.flatMap(({name, networks}) => [name, ...networks.map(({baseToken}) => baseToken)]),
  );
  for (const name of names) assert.doesNotMatch(coinIcon(name.toLowerCase()), /<text/, name);
  assert.match(coinIcon('btc'), /#f7931a/);
  assert.match(coinIcon('usdc'), /#2775ca/);
});

test('anything else is a disc with its first letters', () => {
  for (const name of ['wallet', 'constructor'])
    assert.match(coinIcon(name), /<circle .*<text .*>(?:WALL|CONS)</);
});
