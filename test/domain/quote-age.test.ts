import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {ageOf, choiceOf, compareQuotes, REFRESH_AFTER, refreshDueIn} from '../../src/domain/quote-age.js';
import type {Quote} from '../../src/domain/types.js';
import {aBrand, aFixedProduct, aQuote} from '../samples/domain.js';

describe('a price', () => {
  const table = [
    {now: 1000, age: 0, due: 60_000},
    {now: 1001, age: 1, due: 59_999},
    {now: 60_999, age: 59_999, due: 1},
    {now: 61_000, age: 60_000, due: 0},
    {now: 1e9, age: 1e9 - 1000, due: 0},
    {now: 0, age: 0, due: 60_000},
    {now: -1e12, age: 0, due: 60_000},
  ];
  for (const {now, age, due} of table) {
    test(`of second 1 is ${age} ms old at ${now} and due in ${due} ms`, () => {
      assert.equal(ageOf(1000, now), age);
      assert.equal(refreshDueIn(1000, now), due);
    });
  }

  test('is asked for again after a minute', () => {
    assert.equal(REFRESH_AFTER, 60_000);
  });
});

describe('a newer quote is', () => {
  const before = aQuote({coinAmount: '10.37'});
  const table: Record<string, {change: Partial<Quote>; expected: string}> = {
    'the same': {change: {}, expected: 'same'},
    'the same in other digits': {change: {coinAmount: '10.370'}, expected: 'same'},
    'the same with a quantity of one said': {change: {quantity: 1}, expected: 'same'},
    'higher by the smallest unit': {change: {coinAmount: '10.370000000000000001'}, expected: 'higher'},
    'higher with fewer digits': {change: {coinAmount: '100'}, expected: 'higher'},
    lower: {change: {coinAmount: '9.99'}, expected: 'lower'},
    'of another product': {change: {product: aFixedProduct({id: 'x'})}, expected: 'other'},
    'of another brand': {change: {brand: aBrand({id: 'x'})}, expected: 'other'},
    'of another country': {change: {brand: aBrand({country: 'NG'})}, expected: 'other'},
    'of another amount': {change: {faceValue: '11'}, expected: 'other'},
    'of another coin': {change: {coin: 'BTC'}, expected: 'other'},
    'of another network': {change: {network: {name: 'Base', label: 'Solana'}}, expected: 'other'},
    'of more': {change: {quantity: 2, coinAmount: '20.74'}, expected: 'other'},
  };
  for (const [name, {change, expected}] of Object.entries(table)) {
    test(name, () => {
      const now = {...before, ...change};
      assert.equal(compareQuotes(before, now), expected);
      assert.equal(choiceOf(before) === choiceOf(now), expected !== 'other');
    });
  }

  test('distinguished from another by what is chosen and not by how it is written', () => {
    const one = choiceOf(aQuote({faceValue: '1', coin: '2'}));
    assert.notEqual(one, choiceOf(aQuote({faceValue: '12', coin: ''})));
    assert.notEqual(one, choiceOf(aQuote({faceValue: '1","2', coin: ''})));
  });
});
