import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProxyOptions} from '../../../src/proxy/index.js';
import {errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

const validate = '/v5/orders/validations';
const friend = 'https://friend.example';
const foe = 'https://foe.example';

test('a page of another origin cannot change anything', async () => {
  const {requests, post} = openProxy();
  const foreign: Record<string, string>[] = [
    {origin: foe},
    {origin: 'null'},
    {origin: 'http://shop.example'},
    {origin: 'https://shop.example:8443'},
    {origin: 'https://shop.example.foe.example'},
    {origin: foe, 'sec-fetch-site': 'cross-site'},
    {origin: foe, 'x-forwarded-host': 'foe.example'},
  ];
  for (const headers of foreign) {
    for (const path of [validate, '/v5/orders']) {
      const response = await post(path, orderRequest, headers);
      assert.equal(response.status, 403, JSON.stringify(headers));
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.equal(await errorCode(response), 'foreign_origin');
    }
  }
  assert.equal(requests.length, 0);
});

test('a cross-site request that hides its origin cannot change anything', async () => {
  const {proxy} = openProxy();
  const headers = {'content-type': 'application/json', 'sec-fetch-site': 'cross-site'};
  const request = new Request(`${site}${validate}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(orderRequest),
  });
  assert.equal((await proxy(request)).status, 403);
});

test('the proxy’s own pages are known by URL, by Host, by trusted hops or by Sec-Fetch-Site', async () => {
  const statusOf = async (
    url: string,
    headers: Record<string, string>,
    options: Partial<ProxyOptions> = {},
  ) => {
    const {proxy} = openProxy(undefined, options);
    const init = {method: 'POST', headers: {'content-type': 'application/json', ...headers}};
    return (await proxy(new Request(url + validate, {...init, body: JSON.stringify(orderRequest)}))).status;
  };
  assert.equal(await statusOf(site, {}), 200);
  assert.equal(await statusOf(site, {origin: site}), 200);
  assert.equal(await statusOf('http://localhost:3000', {origin: site, host: 'shop.example'}), 200);
  assert.equal(await statusOf('http://shop.example', {origin: site}), 200);
  assert.equal(await statusOf('http://10.0.0.2', {origin: site, 'sec-fetch-site': 'same-origin'}), 200);
  const forwarded = {origin: site, 'x-forwarded-host': 'shop.example', 'x-forwarded-proto': 'https'};
  assert.equal(await statusOf('http://10.0.0.2', forwarded, {trustedHops: 1}), 200);
  assert.equal(await statusOf('http://10.0.0.2', forwarded), 403);
});

test('an allowed origin may post and may read answers, dates and waits', async () => {
  const {get, post} = openProxy(undefined, {allowedOrigins: [friend]});
  const headers = {origin: friend, 'sec-fetch-site': 'cross-site'};
  for (const response of [
    await get('/v2/brands', headers),
    await post(validate, orderRequest, headers),
    await get('/nothing', headers),
  ]) {
    assert.equal(response.headers.get('access-control-allow-origin'), friend);
    assert.match(response.headers.get('access-control-expose-headers')!, /\bAge\b.*\bDate, Retry-After\b/);
    assert.match(response.headers.get('vary')!, /\bOrigin$/);
    assert.equal(response.headers.has('access-control-allow-credentials'), false);
  }
  const other = await get('/v2/brands', {origin: foe});
  assert.equal(other.headers.get('access-control-allow-origin'), null);
  assert.equal(other.headers.get('vary'), 'Accept-Encoding, Origin');
});

test('a preflight is answered for allowed origins on listed routes only', async () => {
  const {requests, proxy} = openProxy(undefined, {allowedOrigins: [friend]});
  const preflight = (path: string, origin: string) =>
    proxy(
      new Request(site + path, {
        method: 'OPTIONS',
        headers: {origin, 'access-control-request-method': 'POST'},
      }),
    );
  const response = await preflight('/v5/orders', friend);
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('access-control-allow-origin'), friend);
  assert.equal(response.headers.get('access-control-allow-methods'), 'POST');
  assert.equal(
    response.headers.get('access-control-allow-headers'),
    'content-type, idempotency-key, x-cr-order-key',
  );
  assert.equal((await preflight('/v5/orders', foe)).status, 403);
  assert.equal((await preflight('/v9/orders', friend)).status, 404);
  assert.equal(requests.length, 0);
});

test('without allowed origins no response has headers about origins', async () => {
  const {get} = openProxy();
  const response = await get('/v2/brands', {origin: foe});
  assert.doesNotMatch(response.headers.get('vary') ?? '', /origin/i);
  assert.equal(response.headers.has('access-control-allow-origin'), false);
});

test('a sandboxed frame, which is of no origin, may use the proxy where that is allowed by name', async () => {
  const {post} = openProxy(undefined, {allowedOrigins: ['null']});
  const response = await post(validate, orderRequest, {origin: 'null', 'sec-fetch-site': 'cross-site'});
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('access-control-allow-origin'), 'null');
});

test('subdomains of a pattern may call it, and nothing that looks like one', async () => {
  const allowedOrigins = ['https://*.shop.example', 'https://*.dev.shop.example:8443', friend];
  const {post} = openProxy(undefined, {allowedOrigins});
  const statusOf = async (origin: string) => (await post(validate, orderRequest, {origin})).status;
  for (const origin of [
    'https://a.shop.example',
    'https://preview-12.b.shop.example',
    'https://xn--mnchen-3ya.shop.example',
    'https://a.dev.shop.example:8443',
    friend,
  ])
    assert.equal(await statusOf(origin), 200, origin);
  for (const origin of [
    'https://shop.example.foe.example',
    'http://a.shop.example',
    'https://a.shop.example:8443',
    'https://.shop.example',
    'https://a..shop.example',
    'https://a-shop.example',
    'https://foe.example/.shop.example',
    'https://foe.example#.shop.example',
    'https://foe@a.shop.example',
    'https://a.shopxexample',
    'https://a.shop.example.',
    'https://*.shop.example',
    'null',
  ])
    assert.equal(await statusOf(origin), 403, origin);
});

test('a function decides by true alone', async () => {
  const seen: string[] = [];
  const answers: Record<string, unknown> = {
    [friend]: true,
    'https://a.example': 'yes',
    'https://b.example': Promise.resolve(true),
  };
  const {post} = openProxy(undefined, {
    allowedOrigins: origin => {
      seen.push(origin);
      if (origin === foe) throw new Error('fails');
      return answers[origin] as boolean;
    },
  });
  const response = await post(validate, orderRequest, {origin: friend});
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('access-control-allow-origin'), friend);
  for (const origin of [foe, 'https://a.example', 'https://b.example', 'https://c.example'])
    assert.equal((await post(validate, orderRequest, {origin})).status, 403, origin);
  assert.equal(
    (await post(validate, orderRequest, {origin: `https://${'x'.repeat(400)}.example`})).status,
    403,
  );
  assert.ok(seen.every(origin => origin.length < 300));
});
