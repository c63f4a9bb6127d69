import assert from 'node:assert/strict';
import {test} from 'node:test';
import {problemCodes} from '../../../src/sandbox/index.js';
import {createHarness, orderRequest} from '../harness.js';

interface Refusal {
  readonly problems?: readonly {problem: string}[] | null;
  readonly detail?: string;
  readonly coin_amount?: string;
  readonly order_id?: string;
}

async function answers(word: string) {
  const {post, sandbox} = createHarness();
  const body = orderRequest({email: `${word}@sandbox.test`});
  const validation = await post<Refusal>('/v5/orders/validations', body);
  const order = await post<Refusal>('/v5/orders', body);
  return {validation, order, made: sandbox.orders().length};
}
const codesOf = ({problems}: Refusal) => problems?.map(({problem}) => problem) ?? [];

for (const code of problemCodes) {
  test(`${code} has an e-mail`, async () => {
    for (const word of [`problem-${code.toLowerCase().replaceAll('_', '-')}`, code.toLowerCase()]) {
      const {validation, order, made} = await answers(word);
      assert.deepEqual(codesOf(validation.body), [code]);
      assert.deepEqual(codesOf(order.body), [code]);
      assert.deepEqual([validation.status, order.status, made], [200, 422, 0]);
      assert.equal(order.body.detail, code);
      assert.ok(validation.body.coin_amount);
    }
  });
}

test('an unknown code works as well', async () => {
  const {validation, made} = await answers('problem-moon-too-full');
  assert.deepEqual(codesOf(validation.body), ['MOON_TOO_FULL']);
  assert.equal(made, 0);
});

for (const status of [200, 400, 422]) {
  test(`problems can come with ${status}`, async () => {
    const {validation, order, made} = await answers(`problem-kyc-missing-${status}`);
    assert.deepEqual([validation.status, order.status, made], [status, status, 0]);
    assert.deepEqual(codesOf(validation.body), ['KYC_MISSING']);
    assert.deepEqual(codesOf(order.body), ['KYC_MISSING']);
    assert.equal(order.body.order_id, undefined);
  });
}

test('an order can be refused whose validation was fine', async () => {
  const {validation, order, made} = await answers('order-problem-out-of-stock');
  assert.deepEqual(codesOf(validation.body), []);
  assert.deepEqual(codesOf(order.body), ['OUT_OF_STOCK']);
  assert.deepEqual([order.status, made], [422, 0]);
  assert.equal((await answers('order-problem-out-of-stock-400')).order.status, 400);
});

test('a refusal can have its code in detail alone', async () => {
  const {validation, order, made} = await answers('detail-login-required');
  for (const {status, body} of [validation, order]) {
    assert.equal(status, 422);
    assert.equal(body.detail, 'LOGIN_REQUIRED');
    assert.ok(!('problems' in body));
  }
  assert.equal(made, 0);
  assert.equal((await answers('detail-login-required-400')).order.status, 400);
});

test('a stablecoin on Tron needs a full name', async () => {
  const {post} = createHarness();
  const change = {payment: {coin: 'USDT', network: 'Tron'}};
  const without = await post<Refusal>('/v5/orders/validations', orderRequest(change));
  assert.deepEqual(codesOf(without.body), ['FULLNAME_MISSING']);
  const named = orderRequest({...change, user: {full_name: 'Ana Lima'}});
  assert.deepEqual(codesOf((await post<Refusal>('/v5/orders/validations', named)).body), []);
});
