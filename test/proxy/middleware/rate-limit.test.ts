import assert from 'node:assert/strict';
import {test} from 'node:test';
import {memoryStore, type ProxyOptions} from '../../../src/proxy/index.js';
import {errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

const minute = 60_000;

function openShop(options: Partial<ProxyOptions> = {}, answer?: () => Response) {
  const state = {time: 1_800_000_000_000, answer};
  const opened = openProxy(() => state.answer?.() ?? Response.json({order_id: 'order-1'}), {
    now: () => state.time,
    ...options,
  });
  let turn = Math.floor(Math.random() * 1e9);
  /** Requests a price that is not cached. */
  const getPrice = (remoteAddress?: string, headers: HeadersInit = {}) =>
    opened.proxy(new Request(`${site}/v4/products/price?face_value=${++turn}`, {headers}), {remoteAddress});
  return {...opened, state, getPrice};
}

async function allowed(count: number, getPrice: () => Promise<Response>) {
  let granted = 0;
  for (let index = 0; index < count; index++) if ((await getPrice()).status === 200) granted++;
  return granted;
}

test('one buyer is stopped before the API, and the others are not', async () => {
  const {requests, getPrice, state} = openShop();
  assert.equal(await allowed(60, () => getPrice('192.0.2.1')), 40);
  assert.equal(requests.length, 40);
  const refused = await getPrice('192.0.2.1');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '60');
  assert.equal(refused.headers.get('cache-control'), 'no-store');
  assert.equal(await errorCode(refused), 'rate_limited');
  assert.equal((await getPrice('192.0.2.2')).status, 200);
  state.time += minute;
  assert.equal((await getPrice('192.0.2.1')).status, 200);
});

test('a forged address is ignored', async () => {
  const {getPrice} = openShop();
  let turn = 0;
  const forged = () => getPrice('192.0.2.1', {'x-forwarded-for': `198.51.100.${++turn}`});
  assert.equal(await allowed(60, forged), 40);
  const behind = openShop({trustedHops: 1});
  const appended = () => behind.getPrice('10.0.0.1', {'x-forwarded-for': `198.51.100.${++turn}, 192.0.2.1`});
  assert.equal(await allowed(60, appended), 40);
});

test('a household has one share of the limits, however many addresses it makes up', async () => {
  const {getPrice} = openShop();
  let turn = 0;
  assert.equal(await allowed(60, () => getPrice(`2001:db8:0:7::${(++turn).toString(16)}`)), 40);
  assert.equal(await allowed(60, () => getPrice(`2001:db8:0:8:${(++turn).toString(16)}:1:1:1`)), 40);
});

test('all buyers together stay below what the API allows the partner', async () => {
  const {requests, getPrice, state} = openShop();
  let turn = 0;
  const strangers = () => getPrice(`198.51.${++turn % 250}.1`);
  assert.equal(await allowed(150, strangers), 108);
  const refused = await strangers();
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '60');
  assert.equal(requests.length, 108);
  state.time += minute;
  assert.equal(await allowed(150, strangers), 108);
});

test('orders and validations have their own shares, of ten minutes', async () => {
  const {proxy, requests, state} = openShop();
  const post = (path: string, remoteAddress: string) => {
    const headers = {'content-type': 'application/json'};
    return proxy(new Request(site + path, {method: 'POST', headers, body: JSON.stringify(orderRequest)}), {
      remoteAddress,
    });
  };
  assert.equal(await allowed(30, () => post('/v5/orders/validations', '192.0.2.1')), 20);
  assert.equal(await allowed(30, () => post('/v5/orders', '192.0.2.1')), 10);
  let turn = 0;
  assert.equal(await allowed(40, () => post('/v5/orders', `198.51.${++turn}.1`)), 17);
  assert.equal(requests.length, 47);
  const refused = await post('/v5/orders', '203.0.113.1');
  assert.equal(refused.headers.get('retry-after'), '600');
  state.time += 10 * minute;
  assert.equal((await post('/v5/orders', '203.0.113.1')).status, 200);
});

test('cached responses are not counted', async () => {
  const {proxy} = openShop();
  const read = () => proxy(new Request(`${site}/v2/brands`), {remoteAddress: '192.0.2.1'});
  assert.equal(await allowed(500, read), 500);
});

