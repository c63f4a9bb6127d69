import assert from 'node:assert/strict';
import {test} from 'node:test';

import {chosenProduct, fixedProducts, rangeProducts} from '../../src/domain/product-choice.js';
import {aFixedProduct, aRangeProduct} from '../samples/domain.js';

const ten = aFixedProduct({id: 'ten', faceValue: '10'});
const hundred = aFixedProduct({id: 'hundred', faceValue: '100.00'});
const five = aFixedProduct({id: 'five', faceValue: '5.50'});
const plan = aFixedProduct({id: 'plan', denomination: '1 GB 7 days', faceValue: undefined});
const range = aRangeProduct({id: 'range'});

const ids = (products: readonly {id: string}[]) => products.map(product => product.id);

test('fixed rows are sorted by value and not by text', () => {
  assert.deepEqual(ids(fixedProducts([hundred, range, ten, five])), ['five', 'ten', 'hundred']);
});

test('rows without a value stay as they are listed', () => {
  assert.deepEqual(ids(fixedProducts([hundred, plan, ten])), ['hundred', 'plan', 'ten']);
});

test('ranges are told from fixed rows', () => {
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
  {name: 'no wish and one product', products: [range], productId: '', amount: '', expected: 'range'},
  {name: 'no wish and several', products: all, productId: '', amount: '', expected: undefined},
  {name: 'an amount that is none', products: all, productId: '', amount: 'ten', expected: undefined},
  {name: 'anything of nothing', products: [], productId: 'ten', amount: '10', expected: undefined},
];

for (const {name, products, productId, amount, expected} of table) {
  test(`${name} chooses ${expected ?? 'nothing'}`, () => {
    assert.equal(chosenProduct(products, {productId, amount})?.id, expected);
  });
}
