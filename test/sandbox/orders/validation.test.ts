import assert from 'node:assert/strict';
import {test} from 'node:test';
import {problemCodes} from '../../../src/sandbox/index.js';
import {createHarness, type OrderChange, orderRequest} from '../harness.js';

interface Validation {
  readonly coin: string;
  readonly coin_amount: string;
  readonly deliveries: readonly {
    delivery_state: string;
    deliverable: {denomination: string; coin_amount: string};
  }[];
  readonly problems: readonly {problem: string}[] | null;
}

const {post} = createHarness();
const validate = (change: OrderChange = {}) =>
  post<Validation>('/v5/orders/validations', orderRequest(change));
const problemsOf = async (change: OrderChange) => {
  const {status, body} = await validate(change);
  assert.equal(status, 200);
  return (body.problems ?? []).map(({problem}) => problem);
};

/** What an order changes, and the problem that the API finds. */
const refusals: readonly [name: string, change: OrderChange, problem: string][] = [
  ['a range without an amount', {delivery: {product_value: undefined}}, 'OUT_OF_STOCK'],
  ['an amount below the range', {delivery: {product_value: '4'}}, 'NOT_AVAILABLE_PRODUCT'],
  ['an amount above the range', {delivery: {product_value: 501}}, 'NOT_AVAILABLE_PRODUCT'],
  ['an amount off the step', {delivery: {product_value: '25.50'}}, 'NOT_AVAILABLE_PRODUCT'],
  ['an amount with an exponent', {delivery: {product_value: '2e1'}}, 'NOT_AVAILABLE_PRODUCT'],
  [
    'an amount that is not on sale',
    {delivery: {brand_name: 'Vaporforge', denomination: '12 USD'}},
    'NOT_AVAILABLE_PRODUCT',
  ],
  ['a range of a brand that has none', {delivery: {brand_name: 'Vaporforge'}}, 'NOT_AVAILABLE_PRODUCT'],
  [
    'a rebuilt plan name',
    {delivery: {brand_name: 'Roamly eSIM', denomination: '12 USD'}},
    'NOT_AVAILABLE_PRODUCT',
  ],
  ['an unknown brand', {delivery: {brand_name: 'Unknown'}}, 'NOT_AVAILABLE_PRODUCT'],
  ['a brand name in another case', {delivery: {brand_name: 'northbeam'}}, 'NOT_AVAILABLE_PRODUCT'],
  ['an unknown country', {delivery: {country_code: 'AQ'}}, 'NOT_AVAILABLE_PRODUCT'],
  ['a ghost', {delivery: {brand_name: 'Everything Card'}}, 'NOT_AVAILABLE_PRODUCT'],
  ['a brand out of stock', {delivery: {brand_name: 'Analog Attic', denomination: '30 USD'}}, 'OUT_OF_STOCK'],
  ['a card to a phone', {delivery: {beneficiary_account: '+12025550123'}}, 'INVALID_BENEFICIARY_ACCOUNT'],
  ['a card to half an address', {delivery: {beneficiary_account: 'buyer@'}}, 'INVALID_BENEFICIARY_ACCOUNT'],
  [
    'a top-up to an e-mail',
    {delivery: {brand_name: 'Beacon Mobile', denomination: '10 USD'}},
    'INVALID_BENEFICIARY_ACCOUNT',
  ],
  [
    'a top-up abroad',
    {delivery: {brand_name: 'Beacon Mobile', denomination: '10 USD', beneficiary_account: '+2348031234567'}},
    'INVALID_BENEFICIARY_ACCOUNT',
  ],
  ['a suspended coin', {payment: {coin: 'EUROC', network: 'ETH Mainnet'}}, 'SUSPENDED_COIN'],
  ['a suspended network', {payment: {coin: 'DAI', network: 'Base'}}, 'SUSPENDED_NETWORK'],
  ['an unknown coin', {payment: {coin: 'NOPE', network: 'Mainnet'}}, 'UNSUPPORTED_PROTOCOL_COIN_COMBINATION'],
  [
    'a network of another coin',
    {payment: {coin: 'BTC', network: 'Solana'}},
    'UNSUPPORTED_PROTOCOL_COIN_COMBINATION',
  ],
  [
    'a network that the supplier refuses',
    {
      payment: {coin: 'USDC', network: 'Base'},
      delivery: {brand_name: 'Rewardable AUD', denomination: '50 AUD'},
    },
    'UNSUPPORTED_PROTOCOL_COIN_COMBINATION',
  ],
  ['a payment via without an address', {payment: {payment_via: 'GATE_PAY'}}, 'NOT_ALLOWED_PAYMENT_VIA'],
  [
    'less than the network takes',
    {
      payment: {coin: 'USDC', network: 'Solana'},
      delivery: {brand_name: 'Dollar Acre', product_value: '0.25'},
    },
    'AMOUNT_LESS_THEN_MINIMUM_ALLOWED',
  ],
  ['a stablecoin on Tron without a name', {payment: {coin: 'USDT', network: 'Tron'}}, 'FULLNAME_MISSING'],
  [
    'electronic money without a login',
    {delivery: {brand_name: 'Prepaid Plinth', denomination: '25 USD'}},
    'LOGIN_REQUIRED',
  ],
];

