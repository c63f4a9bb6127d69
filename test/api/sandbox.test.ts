import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {createApi} from '../../src/api/client.js';
import {ApiError} from '../../src/api/errors.js';
import {findBrand} from '../../src/domain/brand-list.js';
import {choosePayment} from '../../src/domain/payment-choice.js';
import {chosenProduct} from '../../src/domain/product-choice.js';
import type {OrderRequest, Quote, Recipient} from '../../src/domain/types.js';
import {createSandbox, scenarios} from '../../src/sandbox/index.js';

const email = 'buyer@example.com';

/** The client on a sandbox whose clock stands still. */
function connect() {
  const sandbox = createSandbox({requireHeaders: false, now: () => 1_790_000_000_000});
  const api = createApi({
    proxyUrl: 'https://shop.example/api',
    fetch: (...given) => sandbox(new Request(...given)),
    signal: new AbortController().signal,
  });
  return {api, sandbox};
}

interface Choice {
  readonly country: string;
  readonly brand: string;
  readonly amount?: string;
  /** Part of the words of a row without a face value. */
  readonly plan?: string;
  readonly coin?: string;
  readonly network?: string;
  readonly recipient?: Partial<Recipient>;
}

/** Goes through what a buyer does up to the summary. */
async function quoteFor(
  api: ReturnType<typeof createApi>,
  {country, brand: name, amount = '', plan, coin = 'USDC', network = 'Solana'}: Choice,
): Promise<Quote> {
  const payment = choosePayment(await api.listCoins(), [{coin, network}]);
  const brand = findBrand(await api.listBrands(country), name);
  assert.ok(payment && brand, `${name} in ${country} for ${coin}`);
  const groups = await api.listProducts({brand, coin: payment.coin.name, lang: 'en'});
  const products = groups.find(group => group.brandId === brand.id)?.products ?? [];
  const product = plan
    ? products.find(candidate => candidate.shape === 'fixed' && candidate.denomination.includes(plan))
    : chosenProduct(products, {productId: '', amount});
  assert.ok(product, `${amount || plan} of ${name}`);
  const faceValue = product.shape === 'range' ? amount : product.faceValue;
  const coinAmount =
    product.shape === 'range'
      ? await api.getPrice({
          brandName: product.brandName,
          country,
          faceValue: amount,
          coin: payment.coin.name,
        })
      : product.coinAmount;
  assert.ok(coinAmount);
  return {
    brand,
    product,
    faceValue,
    currency: product.currency,
    coin: payment.coin.name,
    network: payment.network,
    coinAmount,
  };
}

async function requestFor(api: ReturnType<typeof createApi>, choice: Choice): Promise<OrderRequest> {
  const recipient = {email, ...choice.recipient};
  return {quote: await quoteFor(api, choice), recipient, language: 'en', utmSource: 'shop.example'};
}

const choices: Record<string, Choice> = {
  'a fixed card': {country: 'US', brand: 'Vaporforge', amount: '10'},
  'a fixed card with cents': {country: 'US', brand: 'Doorstep Diner', amount: '25.50'},
  'a range card': {country: 'US', brand: 'Northbeam', amount: '37'},
  'a range card in halves': {country: 'US', brand: 'Larkstall', amount: '10.5'},
  'a card named by what it is': {country: 'US', brand: 'Blockadia', plan: 'Java'},
  'a subscription beside a card': {country: 'US', brand: 'Pitchside', plan: '1 month'},
  'the second brand of a family': {country: 'US', brand: 'Greenbasket+', plan: '12 months'},
  'a top-up': {country: 'US', brand: 'Beacon Mobile', amount: '25', recipient: {phone: '+12025550123'}},
  'a range top-up': {
    country: 'NG',
    brand: 'Kora Mobile',
    amount: '1500',
    recipient: {phone: '+2348012345678'},
  },
  'a data plan': {country: 'NG', brand: 'Kora Data', plan: 'Unlimited', recipient: {phone: '+2348012345678'}},
  'a top-up by PIN': {country: 'IT', brand: 'Brezza', plan: '5 EUR - PIN'},
  'an eSIM': {country: 'VN', brand: 'Roamly eSIM', plan: '1 GB 7 days'},
  'a card in bitcoin': {country: 'US', brand: 'Northbeam', amount: '25', coin: 'BTC', network: 'Mainnet'},
  'a card over Lightning': {
    country: 'US',
    brand: 'Northbeam',
    amount: '25',
    coin: 'BTC',
    network: 'Lightning',
  },
};

