/** A server's clock that is set back by an hour: nothing is served, refused or delayed because of that. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ProxyError} from '../../src/proxy/core/errors.js';
import {memoryStore, type ProxyOptions} from '../../src/proxy/index.js';
import {createIdempotency} from '../../src/proxy/middleware/idempotency.js';
import {openProxy, orderRequest} from './support/fake-api.js';

const second = 1000;
const hour = 3600 * second;

function openShop(options: Partial<ProxyOptions> = {}) {
  const state = {
    time: 1_800_000_000_000,
    api: (): Response | Promise<Response> => Response.json({coin_amount: '1'}),
  };
  const opened = openProxy(() => state.api(), {now: () => state.time, ...options});
  const price = () => opened.get('/v4/products/price?brand_name=Airbnb');
  return {...opened, state, price};
}

test('a price is read again, and not served for an hour', async () => {
  const {requests, price, state} = openShop();
  await price();
  state.time -= hour;
  await price();
  assert.equal(requests.length, 2);
  state.time -= second;
  await price();
  assert.equal(requests.length, 2, 'clocks that are corrected by moments change nothing');
});

test('a failure expires in time', async () => {
  const {price, state} = openShop();
  state.api = () => new Response('', {status: 500});
  assert.equal((await price()).status, 502);
  state.api = () => Response.json({coin_amount: '1'});
  state.time -= hour;
  assert.equal((await price()).status, 200);
});

test('a limit ends with its window', async () => {
  const {price, state} = openShop({cache: false, limits: {getPrice: {partner: 2}}});
  assert.deepEqual(
    [await price(), await price(), await price()].map(({status}) => status),
    [200, 200, 429],
  );
  state.time -= hour;
  assert.equal((await price()).status, 200);
});

test('a route’s cooldown ends in time', async () => {
  const {price, state} = openShop({cache: false});
  state.api = () => new Response('', {status: 429, headers: {'retry-after': '10'}});
  assert.equal((await price()).status, 429);
  state.api = () => Response.json({coin_amount: '1'});
  assert.equal((await price()).headers.get('retry-after'), '10');
  state.time -= hour;
  assert.equal((await price()).status, 200);
});

test('an API that did not respond is tried again in time', async () => {
  const {price, state} = openShop({cache: false, timeouts: {connect: 1}});
  state.api = () => {
    state.time += second;
    return Promise.reject(new TypeError('fetch failed'));
  };
  for (let index = 0; index < 3; index++) assert.equal((await price()).status, 502);
  assert.equal((await price()).status, 503);
  state.api = () => Response.json({coin_amount: '1'});
  state.time -= hour;
  assert.equal((await price()).status, 200);
});

test('a store that was away is used again in time', async () => {
  let isAway = true;
  const memory = memoryStore();
  const store = {
    ...memory,
    add: (...all: Parameters<typeof memory.add>) => (isAway ? Promise.reject() : memory.add(...all)),
  };
  const {post, state} = openShop({store});
  state.api = () => Response.json({order_id: 'order-1'});
  const order = () => post('/v5/orders', orderRequest, {'idempotency-key': 'key-1'});
  assert.equal((await order()).status, 503);
  isAway = false;
  state.time -= hour;
  assert.equal((await order()).status, 200);
});

test('a reservation of an instance whose clock is ahead is waited for as long as an attempt can take, and no longer', async () => {
  let time = 1_800_000_000_000;
  const store = memoryStore({now: () => time});
  const lost = {error: new ProxyError(502, 'order_unknown', 'lost')};
  const pause = async () => {
    time += second;
  };
  const open = (ahead: number) =>
    createIdempotency({
      store: {...store, isShared: true},
      now: () => time + ahead,
      maxDuration: 35 * second,
      lostResult: lost,
      pause,
    });
  void open(hour).once('key', 'body', () => new Promise(() => {}));
  await new Promise(setImmediate);
  const startedAt = time;
  const outcome = await open(0).once('key', 'body', () => assert.fail('a second order'));
  assert.equal(outcome, lost);
  assert.equal(time - startedAt, 35 * second);
});
