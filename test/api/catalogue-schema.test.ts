import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {brandsSchema, kindOf} from '../../src/api/catalogue-schema.js';
import {mutationsOf} from '../samples/mutations.js';
import {readSample} from '../samples/read-sample.js';
import {reads, sure} from './sure.js';

const readBrands = reads(brandsSchema);

const brands = sure(readBrands(readSample('brands')));
const byId = (id: string) => {
  const found = brands.filter(brand => brand.id === id);
  assert.equal(found.length, 1, `${id} is listed once`);
  assert.ok(found[0]);
  return found[0];
};

test('every brand is there once, in the order of the listing', () => {
  const ids = brands.map(brand => brand.id.replace('0000-', ''));
  assert.deepEqual(ids, ['esim', 'bare', 'data', 'talk', 'bux', 'gone', 'null', 'nft', 'new', 'flat']);
});

test('a row that lacks its brand is named by its family', () => {
  assert.equal(byId('0000-esim').name, 'Roamly');
});

test('brands of one family stay apart', () => {
  assert.equal(byId('0000-data').name, 'Kora Data');
  assert.equal(byId('0000-talk').name, 'Kora Mobile');
  assert.equal(byId('0000-talk').family, 'Kora');
});

test('a brand has every category that it is listed under', () => {
  assert.deepEqual(byId('0000-bux').categories, ['games', 'entertainment']);
});

test('a brand without a category is among other products', () => {
  assert.deepEqual(byId('0000-null').categories, ['other_products']);
});

test('every brand has a category', () => {
  for (const brand of brands) assert.ok(brand.categories.length > 0, brand.name);
});

test('popular brands are marked, whichever list says so', () => {
  assert.deepEqual(
    brands.filter(brand => brand.popular).map(brand => brand.id),
    ['0000-esim', '0000-data'],
  );
});

test('top-ups and eSIMs differ by their category, gift cards by their kind', () => {
  const kinds = Object.fromEntries(brands.map(brand => [brand.id.replace('0000-', ''), brand.kind]));
  assert.deepEqual(kinds, {
    esim: 'esim',
    bare: 'esim',
    data: 'topup',
    talk: 'topup',
    bux: 'giftcard',
    gone: 'giftcard',
    null: 'giftcard',
    nft: 'giftcard',
    new: 'other',
    flat: 'giftcard',
  });
});

test('labels are passed on as they are', () => {
  assert.equal(byId('0000-data').lowest, '250MB Night Plan (12 - 5 AM)');
  assert.equal(byId('0000-data').highest, 'NGN100,000');
  assert.equal(byId('0000-gone').lowest, undefined);
  assert.equal(byId('0000-gone').highest, undefined);
});

test('what is sold out is marked', () => {
  assert.deepEqual(
    brands.filter(brand => brand.outOfStock).map(brand => brand.id),
    ['0000-gone'],
  );
});

test('colours of three and six digits are kept, words are not', () => {
  assert.equal(byId('0000-esim').color, '#0e131f');
  assert.equal(byId('0000-data').color, '#b11');
  assert.equal(byId('0000-bux').color, undefined);
});

test('a logo is an https address or nothing', () => {
  assert.equal(byId('0000-bux').logoBaseUrl, 'https://logos.example/b&ux');
  assert.equal(byId('0000-null').logoBaseUrl, undefined);
});

describe('of addresses', () => {
  const table: Record<string, boolean> = {
    'https://logos.example/a': true,
    'HTTPS://logos.example/a b': true,
    'http://localhost:8080/a': true,
    'http://127.0.0.1/a': true,
    'http://[::1]:80/a': true,
    'http://localhost': true,
    'http://logos.example/a': false,
    'http://localhost.example/a': false,
    'http://127.0.0.1.example': false,
    'http://localhost@logos.example/a': false,
    'https://': false,
    '//logos.example/a': false,
    'javascript:alert(1)//https://a': false,
    'data:image/svg+xml,https://a': false,
    ' https://logos.example/a': false,
  };
  for (const [address, isTaken] of Object.entries(table)) {
    test(`${JSON.stringify(address)} is ${isTaken ? 'taken for' : 'not'} a logo`, () => {
      const [brand] = sure(readBrands({all_brands: [{brand: 'Tin', logo_base_url: address}]}));
      assert.equal(brand?.logoBaseUrl, isTaken ? address : undefined);
    });
  }
});