for (const [name, choice] of Object.entries(choices)) {
  test(`${name} is quoted, validated, ordered, paid and delivered`, async () => {
    const {api, sandbox} = connect();
    const request = await requestFor(api, choice);
    const {quote} = request;

    const validation = await api.validateOrder(request);
    assert.deepEqual(validation.problems, []);

    const order = await api.createOrder(request, 'key-1');
    assert.equal(order.state, 'WaitingForPayment');
    assert.equal(order.coinAmount, validation.coinAmount);
    assert.equal(order.coin, quote.coin);
    assert.equal(order.network, quote.network.name);
    assert.ok(order.address);
    const [line] = order.deliveries;
    assert.equal(line?.brandName, quote.product.brandName);
    assert.equal(line?.beneficiary, choice.recipient?.phone ?? email);
    assert.equal(line?.code, undefined);

    sandbox.control(order.id, 'pay');
    for (let turn = 0; turn < 5 && (await api.getOrder(order.id)).state !== 'Done'; turn += 1)
      sandbox.control(order.id, 'advance');
    const delivered = await api.getOrder(order.id);
    assert.equal(delivered.state, 'Done');
    assert.equal(delivered.deliveries.length, 1);
    if (quote.brand.kind === 'giftcard')
      assert.ok(delivered.deliveries[0]?.code ?? delivered.deliveries[0]?.link);
  });
}

for (const country of ['US', 'IT', 'BR', 'NG', 'VN']) {
  test(`every product of ${country} can be read, and has a price or a range`, async () => {
    const {api} = connect();
    const brands = await api.listBrands(country);
    assert.ok(brands.length > 10);
    for (const brand of brands) {
      const groups = await api.listProducts({brand, coin: 'USDC', lang: 'en'});
      for (const product of groups.flatMap(group => group.products))
        assert.ok(product.shape === 'range' || product.coinAmount, `${brand.name} ${product.id}`);
    }
  });
}

test('a country without a catalogue has no brands', async () => {
  assert.deepEqual(await connect().api.listBrands('AQ'), []);
});

describe('problems', () => {
  const card: Choice = {country: 'US', brand: 'Northbeam', amount: '25'};

  test('say what is missing, and go when it is there', async () => {
    const {api} = connect();
    const choice = {...card, coin: 'USDT', network: 'Tron'};
    const without = await api.validateOrder(await requestFor(api, choice));
    assert.deepEqual(without.problems, [{code: 'FULLNAME_MISSING'}]);
    const withName = await requestFor(api, {...choice, recipient: {fullName: 'Ada Buyer'}});
    assert.deepEqual((await api.validateOrder(withName)).problems, []);
  });

  test('refuse the order as they refuse the validation', async () => {
    const {api} = connect();
    const request = await requestFor(api, {...card, recipient: {email: 'kyc_missing@sandbox.test'}});
    assert.deepEqual((await api.validateOrder(request)).problems, [{code: 'KYC_MISSING'}]);
    await assert.rejects(api.createOrder(request, 'key-1'), error => {
      assert.ok(error instanceof ApiError);
      assert.equal(error.code, 'order_problems');
      assert.deepEqual(error.problems, [{code: 'KYC_MISSING'}]);
      return true;
    });
  });
});

for (const {email: address, story} of scenarios.filter(each => !/problem|detail|kyc/.test(each.email))) {
  test(`${address.split('@')[0]} can be read at every moment: ${story}`, async () => {
    let now = 1_790_000_000_000;
    const sandbox = createSandbox({requireHeaders: false, now: () => now});
    const {signal} = new AbortController();
    const api = createApi({
      proxyUrl: 'https://shop.example/api',
      fetch: (...given) => sandbox(new Request(...given)),
      signal,
    });
    const choice = {country: 'US', brand: 'Northbeam', amount: '25', recipient: {email: address}};
    const request = await requestFor(api, choice);
    assert.deepEqual((await api.validateOrder(request)).problems, []);
    const {id, state} = await api.createOrder(request, 'key-1');
    for (let second = 0; second < 50; second++, now += 1000) assert.equal((await api.getOrder(id)).id, id);
    if (state === 'WaitingForPayment' && (await api.getOrder(id)).state === state) {
      sandbox.control(id, 'pay');
      now += 13_000;
      assert.match((await api.getOrder(id)).state, /^(Done|WaitingForManualAction)$/);
    }
  });
}

test('an order that was never made is not found', async () => {
  await assert.rejects(
    connect().api.getOrder('00000000-0000-4000-8000-000000000000'),
    error => error instanceof ApiError && error.code === 'not_found',
  );
});

describe('faults of the connection', () => {
  const faults = [
    {fault: {fault: 'status', status: 500}, code: 'server_error'},
    {fault: {fault: 'status', status: 429, retryAfter: 3}, code: 'rate_limited', retryAfter: 3000},
    {fault: {fault: 'html'}, code: 'response_invalid'},
    {fault: {fault: 'shape'}, code: 'response_invalid'},
    {fault: {fault: 'drop'}, code: 'network_error'},
  ] as const;
  for (const {fault, code, ...rest} of faults) {
    test(`${Object.values(fault).join(' ')} is ${code}, once`, async () => {
      const {api, sandbox} = connect();
      sandbox.fault(fault);
      await assert.rejects(api.listCoins(), error => {
        assert.ok(error instanceof ApiError, String(error));
        assert.equal(error.code, code);
        if ('retryAfter' in rest) assert.equal(error.retryAfter, rest.retryAfter);
        return true;
      });
      assert.ok((await api.listCoins()).length > 0);
    });
  }
});
