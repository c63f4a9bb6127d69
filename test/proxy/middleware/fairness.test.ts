/** What one buyer or network does leaves room for others. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProxyOptions} from '../../../src/proxy/index.js';
import {memoryStore} from '../../../src/proxy/index.js';
import {errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

const second = 1000;
type Api = () => Response | Promise<Response>;

function openShop(options: Partial<ProxyOptions> = {}) {
  const state = {time: 1_800_000_000_000, api: (() => Response.json({order_id: 'order-1'})) as Api};
  const opened = openProxy(() => state.api(), {now: () => state.time, ...options});
  let turn = 0;
  const send = (path: string, remoteAddress: string, init: RequestInit = {}) =>
    opened.proxy(new Request(`${site}${path}`, init), {remoteAddress});
  return {
    ...opened,
    state,
    /** Requests a price that is not cached. */
    price: (address: string) => send(`/v4/products/price?face_value=${++turn}`, address),
    order: (address: string) =>
      send('/v5/orders', address, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify(orderRequest),
      }),
    read: (path: string, address: string) => send(path, address),
  };
}

async function granted(count: number, send: (turn: number) => Promise<Response>): Promise<number> {
  let sum = 0;
  for (let turn = 0; turn < count; turn++) if ((await send(turn)).status === 200) sum++;
  return sum;
}

const hex = (value: number) => value.toString(16);

test('a /48 and a /24 that order without end leave orders to others', async () => {
  const {order, requests} = openShop();
  const six = await granted(300, turn => order(`2001:db8:1:${hex(turn)}::1`));
  assert.equal(six, 21, 'three quarters of the 27 orders of the shop');
  const four = await granted(300, turn => order(`192.0.2.${turn % 256}`));
  assert.equal(four, 2, 'a quarter of what one buyer may order');
  for (const address of ['198.51.100.1', '203.0.113.1', '2001:db8:2::1'])
    assert.equal((await order(address)).status, 200, address);
  assert.equal(requests.length, 26);
});

test('three households of one network have no more than their network', async () => {
  const {price} = openShop();
  assert.equal(await granted(100, () => price('2001:db8:1:100::1')), 40);
  assert.equal(await granted(100, () => price('2001:db8:1:101::1')), 40);
  assert.equal(await granted(100, () => price('2001:db8:1:102::1')), 0, 'the /56 has twice a household');
  assert.equal(await granted(100, () => price('2001:db8:1:200::1')), 1, 'the /48 has three quarters of all');
});

test('addresses behind NAT64 and mapped ones are buyers of their own', async () => {
  const {price} = openShop();
  assert.equal(await granted(50, () => price('64:ff9b::192.0.2.1')), 40);
  assert.equal(await granted(50, () => price('::ffff:c000:201')), 0, 'the same buyer');
  assert.equal(await granted(10, () => price('64:ff9b::198.51.100.1')), 10);
});

test('a request that is refused takes no slot and no memory', async () => {
  const keys = new Set<string>();
  const memory = memoryStore();
  const store = {
    ...memory,
    takeAll: async (budgets: readonly {key: string; limit: number}[], window: number) => {
      const wait = await memory.takeAll(budgets, window);
      if (wait === 0) for (const {key} of budgets) keys.add(key);
      return wait;
    },
  };
  const {price} = openShop({store});
  await granted(2000, turn => price(`2001:db8:1:${hex(turn)}::1`));
  assert.ok(keys.size < 200, `${keys.size}`);
});

test('a store without takeAll is counted in turn', async () => {
  const {takeAll: _, ...store} = memoryStore();
  const {price} = openShop({store});
  assert.equal(await granted(60, () => price('192.0.2.1')), 40);
  assert.equal(await granted(5, () => price('198.51.100.1')), 5);
});

