import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pathOf, type RouteName, routes} from '../../src/routes.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {startSandbox} from '../../src/sandbox/node.js';
import {createHarness, orderRequest} from './harness.js';

test('every route refuses a request without the headers and names the missing one', async () => {
  const {sandbox, headers} = createHarness();
  for (const name of Object.keys(routes) as RouteName[]) {
    const path = pathOf(name, {country: 'US', orderId: 'x'} as never);
    for (const missing of ['X-Cr-Application', 'X-Cr-Version']) {
      const left = Object.fromEntries(Object.entries(headers).filter(([header]) => header !== missing));
      const {method} = routes[name];
      const response = await sandbox(new Request(`https://api.test${path}`, {method, headers: left}));
      const body = (await response.json()) as {status: number; message: string};
      assert.equal(response.status, 401, name);
      assert.equal(body.status, 401);
      assert.match(body.message, new RegExp(missing));
    }
  }
});

test('an unknown path is a 404', async () => {
  const {get, post} = createHarness();
  for (const path of ['/', '/v3/orders/x', '/healthz', '/sandbox', '/sandbox/nothing']) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await post('/v2/brands')).status, 404);
});

test('as a fetch it takes a path, a URL or a request, below any prefix', async () => {
  const fetch: typeof globalThis.fetch = createSandbox({requireHeaders: false});
  const url = '/api/checkout/v2/brands?country_code=US';
  for (const input of [url, new URL(url, 'https://shop.test'), new Request(`https://shop.test${url}`)]) {
    const response = await fetch(input, {headers: {Accept: 'application/json'}});
    assert.equal(response.status, 200);
  }
});

test('a request that is aborted before it is sent fails as with fetch', async () => {
  const {sandbox} = createHarness();
  await assert.rejects(sandbox('https://api.test/v2/brands', {signal: AbortSignal.abort()}), {
    name: 'AbortError',
  });
});

test('logos are at the origin of the request', async () => {
  const {sandbox, headers} = createHarness();
  const response = await sandbox('http://localhost:1234/v2/brands?country_code=US', {headers});
  const {all_brands} = (await response.json()) as {all_brands: {logo_base_url: string}[]};
  assert.ok(all_brands[0]?.logo_base_url.startsWith('http://localhost:1234/'));
});

test('as a server it responds over HTTP, streams, and closes its streams when it closes', async () => {
  const {url, sandbox, close} = await startSandbox();
  const {headers} = createHarness();
  const brands = await fetch(`${url}/v2/brands?country_code=VN`, {headers});
  assert.equal(brands.status, 200);
  assert.equal((await fetch(`${url}/v2/brands?country_code=VN`)).status, 401);
  const made = await fetch(`${url}/v5/orders`, {
    method: 'POST',
    headers,
    body: JSON.stringify(orderRequest()),
  });
  const {order_id} = (await made.json()) as {order_id: string};
  const stream = await fetch(`${url}/v5/orders/${order_id}/subscribe`, {headers});
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.match((await reader?.read())?.value ?? '', /WaitingForPayment/);
  sandbox.control(order_id, 'pay');
  assert.match((await reader?.read())?.value ?? '', /PaymentReceived/);
  const broken = assert.rejects(async () => {
    while (!(await reader?.read())?.done);
  });
  await close();
  await broken;
  await assert.rejects(fetch(url));
});
