import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isGarbled} from '../../../src/proxy/core/field-rules.js';
import {pickQuery} from '../../../src/proxy/core/query.js';

const allowed = ['brand_name', 'coin', 'promo_code'];

/** Compares with the platform's parser, as which the API reads; a value with control characters is refused. */
function compare(query: string) {
  // Behind an `&`, as a question mark at the start is part of the first name.
  const given = new URLSearchParams(`&${query}`);
  const expected = allowed.map(name => [name, given.get(name)] as const).filter(([, value]) => value);
  if (expected.some(([, value]) => isGarbled(value!))) {
    assert.throws(() => pickQuery(query, allowed), {code: 'invalid_query'}, query);
  } else {
    assert.deepEqual([...pickQuery(query, allowed)], expected, query);
  }
}

test('a query is read as the platform reads it, however it is spelled', () => {
  for (const query of [
    '',
    '&',
    '=',
    '=&=',
    'coin',
    'coin=',
    'coin==',
    'coin=a=b',
    'coin=a&coin=b',
    'coin=&coin=b',
    'coin&coin=b',
    '&&coin=a&&brand_name=b&',
    '?coin=a',
    '??coin=%61',
    'brand_name=x&?coin=%61',
    'c%6fin=%41',
    '%63oin=a&coin=b',
    'coin=a+b',
    'co+in=a',
    'coin=a%2Bb',
    'coin=a%26brand_name%3Db',
    'coin=%',
    'coin=%zz',
    'coin=%e2%82',
    'coin=%E2%82%AC',
    'coin=\u00e9',
    'coin=a;brand_name=b',
    'COIN=a',
    'coin[]=a',
    'coin%00=a',
    'coin =a',
    '__proto__=a&constructor=b&coin=c',
  ]) {
    compare(query);
  }
});

test('any query of these pieces is read as the platform reads it', () => {
  const pieces = [
    'coin',
    'brand_name',
    'c%6Fin',
    '=',
    '&',
    '+',
    '%',
    '%20',
    '%41',
    '?',
    '#',
    'x',
    '\u00fc',
    ';',
  ];
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  for (let round = 0; round < 5000; round++) {
    compare(Array.from({length: next() % 12}, () => pieces[next() % pieces.length]).join(''));
  }
});
