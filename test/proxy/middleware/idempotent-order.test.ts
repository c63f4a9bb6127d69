import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorCode, openProxy, orderRequest} from '../support/fake-api.js';

const key = {'idempotency-key': 'key-1'};
const path = '/v5/orders';

function countingApi() {
  let made = 0;
  return () => Response.json({order_id: `order-${++made}`}, {status: 201});
}

test('the same key and body gets the same order, other keys and no key get their own', async () => {
  const {requests, post} = openProxy(countingApi());
  const first = await post(path, orderRequest, key);
  const reordered = Object.fromEntries(Object.entries(orderRequest).reverse());
  const again = await post(path, {...reordered, unknown: 1}, key);
  assert.equal(first.status, 201);
  assert.equal(again.status, 201);
  assert.deepEqual(await again.json(), await first.json());
  assert.equal(requests.length, 1);
  assert.deepEqual(await (await post(path, orderRequest, {'idempotency-key': 'key-2'})).json(), {
    order_id: 'order-2',
  });
  assert.deepEqual(await (await post(path, orderRequest)).json(), {order_id: 'order-3'});
});

test('a second request while the first is running waits for the same order', async () => {
  let release = () => {};
  const opened = new Promise<void>(resolve => {
    release = resolve;
  });
  const {requests, post} = openProxy(async () => {
    await opened;
    return Response.json({order_id: 'order-1'});
  });
  const presses = [
    post(path, orderRequest, key),
    post(path, orderRequest, key),
    post(path, orderRequest, key),
  ];
  const other = await post(path, {...orderRequest, lang: 'it'}, key);
  assert.equal(other.status, 422);
  release();
  for (const response of await Promise.all(presses))
    assert.deepEqual(await response.json(), {order_id: 'order-1'});
  assert.equal(requests.length, 1);
});

test('another body with a used key is 422, and a malformed key is 400', async () => {
  const {requests, post} = openProxy(countingApi());
  await post(path, orderRequest, key);
  const response = await post(path, {...orderRequest, lang: 'vi'}, key);
  assert.equal(response.status, 422);
  assert.equal(await errorCode(response), 'idempotency_key_reused');
  assert.equal((await post(path, orderRequest, {'idempotency-key': 'x'.repeat(256)})).status, 400);
  assert.equal(requests.length, 1);
});

test('a key is free again after a day', async () => {
  let time = 0;
  const {requests, post} = openProxy(countingApi(), {now: () => time});
  await post(path, orderRequest, key);
  time = 86_400_000 - 1;
  assert.deepEqual(await (await post(path, orderRequest, key)).json(), {order_id: 'order-1'});
  time = 86_400_000;
  assert.deepEqual(await (await post(path, orderRequest, key)).json(), {order_id: 'order-2'});
  assert.equal(requests.length, 2);
});

test('a refusal leaves the key free, for this body or a corrected one', async () => {
  const refused = () => Object.assign(new TypeError('fetch failed'), {cause: {code: 'ECONNREFUSED'}});
  const refusals: (() => Response)[] = [
    () => Response.json({problems: [{problem: 'OUT_OF_STOCK'}]}),
    () => Response.json({problems: [{problem: 'OUT_OF_STOCK'}]}, {status: 422}),
    () => Response.json({detail: 'LOGIN_REQUIRED'}, {status: 422}),
    () => new Response('slow down', {status: 429}),
    () => {
      throw refused();
    },
  ];
  for (const refusal of refusals) {
    let turn = 0;
    const {post} = openProxy(() => (turn++ === 0 ? refusal() : Response.json({order_id: 'order-1'})));
    assert.notEqual(await (await post(path, orderRequest, key)).text(), '{"order_id":"order-1"}');
    assert.deepEqual(await (await post(path, {...orderRequest, lang: 'it'}, key)).json(), {
      order_id: 'order-1',
    });
  }
});

test('when it is unknown whether an order was created, the same key never creates a second', async () => {
  const unclear: [number, () => Response | Promise<Response>][] = [
    [502, () => new Response('oops', {status: 500})],
    [502, () => new Response('busy', {status: 503})],
    [502, () => Response.json({})],
    [502, () => new Response('<html>', {status: 200})],
    [502, () => new Response(null, {status: 303, headers: {location: '/x'}})],
    [502, () => Promise.reject(new TypeError('socket hang up'))],
    [502, () => new Response(new ReadableStream({start: controller => controller.error(new Error('cut'))}))],
    [504, () => new Promise<Response>(() => {})],
  ];
  for (const [status, answer] of unclear) {
    const {requests, post} = openProxy(answer, {timeouts: {order: 20}});
    for (const _ of [1, 2]) {
      const response = await post(path, orderRequest, key);
      assert.equal(response.status, status);
      assert.equal(await errorCode(response), 'order_unknown');
    }
    assert.equal(requests.length, 1);
    await post(path, orderRequest, {'idempotency-key': 'key-2'});
    assert.equal(requests.length, 2);
  }
});

test('an order that also has problems is an order', async () => {
  const {requests, post} = openProxy(() =>
    Response.json({order_id: 'order-1', problems: [{problem: 'NOT_ACTIVE'}]}),
  );
  await post(path, orderRequest, key);
  await post(path, orderRequest, key);
  assert.equal(requests.length, 1);
});

test('validations are sent each time, whatever their key', async () => {
  const {requests, post} = openProxy();
  await post('/v5/orders/validations', orderRequest, key);
  await post('/v5/orders/validations', orderRequest, key);
  assert.equal(requests.length, 2);
});

test('a platform that stops with the client’s request gets the work as waitUntil: it may be an order, or others may wait for it', async () => {
  const {proxy} = openProxy(() => Response.json({order_id: 'order-1'}));
  const body = JSON.stringify(orderRequest);
  const inits = [
    {method: 'POST', headers: {'content-type': 'application/json'}, body},
    {method: 'POST', headers: {'content-type': 'application/json', ...key}, body},
  ];
  const requests = [
    ...inits.map(init => new Request('https://shop.example/v5/orders', init)),
    new Request('https://shop.example/v5/orders/order-1'),
  ];
  for (const request of requests) {
    const works: Promise<unknown>[] = [];
    await proxy(request, {waitUntil: work => void works.push(work)});
    assert.equal(works.length, 1);
    await works[0];
  }
});

test('an order is not aborted when its client leaves', async () => {
  let signal: AbortSignal | undefined;
  const {proxy, post} = openProxy(async ({request}) => {
    signal = request.signal;
    leave.abort();
    return Response.json({order_id: 'order-1'});
  });
  const leave = new AbortController();
  const headers = {'content-type': 'application/json', ...key};
  const body = JSON.stringify(orderRequest);
  const response = await proxy(
    new Request('https://shop.example/v5/orders', {method: 'POST', headers, body, signal: leave.signal}),
  );
  assert.equal(response.status, 200);
  assert.equal(signal?.aborted, false);
  assert.deepEqual(await (await post(path, orderRequest, key)).json(), {order_id: 'order-1'});
});
