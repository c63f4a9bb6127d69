/** A handle shows how an order stands; only its key shows what was delivered and to whom. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {memoryStore} from '../../src/proxy/index.js';
import {errorCode, openProxy, orderRequest, secret} from './support/fake-api.js';

const other = 'another-secret-of-the-tests-only-2';

/** What stands for anything that opens something or names somebody. */
const hidden = 'HIDDEN';

const delivered = {
  order_id: 'order-1',
  order_state: 'Done',
  payment_state: 'PaymentReceived',
  coin: 'USDC',
  network: 'Solana',
  coin_amount: '50.84',
  sent_coin_amount: '50.84',
  wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
  destination_tag: 495,
  created_at: '1800000000',
  email: hidden,
  user: {email: hidden, full_name: hidden},
  refund_wallet_address: hidden,
  reference_id: hidden,
  codes: [hidden],
  unknown: hidden,
  nested: {deeper: [{code: hidden}]},
  coin_name: {code: hidden},
  deliveries: [
    {
      delivery_state: 'Succeeded',
      beneficiary_account: hidden,
      pin_code: hidden,
      items: [{pin_code: hidden}],
      denomination: {code: hidden},
      deliverable: {
        brand_name: 'Voltaic',
        denomination: '50 USD',
        country_code: 'US',
        ...Object.fromEntries(
          [
            ...[
              'beneficiary_account',
              'pin_code',
              'voucher_code',
              'code',
              'pin',
              'pin_serial',
              'security_code',
            ],
            ...['activation_code', 'lpa', 'qr_text', 'qr_code', 'redemption_url', 'barcode_image_url'],
            ...['qr_image_url', 'operator_reference', 'redeem_instructions', 'how_to_redeem', 'new_name'],
            ...['error_description', 'failure_reason', 'email', 'name', 'full_name', 'recipient', 'message'],
          ].map(name => [name, hidden]),
        ),
        'pin\u005fcode': hidden,
      },
    },
    hidden,
    [hidden],
  ],
};

const shown = {
  order_id: '',
  order_state: 'Done',
  payment_state: 'PaymentReceived',
  created_at: '1800000000',
  coin: 'USDC',
  coin_amount: '50.84',
  network: 'Solana',
  wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
  destination_tag: 495,
  sent_coin_amount: '50.84',
  deliveries: [
    {
      delivery_state: 'Succeeded',
      deliverable: {brand_name: 'Voltaic', denomination: '50 USD', country_code: 'US'},
    },
  ],
  delivered: 'withheld',
};

const event = (order: unknown) =>
  new Response(`id: 1\ndata: ${JSON.stringify(order)}\n\n`, {headers: {'content-type': 'text/event-stream'}});

const api = ({url}: {url: URL}) =>
  url.pathname.endsWith('/subscribe') ? event(delivered) : Response.json(delivered);

interface Created {
  readonly order_id: string;
  readonly order_key: string;
}

async function created(response: Response): Promise<Created> {
  return (await response.json()) as Created;
}

