/** An API that has stopped responding: clients do not wait for it again, and its return is noticed. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProxyLogEntry} from '../../../src/proxy/index.js';
import {createCircuitBreaker} from '../../../src/proxy/middleware/circuit-breaker.js';
import {errorCode, openProxy, orderRequest} from '../support/fake-api.js';

type Api = () => Response | Promise<Response>;

/** Opens a proxy in front of an API whose failures each take five seconds of a simulated clock. */
function openShop() {
  const state = {time: 1_800_000_000_000, api: (() => Response.json({order_id: 'order-1'})) as Api};
  const logged: string[] = [];
  const opened = openProxy(() => state.api(), {
    now: () => state.time,
    metrics: true,
    log: (entry: ProxyLogEntry) => {
      if (entry.event) logged.push(`${entry.event} ${'route' in entry ? entry.route : ''}`);
    },
  });
  const noResponse: Api = () => {
    state.time += 5000;
    return Promise.reject(new TypeError('fetch failed', {cause: {code: 'UND_ERR_CONNECT_TIMEOUT'}}));
  };
  /** Reads orders until the API has failed so many times. */
  const fail = async (times: number) => {
    state.api = noResponse;
    for (let index = 0; index < times; index++) {
      assert.equal((await opened.get(`/v5/orders/order-${index}`)).status, 502);
    }
  };
  return {...opened, state, logged, noResponse, fail};
}

test('after three failures in a row orders are refused at once, not sent, and may be tried again', async () => {
  const {requests, fail, get, post, state, logged} = openShop();
  await fail(3);
  for (const path of ['/v5/orders', '/v5/orders/validations']) {
    const response = await post(path, orderRequest, {'idempotency-key': 'key-1'});
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '10');
    assert.equal(await errorCode(response), 'api_unavailable');
  }
  assert.equal((await get('/v5/orders/order-9')).status, 503);
  assert.equal((await get('/v5/orders/order-9/subscribe')).status, 503);
  assert.equal(requests.length, 3);
  assert.deepEqual(logged, ['api_lost all', 'api_lost getOrder']);
  state.api = () => Response.json({order_id: 'order-2'});
  state.time += 10_000;
  assert.equal((await get('/v2/brands')).status, 200);
  const order = await post('/v5/orders', orderRequest, {'idempotency-key': 'key-1'});
  assert.deepEqual(await order.json(), {order_id: 'order-2'});
});

test('one response between failures keeps the circuit closed', async () => {
  const {fail, get, state, logged} = openShop();
  for (let round = 0; round < 3; round++) {
    await fail(2);
    state.api = () => Response.json({order_id: 'another'});
    assert.equal((await get('/v5/orders/another')).status, 200);
    state.time += 2000;
  }
  assert.deepEqual(logged, []);
});

test('failures that delay no client are tried again each time', async () => {
  const {requests, get, state} = openShop();
  state.api = () => Promise.reject(new TypeError('fetch failed', {cause: {code: 'ECONNREFUSED'}}));
  for (let index = 0; index < 10; index++) {
    const response = await get(`/v5/orders/order-${index}`);
    assert.equal(response.status, 502);
    assert.equal(await errorCode(response), 'api_unreachable');
  }
  assert.equal(requests.length, 10);
});

test('an API that responds with errors is available', async () => {
  const {requests, get, state} = openShop();
  state.api = () => {
    state.time += 5000;
    return new Response('', {status: 500});
  };
  for (let index = 0; index < 10; index++) await get(`/v5/orders/order-${index}`);
  assert.equal(requests.length, 10);
});

test('after a cooldown one request is the probe, and others do not wait for it', async () => {
  const {requests, fail, get, state, noResponse, logged} = openShop();
  await fail(3);
  state.time += 10_000;
  let answer = (_: Response) => {};
  state.api = () =>
    new Promise(resolve => {
      answer = resolve;
    });
  const trying = get('/v5/orders/order-1');
  for (let turn = 0; requests.length < 4 && turn < 100; turn++) await new Promise(setImmediate);
  assert.equal((await get('/v5/orders/order-2')).status, 503);
  assert.equal((await get('/v3/payment_vias')).status, 503);
  assert.equal(requests.length, 4);
  answer(Response.json({order_id: 'order-1'}));
  assert.equal((await trying).status, 200);
  assert.deepEqual(logged, ['api_lost all', 'api_lost getOrder', 'api_back all', 'api_back getOrder']);
  state.api = () => Response.json({order_id: 'order-3'});
  assert.equal((await get('/v5/orders/order-3')).status, 200);
  state.time += 2000;

  await fail(3);
  state.time += 10_000;
  state.api = noResponse;
  assert.equal((await get('/v5/orders/order-7')).status, 502);
  assert.equal((await get('/v5/orders/order-8')).status, 503, 'a failed probe starts another cooldown');
});

test('a route that hangs alone opens its own circuit only', async () => {
  const {fail, get, post, state} = openShop();
  await fail(2);
  state.api = () => Response.json({coin_amount: '1'});
  await post('/v5/orders/validations', orderRequest);
  await fail(1);
  assert.equal((await get('/v5/orders/order-9')).status, 503);
  state.api = () => Response.json({coin_amount: '1'});
  assert.equal((await post('/v5/orders/validations', orderRequest)).status, 200);
});

