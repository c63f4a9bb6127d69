import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProxyRequestEntry} from '../../../src/proxy/index.js';
import {errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

const now = () => 1_800_000_000_000;

test('status and body pass, headers are selected and not copied', async () => {
  const headers = {
    'set-cookie': 'a=1',
    server: 'x',
    'x-internal': 'y',
    'content-type': 'application/hal+json',
  };
  const {get} = openProxy(() => new Response('{"a": 1.50}', {status: 200, headers}), {now});
  const response = await get('/v2/brands');
  assert.equal(await response.text(), '{"a": 1.50}');
  const {'x-request-id': requestId, etag, ...others} = Object.fromEntries(response.headers);
  assert.match(requestId!, /^[0-9a-f-]{36}$/);
  assert.match(etag!, /^W\/"[\x21\x23-\x7e]{16}"$/);
  assert.deepEqual(others, {
    age: '0',
    'cache-control': 'private, no-cache',
    'content-type': 'application/json',
    date: 'Fri, 15 Jan 2027 08:00:00 GMT',
    'server-timing': 'cache;desc=miss, total;dur=0',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
});

test('orders, validations, prices and errors are stored nowhere', async () => {
  const {get, post} = openProxy(() => Response.json({order_id: 'order-1'}, {status: 201}));
  const responses = [
    await get('/v5/orders/order-1'),
    await get('/v4/products/price'),
    await post('/v5/orders', orderRequest),
    await post('/v5/orders/validations', orderRequest),
    await get('/nothing'),
  ];
  for (const response of responses) assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(responses[2]!.status, 201);
});

test('an answer with problems passes with its status and body', async () => {
  const body = {problems: [{problem: 'OUT_OF_STOCK', moreDetails: null}]};
  for (const status of [200, 400, 422]) {
    const {post} = openProxy(() => Response.json(body, {status}));
    const response = await post('/v5/orders/validations', orderRequest);
    assert.equal(response.status, status);
    assert.deepEqual(await response.json(), body);
  }
});

test('other refusals keep their status, and the API’s message if it is short plain text', async () => {
  const cases: [number, BodyInit | null, string, RegExp][] = [
    [422, '{"detail":"LOGIN_REQUIRED"}', 'LOGIN_REQUIRED', /LOGIN_REQUIRED/],
    [400, '{"status":400,"message":"face_value is missing"}', 'api_refused', /face_value is missing/],
    [400, '{"error":"NOT_FOUND","detail":"No such brand"}', 'NOT_FOUND', /No such brand/],
    [400, JSON.stringify({detail: 'x'.repeat(201)}), 'api_refused', /status 400/],
    [400, '{"detail":"a\\nb"}', 'api_refused', /status 400/],
    [400, '{"problems":[]}', 'api_refused', /status 400/],
    [404, null, 'not_found', /status 404/],
    [401, '<html>', 'api_refused', /status 401/],
  ];
  for (const [status, body, code, message] of cases) {
    const {get} = openProxy(() => new Response(body, {status}));
    const response = await get('/v5/orders/order-1');
    const {error} = (await response.clone().json()) as {error: {message: string}};
    assert.equal(response.status, status);
    assert.equal(await errorCode(response), code);
    assert.match(error.message, message);
  }
});

test('throttling is passed on with the time to wait', async () => {
  const cases: [Record<string, string>, string | null][] = [
    [{'retry-after': '30'}, '30'],
    [{'retry-after': new Date(now() + 5000).toUTCString()}, '5'],
    [{'x-ratelimit-reset': String(now() / 1000 + 12)}, '12'],
    [{'retry-after': '1.5'}, '2'],
    [{'retry-after': '0'}, '0'],
    // Half a minute, the default cooldown, if the time is missing or cannot be read.
    [{'retry-after': 'soon'}, '30'],
    [{'retry-after': '-1'}, '30'],
    [{}, '30'],
    // An hour at most, whatever the API says.
    [{'retry-after': '999999'}, '3600'],
  ];
  for (const status of [429, 403]) {
    for (const [headers, expected] of cases) {
      const {get} = openProxy(() => new Response('slow down', {status, headers}), {now});
      const response = await get('/v2/brands');
      assert.equal(response.status, status);
      assert.equal(response.headers.get('retry-after'), expected);
      assert.equal(await errorCode(response), 'rate_limited');
    }
  }
});

test('an API that fails, redirects, or sends no JSON or too much is 502, without its content', async () => {
  const endless = () =>
    new ReadableStream<Uint8Array>({pull: controller => controller.enqueue(new Uint8Array(1024 * 1024))});
  const answers: (() => Response)[] = [
    () => new Response('stack trace at secret.js', {status: 500}),
    () => Response.json({detail: 'SECRET_CODE'}, {status: 503}),
    () => new Response(null, {status: 302, headers: {location: 'https://evil.example/'}}),
    () => new Response('<html>secret</html>'),
    () => new Response(null, {status: 204}),
    () => new Response('{"cut":'),
    () => new Response(endless()),
    () => {
      throw new TypeError('fetch failed: secret');
    },
  ];
  for (const answer of answers) {
    const response = await openProxy(answer).get('/v2/brands');
    assert.equal(response.status, 502);
    const text = await response.clone().text();
    assert.doesNotMatch(text, /secret|evil|stack/i);
    assert.match(await errorCode(response), /^(bad_api_answer|api_unreachable)$/);
  }
});

test('millions of lists or objects are refused before they are parsed', async () => {
  const pieces = ['[],', '{},', '[[]],', '[', '{"a":'];
  for (const size of [7, 24]) {
    for (const piece of pieces) {
      const body = `[${piece.repeat((size * 1024 * 1024) / piece.length)}0]`;
      const response = await openProxy(() => new Response(body)).get('/v2/brands');
      assert.equal(response.status, 502, piece);
      assert.equal(await errorCode(response), 'bad_api_answer');
    }
  }
});

test('an API that does not respond in time is 504, and its request is aborted', async () => {
  const signals: AbortSignal[] = [];
  const hang = ({request}: {request: Request}) => {
    signals.push(request.signal);
    return new Promise<Response>(() => {});
  };
  const {get} = openProxy(hang, {timeouts: {read: 20, stream: 20}});
  for (const path of ['/v2/brands', '/v5/orders/order-1/subscribe']) {
    const response = await get(path);
    assert.equal(response.status, 504);
    assert.equal(await errorCode(response), 'api_timeout');
  }
  assert.deepEqual(
    signals.map(signal => signal.aborted),
    [true, true],
  );
});

test('a body that stalls is 504 too', async () => {
  const {get} = openProxy(() => new Response(new ReadableStream({})), {timeouts: {read: 20}});
  assert.equal((await get('/v2/brands')).status, 504);
});

test('one line is logged per request, without ids, queries or people', async () => {
  const entries: ProxyRequestEntry[] = [];
  let time = 0;
  const {get, post} = openProxy(() => Response.json({order_id: 'order-1'}), {
    log: entry => entries.push(entry as ProxyRequestEntry),
    now: () => (time += 7),
  });
  await get('/v5/orders/order-1?x=1');
  await post('/v5/orders', {...orderRequest, email: 5});
  await get('/healthz');
  const missing = await get('/secret/buyer@example.com');
  assert.deepEqual(
    entries.map(({requestId, ms, ...entry}) => entry),
    [
      {method: 'GET', route: 'getOrder', status: 200},
      {method: 'POST', route: 'createOrder', status: 400, code: 'invalid_body'},
      {method: 'GET', route: 'health', status: 200},
      {method: 'GET', route: 'none', status: 404, code: 'not_found'},
    ],
  );
  assert.equal(entries[3]!.requestId, missing.headers.get('x-request-id'));
  assert.ok(entries.every(({ms}) => ms > 0));
  assert.doesNotMatch(JSON.stringify(entries), /order-1|buyer|x=1/);
});

test('a log that throws fails no request', async () => {
  const log = () => {
    throw new Error('disk full');
  };
  assert.equal((await openProxy(undefined, {log}).get('/v2/brands')).status, 200);
});

test('a log that fails later does not end the process', async () => {
  const log = async () => {
    throw new Error('log server away');
  };
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  assert.equal((await openProxy(undefined, {log}).get('/v2/brands')).status, 200);
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  assert.deepEqual(unhandled, []);
});

test('a platform may pass null as the connection', async () => {
  const {proxy} = openProxy();
  assert.equal((await proxy(new Request(`${site}/v2/brands`), null as never)).status, 200);
});
