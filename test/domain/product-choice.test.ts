import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  chosenProduct,
  fixedProducts,
  groupsOf,
  hasTexts,
  productsOf,
  rangeProducts,
} from '../../src/domain/product-choice.js';
import type {ProductGroup} from '../../src/domain/types.js';
import {aBrand, aFixedProduct, aRangeProduct} from '../samples/domain.js';

const ten = aFixedProduct({id: 'ten', faceValue: '10'});
const hundred = aFixedProduct({id: 'hundred', faceValue: '100.00'});
const five = aFixedProduct({id: 'five', faceValue: '5.50'});
const plan = aFixedProduct({id: 'plan', denomination: '1 GB 7 days', faceValue: undefined});
const range = aRangeProduct({id: 'range'});

const ids = (products: readonly {id: string}[]) => products.map(product => product.id);

const aGroup = (change: Partial<ProductGroup> = {}): ProductGroup => ({
  brandId: 'brand-1',
  brandName: 'Tin Whistle',
  outOfStock: false,
  about: {},
  products: [ten],
  ...change,
});

describe('the products of a brand', () => {
  const other = aGroup({brandId: 'brand-2', products: [five]});
  const listed = (...groups: ProductGroup[]) =>
    ids(productsOf(groups, aBrand({id: 'brand-1', name: 'Tin Whistle'})));

  test('are those of its id, not of its name', () => {
    assert.deepEqual(listed(other, aGroup()), ['ten']);
    assert.deepEqual(listed(other, aGroup({brandName: 'Renamed'})), ['ten']);
  });

  test('are those of its name where its id is not answered', () => {
    assert.deepEqual(listed(other, aGroup({brandId: undefined})), ['five', 'ten']);
    assert.deepEqual(listed(aGroup({brandId: 'x', brandName: 'Tin'})), []);
  });

  test('are none for a brand that is only listed', () => {
    assert.deepEqual(listed(aGroup({products: []}), other), []);
    assert.deepEqual(listed(), []);
  });

  test('come once for each id, wherever they are repeated', () => {
    assert.deepEqual(
      listed(aGroup({products: [ten, five, {...ten}]}), aGroup({products: [{...five}, range]})),
      ['ten', 'five', 'range'],
    );
  });

  test('are two where they share everything but the id', () => {
    assert.deepEqual(listed(aGroup({products: [ten, {...ten, id: 'again'}]})), ['ten', 'again']);
  });

  test('come with their group', () => {
    const own = aGroup();
    assert.deepEqual(groupsOf([other, own], aBrand()), [own]);
  });
});

describe('there is something to read', () => {
  const table = {
    'in a description': {about: {description: 'x'}, expected: true},
    'in instructions': {about: {howToRedeem: 'x'}, expected: true},
    'in terms': {about: {terms: 'x'}, expected: true},
    'in a note': {about: {note: 'x'}, expected: true},
    'not in plain terms, which have no language': {about: {plainTerms: 'x'}, expected: false},
    'not in a country': {about: {geo: 'US', locale: 'en'}, expected: false},
    'not in nothing': {about: {}, expected: false},
  };
  for (const [name, {about, expected}] of Object.entries(table)) {
    test(name, () => {
      assert.equal(hasTexts([aGroup(), aGroup({about})]), expected);
    });
  }

  test('not in no group', () => {
    assert.equal(hasTexts([]), false);
  });
});

test('fixed rows are sorted by value and not by text', () => {
  assert.deepEqual(ids(fixedProducts([hundred, range, ten, five])), ['five', 'ten', 'hundred']);
});

test('rows without a value stay as they are listed', () => {
  assert.deepEqual(ids(fixedProducts([hundred, plan, ten])), ['hundred', 'plan', 'ten']);
});

test('ranges are separated from fixed rows', () => {
  assert.deepEqual(ids(rangeProducts([hundred, range, ten])), ['range']);
});

const all = [hundred, range, ten];
const table = [
  {name: 'an id', products: all, productId: 'ten', amount: '', expected: 'ten'},
  {name: 'an id rather than an amount', products: all, productId: 'ten', amount: '100', expected: 'ten'},
  {name: 'an amount that a fixed row has', products: all, productId: '', amount: '100', expected: 'hundred'},
  {name: 'the same amount in other words', products: all, productId: '', amount: '10.00', expected: 'ten'},
  {name: 'any other amount', products: all, productId: '', amount: '33', expected: 'range'},
  {name: 'an amount that nothing has', products: [ten], productId: '', amount: '33', expected: undefined},
  {name: 'an id of something else', products: all, productId: 'x', amount: '', expected: undefined},
  {name: 'no choice and one product', products: [range], productId: '', amount: '', expected: 'range'},
  {name: 'no choice and several', products: all, productId: '', amount: '', expected: undefined},
  {name: 'an amount that is none', products: all, productId: '', amount: 'ten', expected: undefined},
  {name: 'anything of nothing', products: [], productId: 'ten', amount: '10', expected: undefined},
];

for (const {name, products, productId, amount, expected} of table) {
  test(`${name} chooses ${expected ?? 'nothing'}`, () => {
    assert.equal(chosenProduct(products, {productId, amount})?.id, expected);
  });
}
