/** What the API repeats of the partner's id or of a secret reaches no browser, log or metric. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProxyLogEntry} from '../../src/proxy/index.js';
import {errorCode, openProxy, orderRequest, secret} from './support/fake-api.js';

const partnerId = 'partner-9f3c-Öl';
/** HTTP headers are ASCII, so a real id is. */
const asciiId = 'partner-9f3c/x y';

const echoes = (id: string): string[] => [
  id,
  id.toUpperCase(),
  encodeURIComponent(id),
  Buffer.from(id).toString('hex'),
  Buffer.from(`user:${id}`).toString('base64'),
];

function assertClean(text: string, id: string, what: string) {
  const lower = text.toLowerCase();
  for (const echo of [id, encodeURIComponent(id), Buffer.from(id).toString('hex')])
    assert.ok(!lower.includes(echo.toLowerCase()), `${what}: ${text}`);
  assert.ok(!text.includes(Buffer.from(`user:${id}`).toString('base64')), `${what}: ${text}`);
}

test('no route passes on what the API repeats of the id or a secret', async () => {
  for (const id of [asciiId, secret]) {
    const options = {partnerId: asciiId, secrets: [secret]};
    for (const echo of echoes(id)) {
      const bodies: [number, unknown][] = [
        [
          200,
          {order_id: 'order-1', all_brands: [{brand: echo}], [echo]: echo, deliveries: [{brand_name: echo}]},
        ],
        [400, {detail: `unknown application ${echo}`}],
        [403, {message: echo, error_code: echo}],
        [422, {problems: [{problem: 'NOT_ALLOWED_PAYMENT_VIA', message: `for ${echo}`}]}],
        [500, {detail: echo}],
      ];
      for (const [status, body] of bodies) {
        const {get, post} = openProxy(() => Response.json(body, {status}), options);
        const made = await openProxy(() => Response.json({order_id: 'order-1'}), options).post(
          '/v5/orders',
          orderRequest,
        );
        const {order_id: orderId, order_key: key} = (await made.json()) as Record<string, string>;
        const responses = [
          await get('/v3/payment_vias'),
          await get('/v2/brands?country_code=US'),
          await get('/v5/products/country/US?brand_name=A'),
          await get('/v4/products/price?brand_name=A'),
          await get(`/v5/orders/${orderId}`),
          await get(`/v5/orders/${orderId}`, {'x-cr-order-key': key!}),
          await get(`/v5/orders/${orderId}/subscribe`),
          await post('/v5/orders/validations', orderRequest),
          await post('/v5/orders', orderRequest),
        ];
        for (const response of responses) {
          const text = await response.text();
          assertClean(text, id, `${status} ${response.url}`);
          JSON.parse(text);
        }
      }
    }
  }
});

test('an order whose id holds the partner’s id stays usable', async () => {
  const orderId = 'partner-9f3c-0001';
  const api = ({url}: {url: URL}) => {
    const order = JSON.stringify({order_id: orderId, coin: 'partner-9f3c'});
    return url.pathname.endsWith('/subscribe')
      ? new Response(`data: ${order}\n\n`, {headers: {'content-type': 'text/event-stream'}})
      : new Response(order);
  };
  for (const options of [{secrets: [secret]}, {rawOrderIds: true}]) {
    const {get, post} = openProxy(api, {partnerId: 'partner-9f3c', ...options});
    const {order_id: id, coin} = (await (await post('/v5/orders', orderRequest)).json()) as Record<
      string,
      string
    >;
    assert.equal(id!.split('.')[0], orderId);
    assert.equal(coin, '***');
    assert.deepEqual(((await (await get(`/v5/orders/${id}`)).json()) as {coin: string}).coin, '***');
    const events = await (await get(`/v5/orders/${id}/subscribe`)).text();
    const order = JSON.parse(/data: (\{.*)/.exec(events)![1]!);
    assert.equal(order.order_id, id);
    assert.equal(order.coin, '***');
  }
});

test('an event is searched as a whole, wherever its pieces end and in whatever field it stands', async () => {
  const events = echoes(asciiId).map(
    echo =>
      `id: ${echo}\nevent: ${echo}\n: ${echo}\ndata: {"order_id":"order-1","coin":"${echo}"}\n\n: ${echo}\n\n`,
  );
  const bytes = new TextEncoder().encode(events.join(''));
  for (const size of [1, 7, 64]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
        controller.close();
      },
    });
    const {get} = openProxy(() => new Response(body, {headers: {'content-type': 'text/event-stream'}}), {
      partnerId: asciiId,
    });
    const text = await (await get('/v5/orders/order-1/subscribe')).text();
    assertClean(text, asciiId, `in pieces of ${size}`);
    assert.equal(text.match(/"coin":"[^"]*\*\*\*/g)?.length, events.length);
  }
});

test('an id that HTTP cannot send is refused at start', () => {
  assert.throws(() => openProxy(undefined, {partnerId}), /set partnerId/);
});

test('logs and metrics name no order, key, query or partner', async () => {
  const entries: ProxyLogEntry[] = [];
  const {get, post} = openProxy(() => Response.json({order_id: 'order-77'}), {
    secrets: [secret],
    metrics: true,
    log: entry => void entries.push(entry),
  });
  const made = await post('/v5/orders', orderRequest, {'idempotency-key': 'key-77'});
  const {order_id: id, order_key: key} = (await made.json()) as Record<string, string>;
  await get(`/v5/orders/${id}?x=${key}`, {'x-cr-order-key': key!});
  assert.equal(await errorCode(await get(`/v5/orders/${id}x`)), 'not_found');
  await get(`/v5/orders/${id}/subscribe`);
  const text = JSON.stringify(entries) + (await (await get('/metrics')).text());
  for (const part of ['order-77', id!.split('.')[1]!, key!, 'key-77', 'partner-1', secret])
    assert.ok(!text.includes(part), part);
});