/** Returns the data of the events after the first heartbeat. */
async function eventsOf(response: Response): Promise<unknown[]> {
  const texts = (await response.text()).trimEnd().split('\n\n').slice(1);
  return texts.map(text => JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null'));
}

test('a new order has a handle and a key, and everything that the API says', async () => {
  const {post} = openProxy(api, {secrets: [secret]});
  const order = await created(await post('/v5/orders', orderRequest));
  assert.match(order.order_id, /^order-1\.[\w-]{22}$/);
  assert.match(order.order_key, /^[\w-]{22}$/);
  assert.ok(!order.order_id.includes(order.order_key));
  assert.deepEqual(order, {...delivered, order_id: order.order_id, order_key: order.order_key});
});

test('the key opens everything; without it, or with another, only what pays and tracks the order is shown', async () => {
  const {get, post, requests} = openProxy(api, {secrets: [secret]});
  const {order_id: id, order_key: key} = await created(await post('/v5/orders', orderRequest));
  const read = async (headers: HeadersInit) =>
    (await get(`/v5/orders/${id}`, headers)).json() as Promise<object>;
  const flipped = (key.startsWith('A') ? 'B' : 'A') + key.slice(1);
  const wrong = [
    '',
    flipped,
    key.slice(1),
    `${key}A`,
    key.toLowerCase(),
    id,
    id.split('.')[1]!,
    'x'.repeat(5000),
  ];
  assert.deepEqual(await read({}), {...shown, order_id: id});
  for (const each of wrong) assert.deepEqual(await read({'x-cr-order-key': each}), {...shown, order_id: id});
  assert.deepEqual(await read({'x-cr-order-key': key}), {...delivered, order_id: id});
  assert.deepEqual(await read({}), {...shown, order_id: id}, 'after a read with the key');
  assert.equal(requests.length, 2, 'one read serves both');
});

test('no event of a stream shows what was delivered, whatever key is sent', async () => {
  const {get, post} = openProxy(api, {secrets: [secret]});
  const {order_id: id, order_key: key} = await created(await post('/v5/orders', orderRequest));
  for (const path of [`/v5/orders/${id}/subscribe`, `/orders/${id}/subscribe`]) {
    const response = await get(path, {'x-cr-order-key': key});
    assert.deepEqual(await eventsOf(response), [{...shown, order_id: id}]);
  }
});

test('an event that is no order shows nothing either', async () => {
  const events = [
    `data: ${JSON.stringify([delivered])}`,
    `data: ${JSON.stringify({order: delivered})}`,
    `data: ${JSON.stringify(delivered).slice(0, -1)}`,
    `data: ${JSON.stringify({pin_code: hidden})}`,
    `data: "${hidden}"`,
    `data: {"a":"\ndata: ${hidden}"}`,
    'event: stop\ndata: {}',
    'data: ping',
  ];
  const {get, post} = openProxy(
    ({url}) =>
      url.pathname.endsWith('/subscribe')
        ? new Response(`${events.join('\n\n')}\n\n`, {headers: {'content-type': 'text/event-stream'}})
        : Response.json(delivered),
    {secrets: [secret]},
  );
  const {order_id: id} = await created(await post('/v5/orders', orderRequest));
  const text = await (await get(`/v5/orders/${id}/subscribe`)).text();
  assert.doesNotMatch(text, /HIDDEN/);
  assert.match(text, /event: stop\ndata: \{\}\n\ndata: ping\n\n$/);
});

test('an order’s key opens no other order', async () => {
  let made = 0;
  const {get, post} = openProxy(
    ({url}) => Response.json({...delivered, order_id: url.pathname.split('/')[3] ?? `order-${++made}`}),
    {secrets: [secret]},
  );
  const [one, two] = [
    await created(await post('/v5/orders', orderRequest)),
    await created(await post('/v5/orders', orderRequest)),
  ];
  assert.notEqual(one.order_key, two.order_key);
  const response = await get(`/v5/orders/${two.order_id}`, {'x-cr-order-key': one.order_key});
  assert.equal(((await response.json()) as {delivered: string}).delivered, 'withheld');
});

test('all secrets verify keys, the first makes them, and another proxy makes others', async () => {
  const old = await created(await openProxy(api, {secrets: [secret]}).post('/v5/orders', orderRequest));
  const rotated = openProxy(api, {secrets: [other, secret]});
  const fresh = await created(await rotated.post('/v5/orders', orderRequest));
  assert.notEqual(fresh.order_key, old.order_key);
  for (const {order_id: id, order_key: key} of [old, fresh]) {
    const order = await (await rotated.get(`/v5/orders/${id}`, {'x-cr-order-key': key})).json();
    assert.deepEqual(order, {...delivered, order_id: id});
  }
  const removed = openProxy(api, {secrets: [other]});
  const response = await removed.get(`/v5/orders/${fresh.order_id}`, {'x-cr-order-key': old.order_key});
  assert.equal(((await response.json()) as {delivered: string}).delivered, 'withheld');
});

test('a repeated key gets the same handle and key, of which the store holds neither', async () => {
  const written: string[] = [];
  const memory = memoryStore();
  const store = {
    ...memory,
    set: (key: string, value: string, ttl: number) => {
      written.push(value);
      return memory.set(key, value, ttl);
    },
  };
  const {post, requests} = openProxy(api, {secrets: [secret], store});
  const key = {'idempotency-key': 'key-1'};
  const first = await created(await post('/v5/orders', orderRequest, key));
  assert.deepEqual(await created(await post('/v5/orders', orderRequest, key)), first);
  assert.equal(requests.length, 1);
  assert.ok(written.length > 0);
  for (const value of written) assert.ok(!value.includes(first.order_key) && !value.includes(first.order_id));
});

test('raw order ids know no key: everything passes as the API sends it', async () => {
  const {get, post} = openProxy(api);
  assert.deepEqual(await (await post('/v5/orders', orderRequest)).json(), delivered);
  assert.deepEqual(await (await get('/v5/orders/order-1')).json(), delivered);
  assert.deepEqual(await eventsOf(await get('/v5/orders/order-1/subscribe')), [delivered]);
});

test('another order than the one that was requested is 502, and its events are dropped', async () => {
  for (const options of [{secrets: [secret]}, {rawOrderIds: true}]) {
    const state = {id: 'order-1' as unknown};
    const {get, post} = openProxy(
      ({url}) => {
        const order = {...delivered, order_id: state.id};
        return url.pathname.endsWith('/subscribe') ? event(order) : Response.json(order);
      },
      {...options, cache: {getOrder: 0}},
    );
    const {order_id: id} = await created(await post('/v5/orders', orderRequest));
    for (const wrong of ['order-2', 'order-10', 'ORDER-1', 'order', 1, 1e20]) {
      state.id = wrong;
      const response = await get(`/v5/orders/${id}`);
      assert.equal(response.status, 502, String(wrong));
      assert.equal(await errorCode(response), 'bad_api_answer');
      const text = await (await get(`/v5/orders/${id}/subscribe`)).text();
      assert.doesNotMatch(text, /data: \{/, String(wrong));
    }
  }
});

test('a read that the API answers with no order at all is 502 where ids are signed', async () => {
  const state = {body: JSON.stringify(delivered)};
  const {get, post} = openProxy(() => new Response(state.body), {secrets: [secret], cache: {getOrder: 0}});
  const {order_id: id} = await created(await post('/v5/orders', orderRequest));
  const bodies = ['{}', '[]', JSON.stringify([delivered]), JSON.stringify({order: delivered}), '1', 'null'];
  for (const body of [...bodies, '{"order_id":null}', '{"order_id":""}', '{"order_id":{}}']) {
    state.body = body;
    assert.equal((await get(`/v5/orders/${id}`)).status, 502, body);
  }
});

test('an id that cannot stand in a path is not signed: what became of the order is unknown', async () => {
  for (const id of [
    '',
    'a.b/../x',
    'x'.repeat(65),
    'x'.repeat(5000),
    'a b',
    'ü',
    '../x',
    'a/b',
    {},
    [],
    null,
    true,
    1.5,
  ]) {
    const {post} = openProxy(() => Response.json({...delivered, order_id: id}), {secrets: [secret]});
    const response = await post('/v5/orders', orderRequest);
    assert.equal(response.status, 502, JSON.stringify(id));
    assert.equal(await errorCode(response), 'order_unknown');
  }
});

test('a page of another origin may send the key', async () => {
  const {proxy} = openProxy(api, {allowedOrigins: ['https://partner.example']});
  const response = await proxy(
    new Request('https://shop.example/v5/orders/order-1', {
      method: 'OPTIONS',
      headers: {origin: 'https://partner.example', 'access-control-request-method': 'GET'},
    }),
  );
  assert.match(response.headers.get('access-control-allow-headers')!, /\bx-cr-order-key\b/);
});
