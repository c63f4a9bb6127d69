import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type RouteName, routes} from '../../../src/routes.js';
import {errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

const paths: Record<RouteName, string> = {
  listPaymentVias: '/v3/payment_vias',
  listBrands: '/v2/brands',
  getHomepage: '/v2/homepage',
  listProducts: '/v5/products/country/US',
  getPrice: '/v4/products/price',
  validateOrder: '/v5/orders/validations',
  createOrder: '/v5/orders',
  getOrder: '/v5/orders/order-1',
  subscribeOrder: '/v5/orders/order-1/subscribe',
};

const answerAny = ({url}: {url: URL}) =>
  url.pathname.endsWith('/subscribe')
    ? new Response(new Blob(['data: 1\n\n']).stream(), {headers: {'content-type': 'text/event-stream'}})
    : Response.json({order_id: 'order-1'});

for (const [name, path] of Object.entries(paths) as [RouteName, string][]) {
  test(`${name} reaches the API with its method and path, and no other method does`, async () => {
    const {requests, get, post, proxy} = openProxy(answerAny);
    const {method} = routes[name];
    const response = method === 'GET' ? await get(path) : await post(path, orderRequest);
    await response.text();
    assert.equal(response.status, 200);
    assert.equal(requests.length, 1);
    assert.equal(requests[0]!.request.method, method);
    assert.equal(requests[0]!.request.url, `https://api.cryptorefills.com${path}`);

    for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'].filter(
      verb => verb !== method,
    )) {
      const refused = await proxy(new Request(`${site}${path}`, {method: other}));
      assert.equal(refused.status, 405, other);
      assert.equal(refused.headers.get('allow'), method);
      assert.equal(await errorCode(refused), 'method_not_allowed');
    }
    assert.equal(requests.length, 1);
  });
}

test('the guide’s own stream route is the same as the API’s', async () => {
  const {requests, get} = openProxy(answerAny);
  const response = await get('/orders/order-1/subscribe');
  assert.equal(response.status, 200);
  await response.body?.cancel();
  assert.equal(requests[0]!.url.pathname, '/v5/orders/order-1/subscribe');
});

test('health is answered without a request to the API', async () => {
  const {requests, get, proxy} = openProxy();
  const response = await get('/healthz');
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), {status: 'ok'});
  const head = await proxy(new Request(`${site}/healthz`, {method: 'HEAD'}));
  assert.equal(head.status, 200);
  assert.equal(
    (await proxy(new Request(`${site}/healthz`, {method: 'POST'}))).headers.get('allow'),
    'GET, HEAD',
  );
  assert.equal(requests.length, 0);
});

test('a path that is not listed is 404 and never reaches the API', async () => {
  const {requests, get} = openProxy();
  const strange = [
    '/',
    '/v1/anything',
    '//v2/brands',
    '/v2//brands',
    '/V2/brands',
    '/v2/brands%2f',
    '/v2%2fbrands',
    '/v2/%62rands',
    '/v5/orders/..%2f..%2fv2%2fbrands',
    '/v5/orders/a%0d%0ab',
    `/v5/orders/${'a'.repeat(65)}`,
    '/v5/orders/a b',
    '/v5/orders/a/b',
    '/v5/orders/a.b',
    '/v5/orders//subscribe',
    '/v5/products/country/USA',
    '/v5/products/country/u1',
    '/v5/products/country/..',
    '/https://evil.example/v2/brands',
    '/.env',
    '/healthz/x',
  ];
  for (const path of strange) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    assert.equal(await errorCode(response), 'not_found');
  }
  assert.equal(requests.length, 0);
});

test('a target that was normalized on its way is 404 where the platform shows it', async () => {
  const {requests, proxy} = openProxy();
  for (const target of [
    '/x/../v2/brands',
    '/./v2/brands',
    'https://shop.example/v2/brands',
    '\\v2\\brands',
    '*',
  ]) {
    assert.equal((await proxy(new Request(`${site}/v2/brands`), {target})).status, 404, target);
  }
  assert.equal((await proxy(new Request(`${site}/v2/brands?a=1`), {target: '/v2/brands?a=1'})).status, 200);
  assert.equal(requests.length, 1);
});

test('routes are mounted below the base path and nowhere else', async () => {
  const {requests, get} = openProxy(undefined, {basePath: '/api/checkout/'});
  assert.equal((await get('/api/checkout/v2/brands')).status, 200);
  assert.equal((await get('/api/checkout/healthz')).status, 200);
  for (const path of [
    '/v2/brands',
    '/healthz',
    '/api/checkout',
    '/api/checkoutv2/brands',
    '/api/checkout//v2/brands',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal(requests.length, 1);
  assert.equal(requests[0]!.url.pathname, '/v2/brands');
});

test('the API may live below a path of its own', async () => {
  const {requests, get} = openProxy(undefined, {upstream: 'http://127.0.0.1:9000/sandbox/'});
  await get('/v2/brands?country_code=US');
  assert.equal(requests[0]!.request.url, 'http://127.0.0.1:9000/sandbox/v2/brands?country_code=US');
});