test('streams that hang open the circuit of streams only', async () => {
  const {get, post, state, noResponse, logged} = openShop();
  state.api = noResponse;
  for (let index = 0; index < 4; index++) await get('/v5/orders/order-1/subscribe');
  assert.deepEqual(logged, ['api_lost subscribeOrder']);
  assert.equal((await get('/v5/orders/order-2/subscribe')).status, 503);
  state.api = () => Response.json({order_id: 'order-1'});
  assert.equal((await get('/v4/products/price')).status, 200);
  assert.equal((await post('/v5/orders/validations', orderRequest)).status, 200);
  assert.equal((await get('/v5/orders/order-1')).status, 200);
});

test('a client that leaves after a long wait is a failure, one that leaves early is not', async () => {
  for (const [wait, status] of [
    [9_999, 200],
    [10_000, 503],
  ] as const) {
    const {requests, get, proxy, state} = openShop();
    state.api = () => new Promise(() => {});
    for (let index = 1; index <= 3; index++) {
      const leave = new AbortController();
      const leaving = proxy(
        new Request('https://shop.example/v5/orders/validations', {
          method: 'POST',
          headers: {'content-type': 'application/json'},
          body: JSON.stringify(orderRequest),
          signal: leave.signal,
        }),
      );
      for (let turn = 0; requests.length < index && turn < 100; turn++) await new Promise(setImmediate);
      state.time += wait;
      leave.abort();
      await leaving;
    }
    state.api = () => Response.json([]);
    assert.equal((await get('/v3/payment_vias')).status, status);
  }
});

test('requests that an open circuit refuses are not counted by limits', async () => {
  const {fail, get, state} = openShop();
  await fail(3);
  for (let index = 0; index < 200; index++) assert.equal((await get('/v5/orders/order-1')).status, 503);
  state.api = () => Response.json({order_id: 'order-1'});
  state.time += 10_000;
  assert.equal((await get('/v5/orders/order-1')).status, 200);
});

test('in ten minutes without responses catalogues are served, and one order in ten seconds waits', async () => {
  const {requests, get, post, state, noResponse, logged} = openShop();
  const paths = [
    '/v3/payment_vias',
    '/v2/brands',
    '/v2/homepage',
    '/v5/products/country/US',
    '/v4/products/price',
  ];
  state.api = () => Response.json([{brand: 'Voltaic'}]);
  for (const path of paths) assert.equal((await get(path)).status, 200);
  const before = requests.length;
  const from = state.time;
  state.api = noResponse;
  const orders = {refused: 0, waited: 0};
  while (state.time < from + 10 * 60_000) {
    state.time += 1000;
    for (const path of paths) assert.equal((await get(path)).status, 200, path);
    const {status} = await post('/v5/orders', orderRequest);
    if (status === 503) orders.refused++;
    else orders.waited++;
  }
  assert.ok(requests.length - before < 60, `${requests.length - before} requests were sent`);
  assert.ok(orders.refused > 300 && orders.waited < 30, JSON.stringify(orders));
  state.api = () => Response.json({order_id: 'order-1'});
  state.time += 10_000;
  await get('/v2/brands');
  for (let turn = 0; logged.at(-1) !== 'api_back listBrands' && turn < 100; turn++)
    await new Promise(setImmediate);
  assert.equal((await post('/v5/orders', orderRequest)).status, 200);
});

test('old catalogues are served at once, and readiness and metrics show the outage', async () => {
  const {requests, fail, get, state} = openShop();
  state.api = () => Response.json([{brand: 'Voltaic'}]);
  await get('/v2/brands');
  assert.deepEqual(await (await get('/readyz')).json(), {status: 'ok'});
  await fail(3);
  const before = requests.length;
  state.time += 5 * 60_000;
  // Within the cooldown another request is the probe.
  await fail(1);
  for (let minutes = 0; minutes < 3; minutes++) {
    const response = await get('/v2/brands');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('warning')!, /^11[01] /);
    state.time += 2000;
  }
  assert.equal(requests.length, before + 1);
  const ready = await get('/readyz');
  assert.equal(ready.status, 200);
  assert.deepEqual(await ready.json(), {status: 'ok', api: 'unavailable'});
  const metrics = await (await get('/metrics')).text();
  assert.match(metrics, /^cr_checkout_api_unavailable\{route="all"\} 1$/m);
  assert.match(metrics, /^cr_checkout_api_unavailable\{route="createOrder"\} 0$/m);
});

test('a probe without an outcome holds others back for one cooldown, and one with an unknown outcome for none', () => {
  let time = 1_800_000_000_000;
  const circuit = createCircuitBreaker({cooldown: 10_000, now: () => time, onChange: () => {}});
  for (let index = 0; index < 3; index++) circuit.enter()('failure');
  time += 10_000;
  assert.equal(circuit.wait(), 0);
  circuit.enter();
  assert.equal(circuit.wait(), 10_000);
  time += 10_000;
  assert.equal(circuit.wait(), 0);
  circuit.enter()('unknown');
  assert.equal(circuit.wait(), 0);
  circuit.enter()('response');
  assert.equal(circuit.isOpen, false);
});