test('a buyer whom the API throttles waits as long as it says, and others for five seconds at most', async () => {
  for (const [status, headers, wait] of [
    [429, {'retry-after': '3600'}, 3600],
    [403, {}, 30],
  ] as const) {
    const {price, requests, state} = openShop();
    state.api = () => new Response('', {status, headers});
    const refused = await price('192.0.2.1');
    assert.equal(refused.status, status);
    assert.equal(refused.headers.get('retry-after'), String(wait));
    state.api = () => Response.json({coin_amount: '1'});
    const other = await price('198.51.100.1');
    assert.equal(other.status, 429);
    assert.equal(other.headers.get('retry-after'), '5');
    assert.equal(requests.length, 1);
    state.time += 5 * second;
    const own = await price('192.0.2.1');
    assert.equal(own.headers.get('retry-after'), String(wait - 5));
    assert.equal((await price('198.51.100.1')).status, 200);
    assert.equal((await price('203.0.113.1')).status, 200);
    assert.equal((await price('192.0.2.1')).status, 429);
    state.time += (wait - 5) * second;
    assert.equal((await price('192.0.2.1')).status, 200);
  }
});

test('an order that is throttled for an hour leaves orders open to every other buyer', async () => {
  const {order, state} = openShop();
  state.api = () => new Response('', {status: 429, headers: {'retry-after': '3600'}});
  assert.equal((await order('192.0.2.1')).headers.get('retry-after'), '3600');
  state.api = () => Response.json({order_id: 'order-2'});
  state.time += 5 * second;
  assert.equal((await order('198.51.100.1')).status, 200);
  assert.equal((await order('192.0.2.1')).status, 429);
});

test('one request of another buyer is the probe, and the rest grows while probes are throttled', async () => {
  const {price, requests, state} = openShop();
  state.api = () => new Response('', {status: 429, headers: {'retry-after': '60'}});
  await price('192.0.2.1');
  for (const rest of [5, 10, 20, 40, 60, 60]) {
    state.time += rest * second - 1;
    assert.equal((await price(`198.18.${rest}.1`)).status, 429);
    state.time += 1;
    const before = requests.length;
    const turn = requests.length;
    const all = await Promise.all(
      Array.from({length: 20}, (_, index) => price(`198.${20 + turn}.${index}.1`)),
    );
    assert.equal(requests.length, before + 1, `after ${rest} s`);
    assert.ok(all.every(({status}) => status === 429));
  }
  state.api = () => Response.json({});
  state.time += 60 * second;
  assert.equal((await price('203.0.113.1')).status, 200);
  assert.equal((await price('203.0.114.1')).status, 200);
});

test('a network that is throttled again and again makes others rest once', async () => {
  const {price, requests, state} = openShop();
  const throttle = () => new Response('', {status: 403});
  state.api = throttle;
  await price('2001:db8:1:1::1');
  state.time += 5 * second;
  assert.equal((await price('2001:db8:1:2::1')).status, 429);
  assert.equal(requests.length, 1, 'it sends no probe');
  state.api = () => Response.json({});
  assert.equal((await price('198.51.100.1')).status, 200);
  state.api = throttle;
  assert.equal((await price('2001:db8:1:2::1')).status, 403);
  state.api = () => Response.json({});
  assert.equal((await price('198.51.100.1')).status, 200);
  assert.equal((await price('203.0.113.1')).status, 200);
});

test('instances that share a store share who waits', async () => {
  const memory = memoryStore();
  let time = 1_800_000_000_000;
  const store = {...memory, isShared: true};
  const [one, other] = [openShop({store, now: () => time}), openShop({store, now: () => time})];
  one.state.api = () => new Response('', {status: 429, headers: {'retry-after': '100'}});
  await one.price('192.0.2.1');
  assert.equal((await other.price('198.51.100.1')).headers.get('retry-after'), '5');
  time += 5 * second;
  assert.equal((await other.price('198.51.100.1')).status, 200);
  one.state.api = () => Response.json({});
  assert.equal((await one.price('198.51.100.2')).status, 200);
  assert.equal((await other.price('192.0.2.1')).headers.get('retry-after'), '95');
});

test('a reader who is throttled leaves others who wait for the same listing a read of their own', async () => {
  const {read, state} = openShop();
  state.api = () => new Response('', {status: 429, headers: {'retry-after': '3600'}});
  const [one, other] = await Promise.all([
    read('/v2/brands?country_code=US', '192.0.2.1'),
    read('/v2/brands?country_code=US', '198.51.100.1'),
  ]);
  assert.equal(one.headers.get('retry-after'), '3600');
  assert.equal(other.headers.get('retry-after'), '5');
  assert.equal(await errorCode(other), 'rate_limited');
});
