import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {OrderJson} from '../../../src/sandbox/index.js';
import {createHarness, orderRequest} from '../harness.js';

interface Total {
  readonly coin_amount: string;
}

/** Buys a card of 25 USD in USDC; totals are in cents. */
function shop(word: string) {
  const {post, get, sandbox} = createHarness();
  const body = orderRequest({email: `${word}@sandbox.test`, payment: {coin: 'USDC', network: 'Base'}});
  const cents = (amount: string) => Number(amount.replace('.', ''));
  return {
    sandbox,
    price: async () => {
      const query = 'brand_name=Northbeam&country_code=US&face_value=25&coin=USDC';
      return cents((await get<Total>(`/v4/products/price?${query}`)).body.coin_amount);
    },
    validate: async () => cents((await post<Total>('/v5/orders/validations', body)).body.coin_amount),
    order: async () => cents((await post<OrderJson>('/v5/orders', body)).body.coin_amount),
  };
}

test('price-moved: validation and order agree, two percent above the price', async () => {
  const {price, validate, order} = shop('price-moved');
  const [quoted, validated] = [await price(), await validate()];
  assert.ok(Math.abs(validated / quoted - 1.02) < 0.002, `${quoted} ${validated}`);
  assert.equal(await validate(), validated);
  assert.equal(await order(), validated);
});

test('price-moving: three validations differ, then the total stays and the order costs the same', async () => {
  const {sandbox, price, validate, order} = shop('price-moving');
  const totals = [await price(), await validate(), await validate(), await validate()];
  assert.deepEqual(
    totals.toSorted((a, b) => a - b),
    totals,
  );
  assert.equal(new Set(totals).size, 4);
  assert.equal(await validate(), totals.at(-1));
  assert.equal(await order(), totals.at(-1));
  sandbox.reset();
  assert.equal(await validate(), totals[1]);
});

test('order-moved: the order costs two percent more than its validation', async () => {
  const {price, validate, order} = shop('order-moved');
  const validated = await validate();
  assert.equal(validated, await price());
  assert.ok(Math.abs((await order()) / validated - 1.02) < 0.002);
});

test('any other buyer pays the price', async () => {
  const {price, validate, order} = shop('paid');
  const quoted = await price();
  assert.deepEqual([await validate(), await validate(), await order()], [quoted, quoted, quoted]);
});
