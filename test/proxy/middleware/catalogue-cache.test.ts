import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import type {ProxyOptions} from '../../../src/proxy/index.js';
import {createSwrCache} from '../../../src/proxy/middleware/swr-cache.js';
import {errorCode, openProxy} from '../support/fake-api.js';

const minute = 60_000;

/** Opens a proxy with a simulated clock in front of an API that counts reads, and fails on demand. */
function openShop(options: Partial<ProxyOptions> = {}) {
  const state = {
    time: 1_800_000_000_000,
    fails: undefined as (() => Response | Promise<Response>) | undefined,
    reads: 0,
  };
  const opened = openProxy(
    () => state.fails?.() ?? Response.json({brands: [{brand: `read ${++state.reads}`}]}),
    {
      now: () => state.time,
      ...options,
    },
  );
  const read = async (path = '/v2/brands', headers: HeadersInit = {}) => {
    const response = await opened.get(path, headers);
    const {brands} = (await response.json()) as {brands: {brand: string}[]};
    return {brand: brands[0]!.brand, headers: response.headers, status: response.status};
  };
  return {...opened, state, read};
}

const settled = () => new Promise(setImmediate);

test('a thousand clients of a cold catalogue make one request to the API', async () => {
  let release = () => {};
  const opened = new Promise<void>(resolve => {
    release = resolve;
  });
  const {requests, get} = openProxy(async () => {
    await opened;
    return Response.json([{brand: 'Voltaic'}]);
  });
  const buyers = Array.from({length: 1000}, () => get('/v2/brands?country_code=us'));
  await settled();
  release();
  for (const response of await Promise.all(buyers))
    assert.deepEqual(await response.json(), [{brand: 'Voltaic'}]);
  assert.equal(requests.length, 1);
});

test('a listing is fresh, then stale while it is read again, then waited for', async () => {
  const {read, state} = openShop();
  assert.equal((await read()).brand, 'read 1');
  state.time += 5 * minute - 1;
  const hit = await read();
  assert.equal(hit.brand, 'read 1');
  assert.equal(hit.headers.get('age'), '299');
  assert.equal(hit.headers.get('warning'), null);
  assert.match(hit.headers.get('server-timing')!, /^cache;desc=hit, total;dur=0$/);
  state.time += 1;
  const stale = await read();
  assert.equal(stale.brand, 'read 1');
  assert.equal(stale.headers.get('warning'), '110 - "Response is Stale"');
  // Hashing the new listing takes a few turns of the event loop.
  for (let turn = 0; turn < 100 && (await read()).brand === 'read 1'; turn++) await settled();
  assert.equal((await read()).brand, 'read 2');
  state.time += 66 * minute;
  const late = await read();
  assert.equal(late.brand, 'read 3');
  assert.equal(late.headers.get('age'), '0');
});

test('catalogues are served for a day while the API is away, with a warning', async () => {
  const away: (() => Response | Promise<Response>)[] = [
    () => new Response('busy', {status: 503}),
    () => new Response('slow down', {status: 429}),
    () => new Response('blocked', {status: 403}),
    () => Promise.reject(new TypeError('fetch failed')),
  ];
  for (const fails of away) {
    const {requests, read, get, state} = openShop();
    await read();
    state.fails = fails;
    state.time += 70 * minute;
    for (let request = 0; request < 5; request++) {
      const {brand, status, headers} = await read();
      assert.equal(brand, 'read 1');
      assert.equal(status, 200);
      assert.equal(headers.get('age'), '4200');
      assert.equal(headers.get('warning'), '111 - "Revalidation Failed"');
    }
    assert.equal(requests.length, 2, 'a failure is not tried again at once');
    state.fails = undefined;
    state.time += 60_000;
    assert.equal((await read()).brand, 'read 2');
    state.fails = fails;
    state.time += 24 * 60 * minute;
    assert.notEqual((await get('/v2/brands')).status, 200);
  }
});

test('every catalogue route is served after ten minutes without the API, and orders are not', async () => {
  const {read, get, state} = openShop();
  const paths = [
    '/v3/payment_vias',
    '/v2/brands',
    '/v2/homepage',
    '/v5/products/country/US',
    '/v4/products/price',
  ];
  for (const path of paths) await read(path);
  assert.equal((await get('/v5/orders/order-1')).status, 200);
  state.fails = () => new Response('', {status: 500});
  state.time += 10 * minute;
  for (const path of paths) assert.equal((await read(path)).status, 200, path);
  assert.equal((await get('/v5/orders/order-1')).status, 502);
});

test('an API that hangs does not delay a client that can get the old listing', async () => {
  const {read, state} = openShop({timeouts: {read: 10_000}});
  await read();
  state.fails = () => new Promise(() => {});
  state.time += 70 * minute;
  const startedAt = Date.now();
  assert.equal((await read()).brand, 'read 1');
  assert.ok(Date.now() - startedAt < 5000);
});

test('a refusal is no outage', async () => {
  const {read, get, state} = openShop();
  await read('/v5/products/country/US?family_name=airbnb');
  state.time += 2 * minute;
  state.fails = () => Response.json({detail: 'No such family'}, {status: 404});
  assert.equal((await get('/v5/products/country/US?family_name=airbnb')).status, 404);
});

