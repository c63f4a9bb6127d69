import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  type BrandFilter,
  categoriesOf,
  filterBrands,
  findBrand,
  ofKinds,
} from '../../src/domain/brand-list.js';
import {aBrand} from '../samples/domain.js';

const brands = [
  aBrand({id: '1', name: 'Caffè Paloma', family: 'Caffè Paloma', categories: ['food']}),
  aBrand({
    id: '2',
    name: 'Vaporforge',
    family: 'Vaporforge',
    categories: ['games', 'entertainment'],
    popular: true,
  }),
  aBrand({id: '3', name: 'Kora Data', family: 'Kora', kind: 'topup', categories: ['mobile_data']}),
  aBrand({
    id: '4',
    name: 'Kora Mobile',
    family: 'Kora',
    kind: 'topup',
    categories: ['mobile_talk_time'],
    popular: true,
  }),
  aBrand({id: '5', name: 'Roamly eSIM', family: 'eSIM', kind: 'esim', categories: ['e-sim']}),
  aBrand({id: '6', name: 'Analog Attic', family: 'Analog Attic', outOfStock: true, popular: true}),
  aBrand({id: '7', name: 'Harbor & Main', family: 'Harbor & Main', categories: ['retail', 'games']}),
  aBrand({id: '8', name: 'Điện Máy Sen', family: 'Điện Máy Sen', categories: ['electronics']}),
  aBrand({id: '9', name: 'Mintvapor', family: 'Mintvapor', categories: ['games']}),
];

const shown = (change: Partial<BrandFilter> = {}) =>
  filterBrands(brands, {kinds: [], category: '', search: '', ...change}).map(brand => brand.id);

describe('without a search', () => {
  test('popular brands come first, sold-out ones last, the rest as listed', () => {
    assert.deepEqual(shown(), ['2', '4', '1', '3', '5', '7', '8', '9', '6']);
  });

  test('a category shows the brands that are listed under it, among others', () => {
    assert.deepEqual(shown({category: 'games'}), ['2', '7', '9', '6']);
    assert.deepEqual(shown({category: 'entertainment'}), ['2']);
    assert.deepEqual(shown({category: 'nothing'}), []);
  });

  test('kinds narrow the list, and none means all', () => {
    assert.deepEqual(shown({kinds: ['topup']}), ['4', '3']);
    assert.deepEqual(shown({kinds: ['esim', 'topup']}), ['4', '3', '5']);
    assert.equal(shown({kinds: []}).length, brands.length);
  });
});

describe('a search', () => {
  const searches: Record<string, readonly string[]> = {
    vaporforge: ['2'],
    VAPOR: ['2', '9'],
    paloma: ['1'],
    caffe: ['1'],
    CAFFÈ: ['1'],
    'caffe\u0300': ['1'],
    '  kora ': ['3', '4'],
    esim: ['5'],
    main: ['7'],
    'harbor & main': ['7'],
    dien: ['8'],
    'Dien May': ['8'],
    điện: ['8'],
    attic: ['6'],
    nothing: [],
    '.*': [],
    '(': [],
  };
  for (const [search, expected] of Object.entries(searches)) {
    test(`for ${JSON.stringify(search)} finds ${expected.length === 0 ? 'nothing' : expected}`, () => {
      assert.deepEqual(shown({search}), expected);
    });
  }

  test('ranks the start of the name, then of a word, then the middle, then the family', () => {
    const ranked = [
      aBrand({id: 'family', name: 'Other', family: 'Sun'}),
      aBrand({id: 'middle', name: 'Tsunami', family: 'Tsunami'}),
      aBrand({id: 'word', name: 'Blue Sun', family: 'Blue Sun'}),
      aBrand({id: 'start', name: 'Sunflower', family: 'Sunflower'}),
      aBrand({id: 'gone', name: 'Sun', family: 'Sun', outOfStock: true}),
    ];
    const found = filterBrands(ranked, {kinds: [], category: '', search: 'sun'});
    assert.deepEqual(
      found.map(brand => brand.id),
      ['start', 'word', 'middle', 'family', 'gone'],
    );
  });

  test('of nothing but spaces is none', () => {
    assert.deepEqual(shown({search: '   '}), shown());
  });

  test('keeps to the kinds and the category', () => {
    assert.deepEqual(shown({search: 'kora', kinds: ['giftcard']}), []);
    assert.deepEqual(shown({search: 'kora', category: 'mobile_data'}), ['3']);
  });
});

test('the list that is filtered is not changed', () => {
  const before = brands.map(brand => brand.id);
  shown({search: 'o'});
  assert.deepEqual(
    brands.map(brand => brand.id),
    before,
  );
});

test('categories come once each, the most used first', () => {
  const found = categoriesOf(brands);
  assert.equal(found[0], 'games');
  assert.equal(new Set(found).size, found.length);
  assert.deepEqual(categoriesOf([]), []);
});

test('kinds of none are all brands', () => {
  assert.equal(ofKinds(brands, []), brands);
});

describe('a brand by its name', () => {
  const finds: Record<string, string | undefined> = {
    'Kora Mobile': '4',
    'kora mobile': '4',
    'caffe paloma': '1',
    Kora: '3',
    eSIM: '5',
    Vapor: undefined,
    '': undefined,
  };
  for (const [name, id] of Object.entries(finds)) {
    test(`${JSON.stringify(name)} is ${id ?? 'none'}`, () => {
      assert.equal(findBrand(brands, name)?.id, id);
    });
  }

  test('an exact name wins over the same in another case', () => {
    const twins = [aBrand({id: 'a', name: 'SUN'}), aBrand({id: 'b', name: 'Sun'})];
    assert.equal(findBrand(twins, 'Sun')?.id, 'b');
  });
});
