import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  type BrandFilter,
  categoriesOf,
  findBrand,
  findBrands,
  indexBrands,
  kindsOf,
  ofKinds,
} from '../../src/domain/brand-list.js';
import type {Brand} from '../../src/domain/types.js';
import {aBrand} from '../samples/domain.js';
import {seededRandom} from '../samples/random.js';

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
  findBrands(indexBrands(brands), {kinds: [], category: '', search: '', ...change}).map(brand => brand.id);
const found = (listed: readonly Brand[], search: string) =>
  findBrands(indexBrands(listed), {kinds: [], category: '', search}).map(brand => brand.id);

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
    '  kora ': ['4', '3'],
    esim: ['5'],
    main: ['7'],
    'harbor & main': ['7'],
    'harbor main': ['7'],
    vaproforge: ['2'],
    mintvapr: ['9'],
    xyz: [],
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
      aBrand({id: 'exact', name: 'SUN', family: 'Sun'}),
      aBrand({id: 'gone', name: 'Sun', family: 'Sun', outOfStock: true}),
    ];
    assert.deepEqual(found(ranked, 'sun'), ['exact', 'start', 'word', 'middle', 'family', 'gone']);
  });

  test('keeps brands that match alike in the order of the index: popular ones, then as listed', () => {
    const alike = ['one', 'two', 'liked', 'four'].map(id =>
      aBrand({id, name: 'Sun', popular: id === 'liked', outOfStock: id === 'one'}),
    );
    assert.deepEqual(found(alike, 'sun'), ['liked', 'two', 'four', 'one']);
  });

  test('looks for typos only where nothing matches as it is typed', () => {
    const near = [aBrand({id: 'near', name: 'Steal'}), aBrand({id: 'typed', name: 'Steam'})];
    assert.deepEqual(found(near, 'steam'), ['typed']);
    assert.deepEqual(found(near, 'staem'), ['typed']);
    assert.deepEqual(found(near, 'steak'), ['near', 'typed']);
  });

  test('shows what is sold out last among typos too', () => {
    const near = [aBrand({id: 'gone', name: 'Steam', outOfStock: true}), aBrand({id: 'here', name: 'Steal'})];
    assert.deepEqual(found(near, 'steak'), ['here', 'gone']);
  });

  test('of nothing but spaces is none', () => {
    assert.deepEqual(shown({search: '   '}), shown());
  });

  test('keeps to the kinds and the category', () => {
    assert.deepEqual(shown({search: 'kora', kinds: ['giftcard']}), []);
    assert.deepEqual(shown({search: 'kora', category: 'mobile_data'}), ['3']);
  });
});

describe('featured brands', () => {
  const order = (...featured: string[]) => indexBrands(brands, featured).brands.map(brand => brand.id);

  test('come first in their own order, by id or by name', () => {
    assert.deepEqual(order('9', 'Kora Data').slice(0, 4), ['9', '3', '2', '4']);
  });

  test('that are not listed change nothing', () => {
    assert.deepEqual(order('unlisted', 'Nothing', ''), order());
  });

  test('are not shown twice when they are named twice, and lose none', () => {
    const named = order('7', '7', 'Harbor & Main', '1');
    assert.equal(new Set(named).size, brands.length);
    assert.equal(named.length, brands.length);
  });

  test('stand behind what is in stock when they are sold out', () => {
    const index = indexBrands(brands, ['6', '9']);
    const shownIds = findBrands(index, {kinds: [], category: '', search: ''}).map(brand => brand.id);
    assert.deepEqual([shownIds[0], shownIds.at(-1)], ['9', '6']);
  });
});

test('two brands with one name are both found', () => {
  const twins = [aBrand({id: 'a', name: 'Sun'}), aBrand({id: 'b', name: 'Sun'})];
  assert.deepEqual(found(twins, 'sun'), ['a', 'b']);
});

test('a listing is prepared for searching once, and only when it is searched', () => {
  let reads = 0;
  const watched = aBrand();
  Object.defineProperty(watched, 'family', {
    get: () => {
      reads += 1;
      return 'Tin';
    },
  });
  const index = indexBrands([watched]);
  findBrands(index, {kinds: [], category: '', search: ''});
  assert.equal(reads, 0);
  findBrands(index, {kinds: [], category: '', search: 'tin'});
  const once = reads;
  findBrands(index, {kinds: [], category: '', search: 'tine'});
  assert.ok(once > 0);
  assert.equal(reads, once);
});

test('a listing is prepared in slices, as many brands as are asked for, and the rest when it is searched', () => {
  const index = indexBrands(brands);
  assert.deepEqual(
    [0, 2, 1, 4].map(count => index.named(count).length),
    [0, 2, 2, 4],
  );
  const ids = findBrands(index, {kinds: [], category: '', search: 'attic'}).map(brand => brand.id);
  assert.deepEqual(ids, ['6']);
  assert.equal(index.named(0).length, brands.length);
});

test('every brand of a large listing is found by its name, whatever else is there', () => {
  const random = seededRandom(3);
  const letters = 'abcdeéøłđ ß&漢-1';
  const word = () =>
    Array.from({length: 1 + random() * 12}, () => letters[Math.floor(random() * letters.length)]).join('');
  const listed = Array.from({length: 400}, (_, place) =>
    aBrand({id: String(place), name: `x${word()}`, family: word()}),
  );
  const index = indexBrands(listed);
  for (const {id, name} of listed) {
    for (const search of [name, name.toUpperCase(), ` ${name} `]) {
      const ids = findBrands(index, {kinds: [], category: '', search}).map(brand => brand.id);
      assert.ok(ids.includes(id), `${name} by ${search}`);
    }
  }
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

test('kinds come once each, the most used first', () => {
  assert.deepEqual(kindsOf(brands), ['giftcard', 'topup', 'esim']);
  assert.deepEqual(kindsOf([]), []);
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
    '!': undefined,
    '': undefined,
  };
  for (const [name, id] of Object.entries(finds)) {
    test(`${JSON.stringify(name)} is ${id ?? 'none'}`, () => {
      assert.equal(findBrand(brands, name)?.id, id);
    });
  }

  test('of nothing but signs is the one that is spelled the same', () => {
    const signs = [aBrand({id: 'a', name: '!!!', family: '!!!'}), aBrand({id: 'b', name: '???'})];
    assert.equal(findBrand(signs, '???')?.id, 'b');
    assert.equal(findBrand(signs, '?'), undefined);
  });

  test('an exact name wins over the same in another case', () => {
    const twins = [aBrand({id: 'a', name: 'SUN'}), aBrand({id: 'b', name: 'Sun'})];
    assert.equal(findBrand(twins, 'Sun')?.id, 'b');
  });
});
