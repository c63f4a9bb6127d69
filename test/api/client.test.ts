import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {createApi} from '../../src/api/client.js';
import {ApiError} from '../../src/api/errors.js';
import {orderBody} from '../../src/api/order-body.js';
import type {Fetch} from '../../src/api/request-json.js';
import type {OrderRequest} from '../../src/domain/types.js';
import {aBrand, aQuote} from '../samples/domain.js';
import {readSample, type SampleName} from '../samples/read-sample.js';
import {fakeFetch, silentFetch} from './fake-fetch.js';

const proxyUrl = 'https://shop.example/pay';
const life = new AbortController().signal;
const request: OrderRequest = {quote: aQuote(), recipient: {email: 'buyer@example.com'}, language: 'en'};

function connect(answer: unknown, init: ResponseInit = {}, base = proxyUrl) {
  const {fetch, sent} = fakeFetch(() => Response.json(answer, init));
  return {api: createApi({proxyUrl: base, fetch, signal: life}), sent};
}

const sample = (name: SampleName) => connect(readSample(name));

const isCode = (code: string) => (error: unknown) => error instanceof ApiError && error.code === code;

describe('every call goes to its route below the proxy', () => {
  test('coins', async () => {
    const {api, sent} = sample('payment-vias');
    assert.equal((await api.listCoins()).length, 3);
    assert.equal(`${sent[0]?.method} ${sent[0]?.url}`, 'GET https://shop.example/pay/v3/payment_vias');
  });

  test('brands', async () => {
    const {api, sent} = sample('brands');
    assert.equal((await api.listBrands('NG')).length, 10);
    assert.equal(`${sent[0]?.url}`, 'https://shop.example/pay/v2/brands?country_code=NG');
  });

  test('featured brands', async () => {
    const {api, sent} = sample('homepage');
    assert.equal((await api.getFeatured('NG'))[0], '0000-bux');
    assert.equal(`${sent[0]?.url}`, 'https://shop.example/pay/v2/homepage?country_code=NG');
  });

  test('products', async () => {
    const {api, sent} = sample('products');
    const brand = aBrand({family: 'Harbor & Main+', country: 'US'});
    await api.listProducts({brand, coin: 'USDT.e', lang: 'vi'});
    const {pathname, searchParams} = sent[0]?.url ?? new URL(proxyUrl);
    assert.equal(pathname, '/pay/v5/products/country/US');
    assert.deepEqual(Object.fromEntries(searchParams), {
      family_name: 'Harbor & Main+',
      coin: 'USDT.e',
      lang: 'vi',
    });
  });

  test('a price', async () => {
    const {api, sent} = sample('price');
    const asked = {brandName: 'Tin Whistle', country: 'US', faceValue: '25', coin: 'USDC'};
    assert.equal(await api.getPrice(asked), '25.94');
    assert.equal(sent[0]?.url.pathname, '/pay/v4/products/price');
    assert.deepEqual(Object.fromEntries(sent[0]?.url.searchParams ?? []), {
      brand_name: 'Tin Whistle',
      country_code: 'US',
      face_value: '25',
      coin: 'USDC',
    });
  });

  test('a validation', async () => {
    const {api, sent} = sample('validation');
    assert.deepEqual(await api.validateOrder(request), {coinAmount: '0.00032833', problems: []});
    assert.equal(`${sent[0]?.method} ${sent[0]?.url.pathname}`, 'POST /pay/v5/orders/validations');
    assert.equal(sent[0]?.headers.get('content-type'), 'application/json');
    assert.equal(sent[0]?.headers.get('idempotency-key'), null);
  });

  test('an order, with the key of its attempt', async () => {
    const {api, sent} = sample('order');
    assert.equal((await api.createOrder(request, 'key-1')).id, '0000-order');
    assert.equal(`${sent[0]?.method} ${sent[0]?.url.pathname}`, 'POST /pay/v5/orders');
    assert.equal(sent[0]?.headers.get('idempotency-key'), 'key-1');
    assert.equal(sent[0]?.headers.get('content-type'), 'application/json');
  });

  test('an order again', async () => {
    const {api, sent} = sample('order-delivered');
    assert.equal((await api.getOrder('a/b?c')).state, 'Done');
    assert.equal(`${sent[0]?.url}`, 'https://shop.example/pay/v5/orders/a%2Fb%3Fc');
    assert.equal(sent[0]?.body, undefined);
  });

  test('an order with its key, which stands in no address', async () => {
    const {api, sent} = sample('order-delivered');
    await api.getOrder('1', {key: 'k-1'});
    await api.getOrder('1');
    assert.deepEqual(
      sent.map(({headers}) => headers.get('x-cr-order-key')),
      ['k-1', null],
    );
    assert.ok(!`${sent[0]?.url}`.includes('k-1'));
  });

  test('whatever slashes its base ends with', async () => {
    const {api, sent} = connect(readSample('order'), {}, 'https://shop.example/pay//');
    await api.getOrder('1');
    assert.equal(`${sent[0]?.url}`, 'https://shop.example/pay/v5/orders/1');
  });
});