test('a buyer over the limit does not keep others from a listing that all wait for', async () => {
  const {proxy, getPrice, requests} = openShop({limits: {listBrands: {buyer: 1}}});
  const read = (remoteAddress: string, country: string) =>
    proxy(new Request(`${site}/v2/brands?country_code=${country}`), {remoteAddress});
  await read('192.0.2.1', 'US');
  const answers = await Promise.all(
    ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.1', '192.0.2.4'].map(address => read(address, 'CA')),
  );
  assert.deepEqual(
    answers.map(({status}) => status),
    [429, 200, 200, 200, 200],
  );
  assert.equal(requests.length, 2);
  assert.equal((await getPrice('192.0.2.1')).status, 200);
});

test('a route that the API throttles has a cooldown of the time it names, and other routes have none', async () => {
  for (const status of [429, 403]) {
    const {requests, getPrice, get, state} = openShop();
    state.answer = () => new Response('slow down', {status, headers: {'retry-after': '90'}});
    assert.equal((await getPrice()).status, status);
    state.answer = undefined;
    state.time += 89_000;
    const resting = await getPrice();
    assert.equal(resting.status, 429);
    assert.equal(resting.headers.get('retry-after'), '1');
    assert.equal(requests.length, 1);
    assert.equal((await get('/v2/brands')).status, 200);
    state.time += 1000;
    assert.equal((await getPrice()).status, 200);
  }
});

test('a read that is throttled without a time has a cooldown of half a minute', async () => {
  const {requests, getPrice, state} = openShop();
  state.answer = () => new Response('', {status: 403});
  await getPrice();
  state.answer = undefined;
  state.time += 29_999;
  assert.equal((await getPrice()).status, 429);
  assert.equal(requests.length, 1);
  state.time += 1;
  assert.equal((await getPrice()).status, 200);
});

test('a refusal with a reason is about its request and starts no cooldown', async () => {
  const {getPrice, state} = openShop();
  state.answer = () => Response.json({detail: 'KYC_MISSING'}, {status: 403});
  assert.equal(await errorCode(await getPrice()), 'KYC_MISSING');
  state.answer = undefined;
  assert.equal((await getPrice()).status, 200);
});

test('instances that share a store share limits and cooldowns', async () => {
  let time = 1_800_000_000_000;
  const store = {...memoryStore({now: () => time}), isShared: true};
  const one = openShop({store, now: () => time});
  const other = openShop({store, now: () => time});
  assert.equal(await allowed(30, () => one.getPrice('192.0.2.1')), 30);
  assert.equal(await allowed(30, () => other.getPrice('192.0.2.1')), 10);
  time += minute;
  one.state.answer = () => new Response('', {status: 429, headers: {'retry-after': '20'}});
  await one.getPrice('192.0.2.1');
  assert.equal((await other.getPrice('192.0.2.1')).status, 429);
  time += 20_000;
  assert.equal((await other.getPrice('192.0.2.1')).status, 200);
});

test('instances that share a store share listings, also when the API is away', async () => {
  let time = 1_800_000_000_000;
  const store = {...memoryStore({now: () => time}), isShared: true};
  const one = openShop({store, now: () => time}, () => Response.json([{brand: 'A'}]));
  const other = openShop({store, now: () => time}, () => new Response('', {status: 500}));
  await one.get('/v2/brands?country_code=US');
  time += 1000;
  const shared = await other.get('/v2/brands?country_code=US');
  assert.deepEqual(await shared.json(), [{brand: 'A'}]);
  assert.equal(shared.headers.get('age'), '1');
  assert.equal(other.requests.length, 0);
  time += 70 * minute;
  const late = openShop({store, now: () => time}, () => new Response('', {status: 500}));
  const old = await late.get('/v2/brands?country_code=US');
  assert.deepEqual(await old.json(), [{brand: 'A'}]);
  assert.equal(old.headers.get('age'), String(70 * 60 + 1));
  assert.equal(old.headers.get('warning'), '111 - "Revalidation Failed"');
});

test('limits can be set by route, and lifted', async () => {
  const {getPrice} = openShop({limits: {getPrice: {buyer: 3}}});
  assert.equal(await allowed(10, () => getPrice('192.0.2.1')), 3);
  assert.equal(await allowed(200, () => getPrice(undefined)), 105);
  const free = openShop({limits: false});
  assert.equal(await allowed(300, () => free.getPrice('192.0.2.1')), 300);
});
