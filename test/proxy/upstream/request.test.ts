import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

test('every request carries the API’s headers and no header of the browser', async () => {
  const {requests, proxy} = openProxy();
  const headers = {
    'user-agent': 'Browser/1.0',
    cookie: 'session=1',
    authorization: 'Bearer x',
    'x-cr-application': 'someone-else',
    'x-forwarded-for': '6.6.6.6',
    'x-anything': 'y',
    referer: 'https://shop.example/secret',
  };
  const response = await proxy(new Request(`${site}/v2/brands?country_code=it`, {headers}), {
    remoteAddress: '203.0.113.7',
  });
  assert.deepEqual(Object.fromEntries(requests[0]!.request.headers), {
    'x-cr-application': 'partner-1',
    'x-cr-version': '2.3.4',
    'x-country-iso-code': 'IT',
    'x-forwarded-for': '203.0.113.7',
    'user-agent': 'Browser/1.0',
    'content-type': 'application/json',
    accept: 'application/json',
    'x-request-id': response.headers.get('x-request-id'),
  });
  assert.equal(requests[0]!.request.redirect, 'manual');
});

test('the country is the query’s, the path’s, the first delivery’s in either form, or the default', async () => {
  const {requests, get, post} = openProxy(undefined, {defaultCountry: 'vn'});
  await get('/v4/products/price?country_code=br');
  await get('/v5/products/country/ng?family_name=x');
  await post('/v5/orders/validations', {deliveries: [{country_code: 'it'}, {country_code: 'US'}]});
  await post('/v5/orders/validations', {deliveries: [{deliverable: {country_code: 'US'}}]});
  await get('/v3/payment_vias');
  assert.deepEqual(
    requests.map(({request}) => request.headers.get('x-country-iso-code')),
    ['BR', 'NG', 'IT', 'US', 'VN'],
  );
});

test('the buyer’s address is the peer’s unless a number of hops is trusted', async () => {
  const addressFor = async (trustedHops: number, forwarded: string | null, remoteAddress?: string) => {
    const {requests, proxy} = openProxy(undefined, {trustedHops});
    const headers = forwarded === null ? {} : {'x-forwarded-for': forwarded};
    await proxy(new Request(`${site}/v2/brands`, {headers}), {remoteAddress});
    return requests[0]!.request.headers.get('x-forwarded-for');
  };
  assert.equal(await addressFor(0, '6.6.6.6', '203.0.113.7'), '203.0.113.7');
  assert.equal(await addressFor(1, '6.6.6.6, 198.51.100.2', '10.0.0.1'), '198.51.100.2');
  assert.equal(await addressFor(2, '6.6.6.6, 198.51.100.2, 10.0.0.9', '10.0.0.1'), '198.51.100.2');
  assert.equal(await addressFor(3, '198.51.100.2', '10.0.0.1'), '198.51.100.2');
  assert.equal(await addressFor(1, null, '10.0.0.1'), '10.0.0.1');
  assert.equal(await addressFor(1, 'unknown', '10.0.0.1'), '10.0.0.1');
  assert.equal(await addressFor(1, '999.1.1.1', '10.0.0.1'), '10.0.0.1');
  assert.equal(await addressFor(1, '[2001:db8::1]:443', undefined), '2001:db8::1');
  assert.equal(await addressFor(1, '2001:\tdb8::1', '10.0.0.1'), '10.0.0.1');
  assert.equal(await addressFor(0, null, '::ffff:192.0.2.3'), '192.0.2.3');
  assert.equal(await addressFor(0, '6.6.6.6', undefined), null);
});

test('a user agent is bounded printable ASCII, and named unknown when there is none', async () => {
  const {requests, get} = openProxy();
  await get('/v2/brands', {'user-agent': `é${'x'.repeat(2000)}`});
  await get('/v2/homepage');
  const agent = requests[0]!.request.headers.get('user-agent')!;
  assert.match(agent, /^[\x20-\x7e]{512}$/);
  assert.equal(requests[1]!.request.headers.get('user-agent'), 'unknown');
});

test('each route passes its own query keys on and drops the rest', async () => {
  const all =
    '?country_code=us&family_name=airbnb&brand_name=Airbnb&coin=USDC&payment_method=USDC-MATIC&lang=en' +
    '&promo_code=SPRING&face_value=100&evil=1&brand_name=Second&callback=x';
  const passed = async (path: string) => {
    const {requests, get} = openProxy();
    await get(path + all);
    return [...requests[0]!.url.searchParams].map(([key, value]) => `${key}=${value}`);
  };
  assert.deepEqual(await passed('/v3/payment_vias'), []);
  assert.deepEqual(await passed('/v2/brands'), ['country_code=US']);
  assert.deepEqual(await passed('/v2/homepage'), ['country_code=US']);
  assert.deepEqual(await passed('/v5/products/country/US'), [
    'family_name=airbnb',
    'brand_name=Airbnb',
    'coin=USDC',
    'payment_method=USDC-MATIC',
    'lang=en',
    'promo_code=SPRING',
  ]);
  assert.deepEqual(await passed('/v4/products/price'), [
    'brand_name=Airbnb',
    'country_code=US',
    'face_value=100',
    'coin=USDC',
    'promo_code=SPRING',
  ]);
  assert.deepEqual(await passed('/v5/orders/order-1'), []);
});

test('a query value that is malformed is 400', async () => {
  const {requests, get} = openProxy();
  for (const query of [
    'country_code=USA',
    'country_code=1',
    'country_code=U%0d',
    `coin=${'x'.repeat(201)}`,
    'coin=a%0d%0ab',
    'brand_name=%C0%80',
    'brand_name=%ED%A0%80',
    'face_value=1e5',
    'face_value=-5',
    'face_value=100%20USD',
  ]) {
    const response = await get(`/v4/products/price?${query}`);
    assert.equal(response.status, 400, query);
    assert.equal(await errorCode(response), 'invalid_query');
  }
  assert.equal(requests.length, 0);
});

test('names with punctuation and letters of any script arrive unchanged', async () => {
  const {requests, get} = openProxy();
  await get(`/v4/products/price?brand_name=${encodeURIComponent('Phở & Café + 100%')}`);
  assert.equal(requests[0]!.url.searchParams.get('brand_name'), 'Phở & Café + 100%');
});

test('a POST is passed on as JSON with the partner’s headers', async () => {
  const {requests, post} = openProxy(() => Response.json({order_id: 'order-1'}));
  await post('/v5/orders', orderRequest, {'user-agent': 'Browser/1.0'});
  const {request, body} = requests[0]!;
  assert.equal(request.headers.get('content-type'), 'application/json');
  assert.equal(request.headers.get('x-cr-application'), 'partner-1');
  assert.equal(request.headers.has('origin'), false);
  assert.deepEqual(body, orderRequest);
});