describe('featured brands are none', () => {
  const answers: Record<string, () => Response | Promise<Response>> = {
    'where the homepage fails': () => Response.json({}, {status: 500}),
    'where there is no homepage': () => Response.json({error: 'no'}, {status: 404}),
    'where it refuses with problems': () => Response.json({problems: [{problem: 'X_Y'}]}, {status: 400}),
    'where it is no JSON': () => new Response('<html>'),
    'where the proxy is away': () => Promise.reject(new TypeError('away')),
  };
  for (const [name, answer] of Object.entries(answers)) {
    test(name, async () => {
      const api = createApi({proxyUrl, fetch: fakeFetch(answer).fetch, signal: life});
      assert.deepEqual(await api.getFeatured('NG'), []);
    });
  }
});

test('no request names a partner', async () => {
  const {api, sent} = sample('order');
  await api.createOrder(request, 'key-1');
  const names = [...(sent[0]?.headers.keys() ?? [])].filter(name => name.startsWith('x-'));
  assert.deepEqual(names, []);
});

test('what was validated is exactly what is ordered', async () => {
  const validation = sample('validation');
  const order = sample('order');
  const recipient = {...request.recipient, refundAddress: 'bc1qrefund'};
  const full = {...request, recipient, utmSource: 'shop.example'};
  await validation.api.validateOrder(full);
  await order.api.createOrder(full, 'key-1');
  assert.deepEqual(validation.sent[0]?.body, order.sent[0]?.body);
  assert.deepEqual(order.sent[0]?.body, JSON.parse(JSON.stringify(orderBody(full))));
});

test('an order is made by any status that is a success', async () => {
  for (const status of [200, 201, 202]) {
    const {api} = connect(readSample('order'), {status});
    assert.equal((await api.createOrder(request, 'key-1')).id, '0000-order');
  }
});

test('nothing is sent twice by itself', async () => {
  const {api, sent} = connect({}, {status: 503});
  await assert.rejects(api.createOrder(request, 'key-1'), isCode('server_error'));
  assert.equal(sent.length, 1);
});

describe('a brand without a country', () => {
  test('is of the country that was asked for', async () => {
    const {api} = connect({all_brands: [{family: 'Only', brand_id: '1'}]});
    assert.equal((await api.listBrands('IT'))[0]?.country, 'IT');
  });
});

describe('a price', () => {
  const asked = {brandName: 'Tin Whistle', country: 'US', faceValue: '25', coin: 'USDC'};

  test('for another coin is refused', async () => {
    const {api} = connect({coin: 'BTC', coin_amount: '0.0003'});
    await assert.rejects(api.getPrice(asked), isCode('response_invalid'));
  });

  test('that names no coin is for the one that was asked', async () => {
    assert.equal(await connect({coin_amount: 25.94}).api.getPrice(asked), '25.94');
  });

  test('of nothing is refused', async () => {
    for (const coin_amount of [null, '0', 'x'])
      await assert.rejects(
        connect({coin: 'USDC', coin_amount}).api.getPrice(asked),
        isCode('response_invalid'),
      );
  });
});

describe('problems', () => {
  const problems = [{problem: 'OUT_OF_STOCK'}];

  for (const status of [200, 400, 422]) {
    test(`of a validation with ${status} are its answer`, async () => {
      const answer = await connect({problems, coin_amount: null}, {status}).api.validateOrder(request);
      assert.deepEqual(answer.problems, [{code: 'OUT_OF_STOCK'}]);
    });

    test(`of an order with ${status} are reported as such`, async () => {
      const asked = connect({problems}, {status}).api.createOrder(request, 'key-1');
      await assert.rejects(asked, error => {
        assert.ok(isCode('order_problems')(error), String(error));
        assert.deepEqual((error as ApiError).problems, [{code: 'OUT_OF_STOCK'}]);
        return true;
      });
    });
  }

  test('of an order that exists all the same do not hide it', async () => {
    const {api} = connect({...(readSample('order') as object), problems});
    assert.equal((await api.createOrder(request, 'key-1')).id, '0000-order');
  });

  test('in detail are the answer of a validation too', async () => {
    const answer = await connect({detail: 'LOGIN_REQUIRED'}, {status: 422}).api.validateOrder(request);
    assert.deepEqual(answer, {problems: [{code: 'LOGIN_REQUIRED'}]});
  });

  test('that are none leave a failure what it is', async () => {
    const {api} = connect({problems: []}, {status: 500});
    await assert.rejects(api.validateOrder(request), isCode('server_error'));
  });
});

