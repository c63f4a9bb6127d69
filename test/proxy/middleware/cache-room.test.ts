/** What buyers make up takes no room from what others read or order. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {memoryStore} from '../../../src/proxy/index.js';
import {openProxy} from '../support/fake-api.js';

const vias = [
  {
    name: 'USER_WALLET',
    currencies: [
      {name: 'USDC', networks: [{name: 'Solana'}]},
      {name: 'BTC', networks: null},
    ],
  },
  null,
  {name: 'GATE_PAY'},
];

function openShop(options = {}) {
  const state = {time: 1_800_000_000_000, api: undefined as (() => Response) | undefined, fill: 'x'};
  const opened = openProxy(
    ({url}) => {
      if (state.api) return state.api();
      return Response.json(url.pathname === '/v3/payment_vias' ? vias : [{brand: state.fill}]);
    },
    {now: () => state.time, limits: false, ...options},
  );
  return {...opened, state};
}

/** Creates a store as several instances share it, which keeps what was written. */
function sharedStore() {
  const written = new Map<string, string>();
  const memory = memoryStore();
  const set = (key: string, value: string, ttl: number) => {
    written.set(key, value);
    return memory.set(key, value, ttl);
  };
  const listings = () => [...written].filter(([key]) => key.includes('listing:'));
  return {store: {...memory, isShared: true, set}, listings};
}

test('errors evict no listing', async () => {
  const {get, requests, state} = openShop({cache: {maxBytes: 200_000}});
  const known = ['/v3/payment_vias', '/v2/brands?country_code=US', '/v5/products/country/US?family_name=a'];
  for (const path of known) await get(path);
  state.api = () => new Response('', {status: 500});
  for (let turn = 0; turn < 3000; turn++) await get(`/v5/products/country/US?family_name=${turn}&coin=USDC`);
  const before = requests.length;
  for (const path of known)
    assert.equal((await get(path)).headers.get('server-timing')?.includes('hit'), true, path);
  assert.equal(requests.length, before);
});

test('answers to queries that are made up evict no listing by country', async () => {
  const {get, requests, state} = openShop({cache: {maxBytes: 400_000}});
  for (const country of ['US', 'CA', 'VN']) await get(`/v2/brands?country_code=${country}`);
  state.fill = 'x'.repeat(10_000);
  for (let turn = 0; turn < 300; turn++) await get(`/v5/products/country/US?family_name=${turn}`);
  for (let turn = 0; turn < 300; turn++) await get(`/v4/products/price?face_value=${turn + 1}`);
  const before = requests.length;
  for (const country of ['US', 'CA', 'VN']) await get(`/v2/brands?country_code=${country}`);
  assert.equal(requests.length, before);
});

test('coins and methods that the API does not offer evict none that it does, and are not shared', async () => {
  const {store, listings} = sharedStore();
  const {get, requests, state} = openShop({cache: {maxBytes: 400_000}, store});
  await get('/v3/payment_vias');
  const offered = ['coin=USDC', 'coin=BTC&payment_method=GATE_PAY', 'payment_method=USDC-Solana', 'lang=de'];
  for (const query of offered) await get(`/v5/products/country/US?family_name=a&${query}`);
  assert.equal(listings().length, 1 + offered.length);
  state.fill = 'x'.repeat(10_000);
  for (let turn = 0; turn < 200; turn++) {
    await get(`/v5/products/country/US?family_name=a&coin=C${turn}`);
    await get(`/v5/products/country/US?family_name=a&payment_method=M${turn}`);
    await get(`/v5/products/country/US?family_name=a&promo_code=P${turn}`);
  }
  const before = requests.length;
  for (const query of offered) await get(`/v5/products/country/US?family_name=a&${query}`);
  assert.equal(requests.length, before);
  assert.equal(listings().length, 1 + offered.length);
});

test('a language that the API does not know is no key of its own', async () => {
  const {get, requests} = openShop();
  for (const lang of ['xx', 'e', 'en1', 'zzz', 'EN-', 'en', 'en-GB', 'EN_us', 'x'.repeat(200)])
    assert.equal((await get(`/v5/products/country/US?family_name=a&lang=${lang}`)).status, 200);
  assert.deepEqual(
    requests.map(({url}) => url.searchParams.get('lang')),
    [null, 'en'],
  );
});

test('the store holds a bounded number of listings, compressed, and no large one', async () => {
  const {store, listings} = sharedStore();
  const {get, state} = openShop({store});
  for (let turn = 0; turn < 2000; turn++) await get(`/v4/products/price?face_value=${turn + 1}&coin=USDC`);
  const prices = listings().length;
  assert.ok(prices <= 256, `${prices}`);
  state.fill = 'brand '.repeat(20_000);
  await get('/v2/brands?country_code=US');
  const [, text = ''] = listings().find(([key]) => key.includes('listBrands')) ?? [];
  assert.ok(text.length > 0 && text.length < 2000, `${text.length}`);
  const random = crypto.getRandomValues(new Uint32Array(16_000));
  state.fill = Array.from(random, number => number.toString(36)).join('');
  state.api = () => Response.json(Array.from({length: 8}, () => [state.fill, ...random]));
  await get('/v2/brands?country_code=CA');
  for (const [key, value] of listings()) assert.ok(value.length <= 256 * 1024, key);
});

test('a listing that another instance has read is the same, byte by byte', async () => {
  const {store} = sharedStore();
  const body = JSON.stringify(Array.from({length: 3000}, (_, index) => ({brand: `phở ${index}`, n: 1.0})));
  const one = openShop({store});
  one.state.api = () => new Response(body);
  await one.get('/v2/brands?country_code=US');
  const other = openShop({store});
  other.state.time = one.state.time;
  assert.equal(await (await other.get('/v2/brands?country_code=US')).text(), body);
  assert.equal(other.requests.length, 0);
});

test('two queries of one slot are not taken for each other', async () => {
  const {store} = sharedStore();
  const read = async () => {
    const {get} = openProxy(({url}) => Response.json([url.searchParams.get('face_value')]), {
      store,
      limits: false,
    });
    for (let value = 1; value <= 600; value++)
      assert.deepEqual(await (await get(`/v4/products/price?face_value=${value}`)).json(), [String(value)]);
  };
  await read();
  await read();
});
