import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {priceSchema, productListSchema} from '../../src/api/product-schema.js';
import {compare, decimal, isPositive} from '../../src/domain/money.js';
import {mutationsOf} from '../samples/mutations.js';
import {readSample} from '../samples/read-sample.js';

const groups = productListSchema.parse(readSample('products'));
const product = (id: string) => {
  const found = groups.flatMap(group => group.products).find(candidate => candidate.id === id);
  assert.ok(found, id);
  return found;
};
const only = (row: Record<string, unknown>) =>
  productListSchema.parse([{brand: 'Tin', products: [row]}])[0]?.products;

test('the brands of a family are told apart', () => {
  assert.deepEqual(
    groups.map(({brandId, brandName, products}) => [brandId, brandName, products.length]),
    [
      ['0000-tin', 'Tin Whistle', 5],
      ['0000-plan', 'Tin Whistle', 4],
      ['0000-ghost', 'Ghost', 0],
    ],
  );
});

test('a fixed row keeps its denomination word for word', () => {
  assert.deepEqual(product('fixed'), {
    id: 'fixed',
    shape: 'fixed',
    brandName: 'Tin Whistle',
    country: 'US',
    deliveredTo: 'email',
    denomination: '10 USD',
    label: '$10',
    faceValue: '10',
    currency: 'USD',
    coin: 'USDC',
    coinAmount: '10.37',
  });
});

describe('the bounds of a range', () => {
  const bounds = (id: string) => {
    const found = product(id);
    assert.ok(found.shape === 'range', id);
    return [found.min, found.max, found.step, found.suggested, found.currency];
  };

  test('are read from numbers', () => {
    assert.deepEqual(bounds('range-numbers'), ['5', '500', '1', '500.0', 'USD']);
  });

  test('are read from strings, with cents for a step where none is given', () => {
    assert.deepEqual(bounds('range-strings'), ['50.00', '500.00', '0.01', undefined, 'USD']);
  });

  test('are read from objects', () => {
    assert.deepEqual(bounds('range-objects'), ['0.25', '100', '0.01', undefined, 'USD']);
  });

  test('are read from a row that only its denomination calls a range', () => {
    assert.deepEqual(bounds('range-by-word'), ['1', '2', '0.5', undefined, 'EUR']);
  });
});

test('each row says itself where it is delivered', () => {
  assert.equal(product('phone').deliveredTo, 'phone');
  assert.equal(product('pin').deliveredTo, 'email');
});

test('a plan has no face value, and costs what it costs', () => {
  const plan = product('unlimited');
  assert.ok(plan.shape === 'fixed');
  assert.equal(plan.label, 'Unlimited 3 days');
  assert.equal(plan.faceValue, undefined);
  assert.equal(plan.currency, undefined);
  assert.equal(plan.coinAmount, '12.4');
});

test('a row without a price is there without a price', () => {
  const row = product('unpriced');
  assert.ok(row.shape === 'fixed');
  assert.equal(row.coinAmount, undefined);
});

describe('a row that cannot be ordered safely is left out', () => {
  const range = {min: 5, max: 10, currency: 'USD', step_size: 1};
  const rows: Record<string, Record<string, unknown>> = {
    'neither a denomination nor a range': {product_id: 'x', coin_amount: '1'},
    'an empty denomination': {denomination: ' '},
    'a range without bounds': {is_dynamic: true},
    'a range without an upper bound': {is_dynamic: true, range: {...range, max: null}},
    'a range upside down': {is_dynamic: true, range: {...range, min: 11}},
    'a range of nothing': {is_dynamic: true, range: {...range, min: 0, max: 0}},
    'a range without a currency': {is_dynamic: true, range: {...range, currency: ''}},
    'a negative bound': {is_dynamic: true, range: {...range, min: -5}},
  };
  for (const [name, row] of Object.entries(rows)) {
    test(name, () => {
      assert.deepEqual(only(row), []);
    });
  }

  test('and a whole one is not', () => {
    assert.equal(only({is_dynamic: true, range})?.length, 1);
  });
});

test('a price of nothing is no price', () => {
  for (const coin_amount of ['0', 0, '-1', 'free', null, {}]) {
    const [row] = only({denomination: '10 USD', coin_amount}) ?? [];
    assert.ok(row?.shape === 'fixed');
    assert.equal(row.coinAmount, undefined, JSON.stringify(coin_amount));
  }
});

test('a step of nothing is a cent', () => {
  for (const step_size of [0, '0', null, 'x', -1]) {
    const [row] = only({is_dynamic: true, range: {min: 1, max: 2, currency: 'USD', step_size}}) ?? [];
    assert.ok(row?.shape === 'range');
    assert.equal(row.step, '0.01');
  }
});

describe('an answer', () => {
  test('to an unknown family is an empty list', () => {
    assert.deepEqual(productListSchema.parse([]), []);
  });

  for (const body of [{}, null, 'text', 5, {products: []}]) {
    test(`${JSON.stringify(body)} is none`, () => {
      assert.equal(productListSchema.safeParse(body).success, false);
    });
  }

  test('with anything broken in it still lists what can be ordered', () => {
    for (const {name, value} of mutationsOf(readSample('products'))) {
      const parsed = productListSchema.safeParse(value);
      if (!parsed.success) {
        assert.match(name, /^\$( |$)/, name);
        continue;
      }
      for (const row of parsed.data.flatMap(group => group.products)) {
        assert.ok(row.id && row.brandName, name);
        if (row.shape === 'fixed') assert.ok(row.denomination, name);
        else {
          for (const amount of [row.min, row.max, row.step]) assert.equal(decimal(amount), amount, name);
          assert.ok(isPositive(row.step) && compare(row.min, row.max) <= 0 && row.currency, name);
        }
      }
    }
  });
});

describe('a price', () => {
  test('is the coin and its amount', () => {
    const {coin, coin_amount} = priceSchema.parse(readSample('price'));
    assert.deepEqual({coin, coin_amount}, {coin: 'USDC', coin_amount: '25.94'});
  });

  test('may be a number, however small', () => {
    assert.equal(priceSchema.parse({coin_amount: 3.2833e-8}).coin_amount, '0.000000032833');
  });

  for (const coin_amount of ['0', '0.00', 0, -1, '', 'free', null, undefined, {}, []]) {
    test(`of ${JSON.stringify(coin_amount)} is none`, () => {
      assert.equal(priceSchema.safeParse({coin: 'USDC', coin_amount}).success, false);
    });
  }

  test('with anything else broken in it is still a price', () => {
    for (const {name, value} of mutationsOf(readSample('price'))) {
      const parsed = priceSchema.safeParse(value);
      if (!parsed.success) assert.match(name, /^\$ |^\$\.coin_amount/, name);
    }
  });
});
