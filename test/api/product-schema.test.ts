import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {priceSchema, productsSchema} from '../../src/api/product-schema.js';
import {compare, decimal, isPositive} from '../../src/domain/money.js';
import {mutationsOf} from '../samples/mutations.js';
import {readSample} from '../samples/read-sample.js';
import {reads, sure} from './sure.js';

const readPrice = reads(priceSchema);
const readProducts = reads(productsSchema);

const groups = sure(readProducts(readSample('products')));
const product = (id: string) => {
  const found = groups.flatMap(group => group.products).find(candidate => candidate.id === id);
  assert.ok(found, id);
  return found;
};
const only = (row: Record<string, unknown>) =>
  sure(readProducts([{brand: 'Tin', products: [row]}]))[0]?.products;

test('the brands of a family are kept apart', () => {
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

describe('what there is to read about a brand', () => {
  const about = (group: Record<string, unknown>) =>
    JSON.parse(JSON.stringify(sure(readProducts([{brand: 'Tin', ...group}]))[0]?.about));
  const rich = {
    markup: 'html',
    description: '<p>Spend it.</p>',
    how_to_redeem: '<ol><li>Open</li></ol>',
    term_and_conditions: '<p>No cash.</p>',
    note: 'By e-mail',
    redeem_geo: 'US',
    locale: 'en',
    brand_tagline: null,
    sizeInBytes: 12,
  };

  test('is passed on as it is', () => {
    assert.deepEqual(about({rich_description: rich, product_tc: 'plain'}), {
      description: '<p>Spend it.</p>',
      howToRedeem: '<ol><li>Open</li></ol>',
      terms: '<p>No cash.</p>',
      note: 'By e-mail',
      geo: 'US',
      locale: 'en',
    });
  });

  test('are the plain terms where there are no others', () => {
    const {terms, plainTerms} = about({
      rich_description: {...rich, term_and_conditions: null},
      product_tc: 'a < b',
    });
    assert.deepEqual([terms, plainTerms], [undefined, 'a < b']);
    assert.deepEqual(about({rich_description: null, product_tc: 'Plain.'}), {plainTerms: 'Plain.'});
  });

  for (const rich_description of [null, undefined, 'text', 5, [], {}, {description: null, note: 5.5}]) {
    test(`may be missing: ${JSON.stringify(rich_description)}`, () => {
      const {plainTerms, note, ...others} = about({rich_description, product_tc: ''});
      assert.deepEqual([plainTerms, others], [undefined, {}]);
      assert.ok(note === undefined || note === '5.5');
    });
  }

  for (const description of ['<p></p>', '<p>&nbsp;<br/></p>', ' ', '<img src=x>', {}, [], false]) {
    test(`is nothing in ${JSON.stringify(description)}`, () => {
      assert.deepEqual(about({rich_description: {description}}), {});
    });
  }

  test('is looked at quickly, however malformed', () => {
    const started = performance.now();
    assert.equal(about({rich_description: {note: '<'.repeat(200_000)}}).note.length, 200_000);
    assert.ok(performance.now() - started < 2000);
  });

  test('may be long', () => {
    const description = '<p>'.repeat(100_000);
    assert.deepEqual(about({rich_description: {description: `${description}x`}}), {
      description: `${description}x`,
    });
  });
});

test('a brand that is sold out since it was listed says so', () => {
  const parsed = sure(
    readProducts([{brand: 'Tin', family: 'Metal', is_out_of_stock: true}, {brand: 'Lead'}]),
  );
  assert.deepEqual(
    parsed.map(({outOfStock, family, products}) => [outOfStock, family, products]),
    [
      [true, 'Metal', []],
      [false, undefined, []],
    ],
  );
});

describe('rows without an id', () => {
  const idsOf = (...products: unknown[]) =>
    sure(readProducts([{brand: 'Tin', products}]))[0]?.products.map(row => row.id) ?? [];

  test('differ by what is ordered and who receives it', () => {
    const ids = idsOf(
      {denomination: '5 EUR', delivery_type: 'by_phone'},
      {denomination: '5 EUR', delivery_type: 'by_email'},
      {denomination: '10 EUR', delivery_type: 'by_email'},
    );
    assert.equal(new Set(ids).size, 3);
  });

  test('keep what they are called from one answer to the next', () => {
    assert.deepEqual(
      idsOf({denomination: '5 EUR', coin: 'BTC'}),
      idsOf({denomination: '5 EUR', coin: 'SOL'}),
    );
  });
});

describe("a row's own coin is trusted", () => {
  const coins: Record<string, unknown> = {BTC: 'BTC', '': undefined, ' ': undefined};
  for (const [coin, expected] of Object.entries(coins)) {
    test(`where it is ${JSON.stringify(coin)}`, () => {
      const [row] = only({denomination: '10 USD', coin, coin_amount: '0.1'}) ?? [];
      assert.ok(row?.shape === 'fixed');
      assert.equal(row.coin, expected);
    });
  }

  test('a price may be a number, however small or large', () => {
    const prices: [unknown, string][] = [
      [1e-8, '0.00000001'],
      [12, '12'],
      ['0012.50', '12.50'],
      [1e21, '1000000000000000000000'],
    ];
    for (const [coin_amount, expected] of prices) {
      const [row] = only({denomination: '10 USD', coin: 'BTC', coin_amount}) ?? [];
      assert.ok(row?.shape === 'fixed');
      assert.equal(row.coinAmount, expected);
    }
  });
});

test("a product's currency is its own, not the country's", () => {
  const face_value = {currency_code: 'AUD', amount: {type: 'fixed', price: '20'}};
  const parsed = sure(
    readProducts([{brand: 'Tin', country_code: 'NG', products: [{denomination: '20 AUD', face_value}]}]),
  );
  const [row] = parsed[0]?.products ?? [];
  assert.deepEqual([row?.country, row?.currency], ['NG', 'AUD']);
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
    assert.deepEqual(sure(readProducts([])), []);
  });

  for (const body of [{}, null, 'text', 5, {products: []}]) {
    test(`${JSON.stringify(body)} is none`, () => {
      assert.equal(readProducts(body), undefined);
    });
  }

  test('with anything broken in it still lists what can be ordered', () => {
    for (const {name, value} of mutationsOf(readSample('products'))) {
      const parsed = readProducts(value);
      if (!parsed) {
        assert.match(name, /^\$( |$)/, name);
        continue;
      }
      for (const row of parsed.flatMap(group => group.products)) {
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
    assert.deepEqual(readPrice(readSample('price')), {coin: 'USDC', amount: '25.94'});
  });

  test('may be a number, however small', () => {
    assert.equal(readPrice({coin_amount: 3.2833e-8})?.amount, '0.000000032833');
  });

  for (const coin_amount of ['0', '0.00', 0, -1, '', 'free', null, undefined, {}, []]) {
    test(`of ${JSON.stringify(coin_amount)} is none`, () => {
      assert.equal(readPrice({coin: 'USDC', coin_amount}), undefined);
    });
  }

  test('with anything else broken in it is still a price', () => {
    for (const {name, value} of mutationsOf(readSample('price'))) {
      const parsed = readPrice(value);
      if (!parsed) assert.match(name, /^\$ |^\$\.coin_amount/, name);
    }
  });
});