for (const [name, change, problem] of refusals) {
  test(`${name} is ${problem}`, async () => {
    assert.deepEqual(await problemsOf(change), [problem]);
    const {status, body} = await post<{problems: {problem: string}[]; detail: string}>(
      '/v5/orders',
      orderRequest(change),
    );
    assert.equal(status, 422);
    assert.deepEqual(
      body.problems.map(one => one.problem),
      [problem],
    );
    assert.equal(body.detail, problem);
  });
}

const acceptances: readonly [name: string, change: OrderChange][] = [
  ['an amount as text', {delivery: {product_value: '25'}}],
  ['an amount as a number', {delivery: {product_value: 25}}],
  ['an amount with empty places', {delivery: {product_value: '25.00'}}],
  ['the lower end', {delivery: {product_value: '5'}}],
  ['the upper end', {delivery: {product_value: '500'}}],
  ['a half step', {delivery: {brand_name: 'Larkstall', product_value: '10.5'}}],
  ['a label', {delivery: {brand_name: 'Blockadia', denomination: 'Java & Bedrock Ed'}}],
  ['a plan', {delivery: {brand_name: 'Roamly eSIM', denomination: 'Unlimited 3 days'}}],
  [
    'a top-up',
    {delivery: {brand_name: 'Beacon Mobile', denomination: '10 USD', beneficiary_account: '+12025550123'}},
  ],
  [
    'a signed denomination by phone',
    {
      delivery: {
        brand_name: 'Brezza',
        country_code: 'IT',
        denomination: '€5',
        beneficiary_account: '+393331234567',
      },
    },
  ],
  ['a pin by e-mail', {delivery: {brand_name: 'Brezza', country_code: 'IT', denomination: '5 EUR - PIN'}}],
  ['Tron with a full name', {payment: {coin: 'USDT', network: 'Tron'}, user: {full_name: 'Ada Lovelace'}}],
  ['Tron with a name', {payment: {coin: 'USDT', network: 'Tron'}, user: {name: 'Ada Lovelace'}}],
  ['no network', {payment: {network: undefined}}],
];

for (const [name, change] of acceptances) {
  test(`${name} is accepted, and the order costs what was validated`, async () => {
    const {body} = await validate(change);
    assert.ok(!body.problems?.length, JSON.stringify(body.problems));
    const order = await post<{coin_amount: string}>('/v5/orders', orderRequest(change));
    assert.equal(order.status, 201);
    assert.equal(order.body.coin_amount, body.coin_amount);
  });
}

test('every problem code has an e-mail', async () => {
  for (const code of problemCodes) {
    assert.deepEqual(await problemsOf({email: `${code.toLowerCase()}@sandbox.test`}), [code]);
  }
});

test('no problems are null for some requests and an empty list for others', async () => {
  assert.equal((await validate()).body.problems, null);
  assert.deepEqual(
    (await validate({delivery: {brand_name: 'Vaporforge', denomination: '10 USD'}})).body.problems,
    [],
  );
});

test('a request with problems still has its price', async () => {
  const {body} = await validate({email: 'kyc_missing@sandbox.test'});
  assert.match(body.coin_amount, /^0\.000\d+$/);
});

test('nested deliveries equal flat ones, and a quantity gives as many lines', async () => {
  const deliverable = {brand_name: 'Vaporforge', country_code: 'US', denomination: '10 USD'};
  const nested = await validate({deliveries: [{kind: 'giftcard', quantity: 3, deliverable}]});
  const flat = await validate({
    deliveries: Array(3).fill({...deliverable, beneficiary_account: 'buyer@example.com'}),
  });
  assert.equal(nested.body.deliveries.length, 3);
  assert.equal(nested.body.coin_amount, flat.body.coin_amount);
  const order = await post<{deliveries: unknown[]}>(
    '/v5/orders',
    orderRequest({deliveries: [{kind: 'giftcard', quantity: 3, deliverable}]}),
  );
  assert.equal(order.body.deliveries.length, 3);
});

test('a sum is exact', async () => {
  const {body} = await validate({
    deliveries: [
      {quantity: 10, deliverable: {brand_name: 'Vaporforge', country_code: 'US', denomination: '5 USD'}},
    ],
  });
  const line = body.deliveries[0]?.deliverable.coin_amount ?? '';
  assert.equal(
    body.coin_amount.replace('.', ''),
    String(BigInt(line.replace('.', '')) * 10n).padStart(9, '0'),
  );
});

test('one to ten deliveries are accepted', async () => {
  const deliverable = {brand_name: 'Vaporforge', country_code: 'US', denomination: '10 USD'};
  assert.deepEqual(await problemsOf({deliveries: [{quantity: 10, deliverable}]}), []);
  assert.deepEqual(await problemsOf({deliveries: [{quantity: 11, deliverable}]}), ['PRODUCT_COUNT_EXCEEDED']);
  assert.equal((await validate({deliveries: []})).status, 400);
});

test('an invalid body is refused', async () => {
  for (const body of [
    null,
    [],
    'x',
    {},
    {deliveries: [1], payment: {coin: 'BTC'}},
    orderRequest({payment: {coin: undefined}}),
  ]) {
    assert.equal((await post('/v5/orders/validations', body)).status, 400);
  }
});

test('an order needs an e-mail, a validation does not', async () => {
  const change = {
    ...orderRequest({delivery: {beneficiary_account: 'x@example.com'}}),
    email: undefined,
    user: undefined,
  };
  assert.equal((await post('/v5/orders/validations', change)).status, 200);
  assert.equal((await post('/v5/orders', change)).status, 422);
});