describe('brands', () => {
  const idsOf = (...all_brands: readonly unknown[]) => sure(readBrands({all_brands})).map(brand => brand.id);

  test('of one name and two ids are two', () => {
    assert.deepEqual(idsOf({brand: 'Sun', brand_id: 'a'}, {brand: 'Sun', brand_id: 'b'}), ['a', 'b']);
  });

  test('without ids differ by their names', () => {
    assert.deepEqual(idsOf({brand: 'Sun'}, {family: 'Moon'}, {brand: 'Sun'}), ['Sun', 'Moon']);
  });

  test('without names are none', () => {
    assert.deepEqual(idsOf({brand_id: 'a'}, {brand: ' ', brand_id: 'b'}, {brand: {}}, [], 'text', null), []);
  });

  test('of absurd length are read', () => {
    const long = 'x'.repeat(1_000_000);
    const [brand] = sure(
      readBrands({
        all_brands: [{brand: long, brand_id: long, min: long, category: long}],
      }),
    );
    assert.deepEqual([brand?.name, brand?.lowest, brand?.categories], [long, long, [long]]);
  });

  test('that a popular list names by id alone are popular', () => {
    const body = {all_brands: [{brand: 'Sun', brand_id: 'a'}], popular_brands: [{brand_id: 'a'}]};
    assert.equal(sure(readBrands(body))[0]?.popular, true);
  });

  test('of a group and of the flat list are listed as in the group', () => {
    const row = {brand: 'Sun', category: null};
    const body = {categories: [{category: 'games', brands: [row]}], all_brands: [row], popular_brands: [row]};
    assert.deepEqual(sure(readBrands(body))[0]?.categories, ['games']);
  });

  test('of a group take its kind where they say none, and keep their own', () => {
    const row = {brand: 'Sun', category: 'e-sim'};
    const categories = [{kind: 'mobile_recharge', category: 'games', brands: [row, {brand: 'Moon'}]}];
    const kinds = sure(readBrands({categories})).map(brand => [brand.kind, brand.categories]);
    assert.deepEqual(kinds, [
      ['esim', ['games']],
      ['topup', ['games']],
    ]);
  });
});

test("a row's country is the listing's where it says none", () => {
  assert.equal(byId('0000-null').country, 'NG');
});

describe('a listing', () => {
  test('of the flat list alone is enough', () => {
    const found = sure(readBrands({all_brands: [{family: 'Only', brand_id: '1'}]}));
    assert.deepEqual(
      found.map(({name, categories, country}) => ({name, categories, country})),
      [{name: 'Only', categories: ['other_products'], country: ''}],
    );
  });

  test('without any brand is an empty one', () => {
    assert.deepEqual(sure(readBrands({categories: []})), []);
    assert.deepEqual(sure(readBrands({all_brands: []})), []);
  });

  for (const body of [{}, [], null, 'text', {categories: null}, {all_brands: {}}, {error: 'no'}]) {
    test(`${JSON.stringify(body)} is none`, () => {
      assert.equal(readBrands(body), undefined);
    });
  }

  test('with anything broken in it still lists what is not', () => {
    for (const {name, value} of mutationsOf(readSample('brands'))) {
      const parsed = readBrands(value);
      if (!parsed) {
        assert.match(name, /^\$( |$)/, name);
        continue;
      }
      for (const brand of parsed) {
        assert.ok(brand.id && brand.name && brand.family, name);
        assert.ok(brand.categories.length > 0, name);
      }
    }
  });
});

test('an unknown kind is no gift card', () => {
  assert.equal(kindOf('starship', 'games'), 'other');
  assert.equal(kindOf(undefined, 'games'), 'giftcard');
});
