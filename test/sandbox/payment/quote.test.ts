import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createHarness, type OrderChange, orderRequest} from '../harness.js';

interface Validation {
  readonly coin_amount: string;
  readonly problems: readonly {problem: string}[] | null;
}

const {get, post} = createHarness();
const validate = (change: OrderChange = {}) =>
  post<Validation>('/v5/orders/validations', orderRequest(change));

test('the price route quotes the default network: equal on the main chain, half a percent less than Lightning', async () => {
  const path = '/v4/products/price?brand_name=Northbeam&country_code=US&face_value=25&coin=';
  const priceOf = async (coin: string) => (await get<{coin_amount: string}>(path + coin)).body.coin_amount;
  const totalOf = async (coin: string, network: string) =>
    (await validate({payment: {coin, network}})).body.coin_amount;
  assert.equal(await totalOf('BTC', 'Mainnet'), await priceOf('BTC'));
  assert.equal(await totalOf('USDC', 'Solana'), await priceOf('USDC'));
  const ratio = Number(await totalOf('BTC', 'Lightning')) / Number(await priceOf('BTC'));
  assert.ok(ratio > 1.004 && ratio < 1.006, String(ratio));
});

test('each coin has a spread of its own', async () => {
  const totalOf = async (coin: string, network: string) =>
    (await validate({payment: {coin, network}})).body.coin_amount;
  assert.ok(Number(await totalOf('DAI', 'Polygon (Matic)')) > Number(await totalOf('USDC', 'Solana')));
});

test('the price of a face value that is not on sale, or in an unknown coin, is refused', async () => {
  const path = '/v4/products/price?brand_name=Vaporforge&country_code=US';
  assert.equal((await get(`${path}&face_value=12&coin=BTC`)).status, 404);
  assert.equal((await get(`${path}&face_value=10&coin=NOPE`)).status, 400);
  assert.equal((await get(`${path}&face_value=10.00&coin=BTC`)).status, 200);
});

test('a literal amount on a range brand buys a dearer product', async () => {
  const literal = await validate({delivery: {denomination: '25 USD', product_value: undefined}});
  assert.ok(!literal.body.problems?.length);
  assert.ok(Number(literal.body.coin_amount) > Number((await validate()).body.coin_amount) * 1.02);
});