describe('an answer of another shape is response_invalid', () => {
  const calls = {
    listCoins: (answer: unknown) => connect(answer).api.listCoins(),
    listBrands: (answer: unknown) => connect(answer).api.listBrands('US'),
    listProducts: (answer: unknown) =>
      connect(answer).api.listProducts({brand: aBrand(), coin: 'USDC', lang: 'en'}),
    getPrice: (answer: unknown) =>
      connect(answer).api.getPrice({brandName: 'x', country: 'US', faceValue: '1', coin: 'USDC'}),
    validateOrder: (answer: unknown) => connect(answer).api.validateOrder(request),
    createOrder: (answer: unknown) => connect(answer).api.createOrder(request, 'key-1'),
    getOrder: (answer: unknown) => connect(answer).api.getOrder('1'),
  };
  for (const [name, call] of Object.entries(calls)) {
    test(name, async () => {
      for (const answer of [null, {}, 'text', 5, {error: {code: 'x'}}])
        await assert.rejects(call(answer), isCode('response_invalid'), JSON.stringify(answer));
    });
  }
});

describe('a response that does not fit names the field to the developer, and no value', () => {
  const secret = 'TEST-CODE-0001';
  const fits: readonly (readonly [
    string,
    unknown,
    (api: ReturnType<typeof createApi>) => Promise<unknown>,
  ])[] = [
    ['The response to getOrder has no order_id.', {order_state: secret}, api => api.getOrder('1')],
    [
      'The response to getOrder has no order_state.',
      {order_id: secret, order_state: {}},
      api => api.getOrder('1'),
    ],
    ['The response to getOrder is no object.', secret, api => api.getOrder('1')],
    ['The response to listPaymentVias is no array.', {secret}, api => api.listCoins()],
    ['The response to listBrands has no categories.', {error: secret}, api => api.listBrands('US')],
    [
      'The response to getPrice has no coin_amount.',
      {coin: 'USDC', coin_amount: secret},
      api => api.getPrice({brandName: 'x', country: 'US', faceValue: '1', coin: 'USDC'}),
    ],
    [
      'The response to validateOrder has no coin_amount.',
      {coin_amount: '0', secret},
      api => api.validateOrder(request),
    ],
  ];
  for (const [message, answer, call] of fits) {
    test(message, async () => {
      await assert.rejects(call(connect(answer).api), error => {
        assert.ok(isCode('response_invalid')(error), String(error));
        assert.equal((error as ApiError).message, message);
        assert.ok(!JSON.stringify((error as ApiError).cause ?? '').includes(secret));
        return true;
      });
    });
  }
});

describe('a call ends', () => {
  test('with the life of its client', async () => {
    const controller = new AbortController();
    const reason = new Error('the host has left');
    const api = createApi({proxyUrl, fetch: silentFetch, signal: controller.signal});
    const asked = api.listCoins();
    controller.abort(reason);
    await assert.rejects(asked, error => error === reason);
  });

  test('with its own signal, and the client goes on', async () => {
    const controller = new AbortController();
    const reason = new Error('another question');
    const {fetch} = fakeFetch(() => Response.json(readSample('order')));
    let isSilent = true;
    const api = createApi({
      proxyUrl,
      fetch: (...given) => (isSilent ? silentFetch : fetch)(...given),
      signal: life,
    });
    const asked = api.getOrder('1', {signal: controller.signal});
    controller.abort(reason);
    await assert.rejects(asked, error => error === reason);
    isSilent = false;
    assert.equal((await api.getOrder('1')).id, '0000-order');
  });
});

describe('an answer that makes no sense', () => {
  test('is asked for past the browser’s cache the next time, and once only', async () => {
    const asked: RequestCache[] = [];
    const answers = [
      new Response('{"all_bra'),
      Response.json(readSample('brands')),
      Response.json(readSample('brands')),
    ];
    const fetch: Fetch = async (...given) => {
      asked.push(new Request(...given).cache);
      return answers.shift() ?? Response.error();
    };
    const api = createApi({proxyUrl, fetch, signal: life});
    await assert.rejects(api.listBrands('NG'), isCode('response_invalid'));
    await api.listBrands('NG');
    await api.listBrands('NG');
    assert.deepEqual(asked, ['default', 'reload', 'default']);
  });
});
