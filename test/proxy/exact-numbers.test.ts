/** Numbers that JavaScript cannot hold exactly keep their digits wherever the proxy rewrites a body. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorCode, openProxy, orderRequest, secret} from './support/fake-api.js';

/** The body of an order, with a placeholder for its id. */
const orders = [
  '{"order_id":ID,"coin_amount":0.123456789012345678}',
  '{"a":12345678901234567890, "order_id" : ID ,"pin_code": 6006491234567890123, "b":[9007199254740993,-9223372036854775808]}',
  '{"order_id":ID,"a":1.0,"b":-0,"c":-0.0,"d":1E+2,"e":1e-7,"f":50.840000000000000000,"g":1e400,"h":-1.5E-400}',
  '{"a":1.0,"a":2.0,"nested":{"order_id":7.0,"order_id":8.0},"order_id":ID,"order_id":ID}',
  `{"rows":[${'0.123456789012345678,1.0,'.repeat(20_000)}1.0],"order_id":ID}`,
  '{"order_id":ID,"text":"\\"order_id\\":1.0, \\u0031.0","\\u006frder_state":"Done"}',
];

const withId = (order: string, id: string) => order.replaceAll('ID', JSON.stringify(id));
const secretOptions = [{secrets: [secret]}, {rawOrderIds: true}];

test('an order keeps its digits when it is created and read', async () => {
  for (const options of secretOptions) {
    for (const order of orders) {
      const {get, post} = openProxy(() => new Response(withId(order, 'order-1')), options);
      const created = await (await post('/v5/orders', orderRequest)).text();
      const {order_id: id, order_key: key = ''} = JSON.parse(created) as Record<string, string>;
      assert.match(id!, /^order-1/);
      const whole = withId(order, id!);
      assert.equal(created, key ? `${whole.slice(0, -1)},"order_key":"${key}"}` : whole);
      const read = async () => (await get(`/v5/orders/${id}`, {'x-cr-order-key': key})).text();
      assert.equal(await read(), whole);
      assert.equal(await read(), whole, 'from the cache');
    }
  }
});

test('an order that is repeated for its key keeps its digits', async () => {
  const order = withId(orders[0]!, 'order-1');
  const {post} = openProxy(() => new Response(order), {secrets: [secret]});
  const key = {'idempotency-key': 'key-1'};
  const first = await (await post('/v5/orders', orderRequest, key)).text();
  assert.match(first, /"coin_amount":0\.123456789012345678,"order_key":"[\w-]{22}"\}$/);
  assert.equal(await (await post('/v5/orders', orderRequest, key)).text(), first);
});

test('an event keeps its digits', async () => {
  const events = orders.map(order => withId(order, 'order-1'));
  for (const options of secretOptions) {
    const {get, post} = openProxy(({url}) => {
      if (!url.pathname.endsWith('/subscribe')) return Response.json({order_id: 'order-1'});
      const body = events.map(event => `data: ${event}\n\n`).join('');
      return new Response(body, {headers: {'content-type': 'text/event-stream'}});
    }, options);
    const {order_id: id} = (await (await post('/v5/orders', orderRequest)).json()) as {order_id: string};
    const text = await (await get(`/v5/orders/${id}/subscribe`)).text();
    const [heartbeat, ...relayed] = text.trimEnd().split('\n\n');
    assert.match(heartbeat!, /^event: heartbeat/);
    assert.equal(relayed.length, events.length);
    for (const [index, event] of relayed.entries()) {
      const json = event.replace(/^data: /, '');
      const amount = /"coin_amount":[^,}]*/.exec(events[index]!)?.[0] ?? '';
      assert.ok(json.includes(amount), json);
      if (!('secrets' in options)) assert.equal(json, events[index]);
    }
  }
});

test('an order without its key keeps the digits of what it shows', async () => {
  const order =
    '{"order_id":"order-1","coin_amount":0.123456789012345678, "payment_value" : 1E+2 ,"destination_tag":12345678901234567890,"deliveries":[{"quantity":1.0,"deliverable":{"pin_code":6006491234567890123}}]}';
  const {get, post} = openProxy(() => new Response(order), {secrets: [secret]});
  const {order_id: id} = (await (await post('/v5/orders', orderRequest)).json()) as {order_id: string};
  assert.equal(
    await (await get(`/v5/orders/${id}`)).text(),
    `{"order_id":"${id}","coin_amount":0.123456789012345678,"payment_value":1E+2,"destination_tag":12345678901234567890,"deliveries":[{"quantity":1.0,"deliverable":{}}],"delivered":"withheld"}`,
  );
});

test('an id that is a number of 64 bits is signed, and requested, with its own digits', async () => {
  const orderId = '12345678901234567891';
  for (const options of secretOptions) {
    const {requests, get, post} = openProxy(() => new Response(`{"order_id":${orderId},"a":1.0}`), options);
    const created = await (await post('/v5/orders', orderRequest)).text();
    const {order_id: id = '', order_key: key = ''} = JSON.parse(created) as Record<string, string>;
    assert.equal(id.split('.')[0], orderId);
    const read = await (await get(`/v5/orders/${id}`, {'x-cr-order-key': key})).text();
    assert.equal(read, created.replace(`,"order_key":"${key}"`, ''));
    assert.equal(requests[1]!.url.pathname, `/v5/orders/${orderId}`);
  }
});

test('a listing keeps its digits where purchases are removed from it', async () => {
  const listing = '{"min": 1.0, "last_user_purchases": [{"brand":"A"}], "id":12345678901234567890}';
  const {get} = openProxy(() => new Response(listing));
  assert.equal(
    await (await get('/v2/brands')).text(),
    '{"min": 1.0, "last_user_purchases": [], "id":12345678901234567890}',
  );
});

test('a body without a usable id is no order, and is not signed', async () => {
  for (const id of ['""', '{}', '[]', 'null', 'true']) {
    const body = `{"order_id":${id},"coin_amount":0.123456789012345678}`;
    const {get, post} = openProxy(
      ({request}) => new Response(request.method === 'POST' ? body : '{"order_id":"order-1"}'),
      {secrets: [secret]},
    );
    assert.equal(await errorCode(await post('/v5/orders', orderRequest)), 'order_unknown', id);
    assert.equal((await get('/v5/orders/order-1')).status, 404);
  }
});
