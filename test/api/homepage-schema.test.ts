import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {featuredSchema} from '../../src/api/homepage-schema.js';
import {mutationsOf} from '../samples/mutations.js';
import {readSample} from '../samples/read-sample.js';
import {reads, sure} from './sure.js';

const featured = (body: unknown) => sure(reads(featuredSchema)(body));

const wrapped = (value: unknown, times: number): unknown =>
  times === 0 ? value : {inside: wrapped(value, times - 1)};

describe('brands are found in a homepage', () => {
  const sun = {brand_id: 'a', brand: 'Sun', family: 'Sky'};
  const moon = {brand_id: 'b', family: 'Moon'};
  const table: Record<string, {body: unknown; expected: readonly string[]}> = {
    'that is a list of brands': {body: [sun, moon], expected: ['a', 'Sun', 'b', 'Moon']},
    'with one list': {body: {brands: [sun, moon]}, expected: ['a', 'Sun', 'b', 'Moon']},
    'with lists by name': {
      body: {popular: [moon], fresh: {items: [sun]}},
      expected: ['b', 'Moon', 'a', 'Sun'],
    },
    'with sections in its data': {body: {data: {sections: [{rows: [[sun]]}]}}, expected: ['a', 'Sun']},
    'with brands by place': {body: {first: sun, second: moon}, expected: ['a', 'Sun', 'b', 'Moon']},
    'with brands as objects': {body: [{brand: moon}], expected: ['b', 'Moon']},
    'with names as orders give them': {body: [{brand_name: 'Sun'}], expected: ['Sun']},
    'with names alone': {body: [{brand: 'Sun'}, {family: 'Moon'}], expected: ['Sun', 'Moon']},
    'with ids alone': {body: [{brand_id: 'a'}, {brand_id: 7}], expected: ['a', '7']},
    'with the same brand twice': {body: [sun, sun], expected: ['a', 'Sun']},
    'with brands among other things': {body: ['text', null, 5, {brand: null}, sun], expected: ['a', 'Sun']},
  };
  for (const [name, {body, expected}] of Object.entries(table)) {
    test(name, () => {
      assert.deepEqual(featured(body), expected);
    });
  }

  test('of sections, banners and repeated rows', () => {
    assert.deepEqual(featured(readSample('homepage')), [
      '0000-bux',
      'Bux',
      '0000-talk',
      'Kora Mobile',
      '0000-esim',
      'Roamly',
    ]);
  });
});

describe('no brands are in', () => {
  for (const body of [
    null,
    undefined,
    'text',
    5,
    true,
    [],
    {},
    {brands: null},
    {brand: ' '},
    {name: 'Sun'},
  ]) {
    test(String(JSON.stringify(body)), () => {
      assert.deepEqual(featured(body), []);
    });
  }
});

test('what is nested deeper than any page is not looked for', () => {
  assert.deepEqual(featured(wrapped({brand: 'Sun'}, 7)), ['Sun']);
  assert.deepEqual(featured(wrapped({brand: 'Sun'}, 8)), []);
  assert.deepEqual(featured(wrapped({brand: 'Sun'}, 5000)), []);
});

test('a homepage of everything names a hundred ids and names', () => {
  const everything = Array.from({length: 10_000}, (_, place) => ({
    brand_id: `${place}`,
    brand: `Sun ${place}`,
  }));
  const found = featured({brands: everything});
  assert.equal(found.length, 100);
  assert.deepEqual(found.slice(-2), ['49', 'Sun 49']);
});

test('a homepage with anything broken in it is read', () => {
  for (const {name, value} of mutationsOf(readSample('homepage')))
    for (const key of featured(value)) assert.ok(typeof key === 'string' && key.trim(), name);
});
