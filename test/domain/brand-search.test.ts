import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {isAlmost, rankFor, searchable} from '../../src/domain/brand-search.js';
import {seededRandom} from '../samples/random.js';

describe('a text is searched', () => {
  const table: Record<string, string> = {
    Steam: ' steam',
    'Caffè PALOMA': ' caffe paloma',
    'Cafe\u0300': ' cafe',
    'Điện Máy': ' dien may',
    'SMØRREBRØD Æble': ' smorrebrod aeble',
    Straße: ' strasse',
    'STRAẞE œuvre': ' strasse oeuvre',
    Łódź: ' lodz',
    'İstanbul ışık': ' istanbul isik',
    'Harbor & Main': ' harbor main',
    'C&A': ' c a',
    '7-Eleven!': ' 7 eleven',
    Ｆｕｌｌ: ' full',
    '日本 カード': ' 日本 カート',
    Ελλάδα: ' ελλαδα',
    '  ': '',
    '.*(': '',
    '': '',
  };
  for (const [text, expected] of Object.entries(table)) {
    test(`${JSON.stringify(text)} as ${JSON.stringify(expected)}`, () => {
      assert.equal(searchable(text), expected);
    });
  }

  test('however long it is', () => {
    assert.equal(searchable('é'.repeat(100_000)).length, 100_001);
  });
});

describe('the rank of', () => {
  const table: readonly [name: string, family: string, search: string, rank: number | undefined][] = [
    ['Sun', 'Sun', 'sun', 0],
    ['Sunflower', 'Sunflower', 'sun', 1],
    ['Blue Sun', 'Blue Sun', 'sun', 2],
    ['Tsunami', 'Tsunami', 'sun', 3],
    ['Other', 'Sun', 'sun', 4],
    ['Other', 'Tsunami', 'sun', 4],
    ['Tsunami Sun', 'Tsunami Sun', 'sun', 2],
    ['', 'Sun', 'sun', 4],
    ['', '', 'sun', undefined],
    ['Other', 'Other', 'sun', undefined],
    ['Blue Sun', 'Blue Sun', 'blue sun', 0],
    ['Sun', 'Sun', '', undefined],
    ['Sun', 'Sun', '&', undefined],
  ];
  for (const [name, family, search, rank] of table) {
    test(`${name} of ${family} for ${JSON.stringify(search)} is ${rank ?? 'none'}`, () => {
      const named = {name: searchable(name), family: searchable(family)};
      assert.equal(rankFor(searchable(search))(named), rank);
    });
  }
});

describe('a typo', () => {
  const named = {name: searchable('Harbor Main'), family: ''};
  const table: Record<string, boolean> = {
    harbr: true,
    harbbor: true,
    hirbor: true,
    ahrbor: true,
    arbor: true,
    xharbor: true,
    'harbor mian': true,
    harbormain: true,
    mian: true,
    maine: true,
    hraobr: false,
    habro: true,
    hbaro: false,
    mxxn: false,
    mai: false,
    mia: false,
    bor: false,
    arbr: false,
    '': false,
  };
  for (const [search, expected] of Object.entries(table)) {
    test(`${JSON.stringify(search)} ${expected ? 'still finds' : 'is no'} Harbor Main`, () => {
      assert.equal(isAlmost(named, searchable(search)), expected);
    });
  }

  test('in the name of the family is forgiven too', () => {
    assert.ok(isAlmost({name: searchable('Roamly'), family: searchable('Harbor')}, searchable('harbr')));
  });

  test('is looked for in names and searches of any length', () => {
    const long = searchable('ab '.repeat(20_000));
    assert.equal(isAlmost({name: long, family: long}, searchable('b'.repeat(50_000))), false);
  });

  test('anywhere in the beginning of any word is forgiven', () => {
    const random = seededRandom(5);
    const draw = (below: number) => Math.floor(random() * below);
    const letter = () => 'abc'[draw(3)] ?? 'a';
    for (let turn = 0; turn < 3000; turn += 1) {
      const word = Array.from({length: 4 + draw(6)}, letter).join('');
      const name = `${letter()} ${word}`;
      const at = draw(word.length);
      const [before, here = '', next = '', after] = [
        word.slice(0, at),
        word[at],
        word[at + 1],
        word.slice(at + 2),
      ];
      const typed = [
        before + next + after,
        before + letter() + here + next + after,
        before + letter() + next + after,
        before + next + here + after,
      ][draw(4)];
      if (typed === undefined || typed.length < 4) continue;
      assert.ok(isAlmost({name: searchable(name), family: ''}, searchable(typed)), `${typed} for ${name}`);
    }
  });
});