test('errors and empty listings are cached for moments only', async () => {
  const {requests, get, state} = openShop();
  state.fails = () => new Response('', {status: 500});
  for (let request = 0; request < 3; request++) {
    const response = await get('/v2/brands');
    assert.equal(response.status, 502);
    assert.equal(await errorCode(response), 'bad_api_answer');
  }
  assert.equal(requests.length, 1);
  state.time += 2000;
  const empties = [
    '[]',
    '{"all_brands": [], "categories": [], "country_code": "US"}',
    '{}',
    'null',
    '{"message": "We are working on it"}',
  ];
  for (const empty of empties) {
    state.fails = () => new Response(empty);
    const before: number = requests.length;
    for (let request = 0; request < 3; request++) assert.equal(await (await get('/v2/brands')).text(), empty);
    assert.equal(requests.length, before + 1);
    state.time += 5000;
  }
  state.fails = undefined;
  assert.match(await (await get('/v2/brands')).text(), /read 1/);
});

test('different queries are cached apart, and equal ones together', async () => {
  const {requests, get} = openShop();
  const alike = ['?brand_name=A&coin=BTC', '?coin=BTC&brand_name=A', '?coin=BTC&x=1&brand_name=A'];
  for (const query of alike) await get(`/v5/products/country/us${query}`);
  await get('/v5/products/country/US?coin=BTC&brand_name=A');
  assert.equal(requests.length, 1);
  const different = [
    '?brand_name=A',
    '?brand_name=A&coin=',
    '?brand_name=A&coin=ETH',
    '?family_name=A&coin=BTC',
  ];
  for (const query of different) await get(`/v5/products/country/US${query}`);
  await get('/v5/products/country/CA?coin=BTC&brand_name=A');
  assert.equal(requests.length, 5, 'a key without a value is no key');
});

test('what a buyer has bought is not shown to others', async () => {
  const {get} = openProxy(() =>
    Response.json({all_brands: [{brand: 'A'}], last_user_purchases: [{brand: 'Secret'}]}),
  );
  assert.deepEqual(await (await get('/v2/brands')).json(), {
    all_brands: [{brand: 'A'}],
    last_user_purchases: [],
  });
});

test('a browser that has the listing gets 304', async () => {
  const {get, read} = openShop();
  const {headers} = await read();
  const etag = headers.get('etag')!;
  for (const named of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
    const response = await get('/v2/brands', {'if-none-match': named});
    assert.equal(response.status, 304, named);
    assert.equal(await response.text(), '');
    assert.equal(response.headers.get('etag'), etag);
    assert.equal(response.headers.get('vary'), 'Accept-Encoding');
    assert.equal(response.headers.get('content-type'), null);
  }
  assert.equal((await get('/v2/brands', {'if-none-match': '"other"'})).status, 200);
});

test('a listing is compressed as the browser accepts it', async () => {
  const body = JSON.stringify({brands: Array.from({length: 500}, (_, index) => ({brand: `Brand ${index}`}))});
  const {requests, get} = openProxy(() => new Response(body));
  const cases: [string | undefined, string | null][] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
    ['deflate', null],
    [undefined, null],
  ];
  const tags = new Set<string | null>();
  for (const [accepted, expected] of cases) {
    const response = await get('/v2/brands', accepted ? {'accept-encoding': accepted} : {});
    assert.equal(response.headers.get('content-encoding'), expected, accepted);
    assert.equal(response.headers.get('vary'), 'Accept-Encoding');
    tags.add(response.headers.get('etag'));
    const bytes = Buffer.from(await response.arrayBuffer());
    const text =
      expected === 'br' ? brotliDecompressSync(bytes) : expected === 'gzip' ? gunzipSync(bytes) : bytes;
    assert.equal(text.toString(), body);
    if (expected) assert.ok(bytes.length < body.length / 4);
  }
  assert.equal(tags.size, 1);
  assert.equal(requests.length, 1);
});

test('polls of one order within two seconds make one request', async () => {
  const {requests, get, state} = openShop();
  await Promise.all(Array.from({length: 50}, () => get('/v5/orders/order-1')));
  assert.equal(requests.length, 1);
  await get('/v5/orders/order-2');
  assert.equal(requests.length, 2);
  state.time += 1999;
  const cached = await get('/v5/orders/order-1');
  assert.equal(cached.headers.get('cache-control'), 'no-store');
  assert.equal(requests.length, 2);
  state.time += 1;
  await get('/v5/orders/order-1');
  assert.equal(requests.length, 3);
});

test('nothing is cached when the cache is off', async () => {
  const {requests, get} = openShop({cache: false});
  for (const path of ['/v2/brands', '/v2/brands', '/v5/orders/order-1', '/v5/orders/order-1'])
    await get(path);
  assert.equal(requests.length, 4);
});

test('memory is bounded by bytes: the least recently used values are evicted', async () => {
  const options = {maxBytes: 10_000, errors: 0, maxWait: 0, now: () => 0};
  const cache = createSwrCache<string>(options, ({length}) => length);
  const times = {fresh: 1000, stale: 0, outage: 0};
  let loads = 0;
  const read = (key: string, size: number) =>
    cache.read(key, times, async () => {
      loads++;
      return {value: 'x'.repeat(size), readAt: 0};
    });
  await read('a', 4000);
  await read('b', 4000);
  await read('a', 4000);
  assert.equal(loads, 2);
  await read('c', 4000);
  await read('a', 4000);
  assert.equal(loads, 3);
  await read('b', 4000);
  assert.equal(loads, 4);
  await read('huge', 20_000);
  await read('huge', 20_000);
  assert.equal(loads, 6, 'a value that does not fit is returned and not cached');
  await read('b', 4000);
  assert.equal(loads, 6);
});
