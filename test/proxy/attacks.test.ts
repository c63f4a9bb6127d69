/** Hostile requests and responses over real sockets: refused with the right status, and nothing leaks. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {after, test} from 'node:test';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {nodeHandler} from '../../src/proxy/node/index.js';
import {openProxy, orderRequest, secret} from './support/fake-api.js';

const servers: ReturnType<typeof createServer>[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(handler: RequestListener): Promise<URL> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function serve(api: RequestListener = (_, res) => res.end('{}'), options: Partial<ProxyOptions> = {}) {
  const requests: string[] = [];
  const upstream = await listen((req, res) => {
    requests.push(`${req.method} ${req.url}`);
    api(req, res);
  });
  const proxy = createProxy({
    partnerId: 'secret-partner',
    appVersion: '1',
    secrets: [secret],
    upstream: upstream.href,
    ...options,
  });
  const base = await listen(nodeHandler(proxy));
  /** Sends bytes as they are and returns the whole response. */
  const send = async (text: string) => {
    const socket = connect(Number(base.port), base.hostname);
    socket.on('error', () => {});
    socket.write(text);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    return answer;
  };
  return {requests, base, send};
}

const status = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const body = JSON.stringify(orderRequest);
const post = (path: string, headers: readonly string[], text = body) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: shop.example',
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...headers,
    '',
    text,
  ].join('\r\n');

test('targets that resolve to another path than they show are 404', async () => {
  const {requests, send} = await serve();
  const targets = [
    '/v5/orders/../../v2/brands',
    '/v5/orders/%2e%2e%2fv2%2fbrands',
    '/v2/brands/..;/',
    '/v2//brands',
    '//v2/brands',
    '/v2/brands%00',
    '/v2/brands%0d%0aX-Evil:%201',
    '/v5/orders/x%0d%0aHost:%20evil',
    'http://evil.example/v2/brands',
    '/v5/products/country/U%53',
    '/metrics',
    '/__proto__',
    '/v5/orders/constructor',
  ];
  for (const target of targets) {
    const answer = await send(`GET ${target} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n`);
    assert.equal(status(answer), 404, target);
    assert.match(answer, /"code":"not_found"/);
    assert.doesNotMatch(answer, /evil|secret/i, target);
  }
  assert.deepEqual(requests, []);
});

test('headers that are smuggled into values stay values or are 400', async () => {
  const {requests, send} = await serve();
  const answer = await send(
    'GET /v2/brands?country_code=U%0d%0aX: HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  );
  assert.equal(status(answer), 400);
  const split = await send(
    'GET /v4/products/price?coin=a%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  );
  assert.equal(status(split), 400);
  assert.doesNotMatch(split, /^set-cookie/im);
  const both = await send(
    `POST /v5/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  );
  assert.equal(status(both), 400);
  assert.deepEqual(requests, []);
});

test('a form of another site cannot order, whatever its content type', async () => {
  const {requests, send} = await serve();
  const evil = 'Origin: https://evil.example';
  const cases: [string[], number][] = [
    [[evil, 'Content-Type: text/plain'], 403],
    [[evil, 'Content-Type: application/x-www-form-urlencoded'], 403],
    [[evil, 'Content-Type: application/json'], 403],
    [['Origin: null', 'Content-Type: text/plain'], 403],
    [['Sec-Fetch-Site: cross-site', 'Content-Type: text/plain'], 403],
    [['Content-Type: text/plain'], 415],
    [['Content-Type: multipart/form-data; boundary=application/json'], 415],
    [['Content-Type: application/json-seq'], 415],
    [[], 415],
  ];
  for (const path of ['/v5/orders', '/v5/orders/validations']) {
    for (const [headers, expected] of cases) {
      const answer = await send(post(path, headers));
      assert.equal(status(answer), expected, headers.join());
      assert.doesNotMatch(answer, /^access-control/im);
    }
  }
  assert.deepEqual(requests, []);
});

test('bodies that are too deep, no JSON, or never come are refused', async () => {
  const {requests, base, send} = await serve(undefined, {timeouts: {body: 100}});
  const json = 'Content-Type: application/json';
  const deep = `{"deliveries":[{}],"x":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  assert.equal(status(await send(post('/v5/orders', [json], deep))), 400);
  assert.equal(status(await send(post('/v5/orders', [json], '{"deliveries":[{}]'))), 400);
  const tricky = JSON.stringify({deliveries: [{brand_name: '[{"\\'.repeat(20)}]});
  assert.notEqual(
    status(await send(post('/v5/orders/validations', [json], tricky))),
    400,
    'brackets in texts are text',
  );
  const before = requests.length;
  const slow = connect(Number(base.port), base.hostname);
  slow.write(`POST /v5/orders HTTP/1.1\r\nHost: x\r\n${json}\r\nContent-Length: 500\r\n\r\n{`);
  const [answer] = await once(slow, 'data');
  assert.equal(status(String(answer)), 408);
  await once(slow.resume(), 'close');
  assert.equal(requests.length, before);
});

test('order ids that were not signed here are 404, for reads and streams', async () => {
  const {requests, send} = await serve();
  const made = await openProxy(() => Response.json({order_id: 'order-1'}), {
    secrets: ['another secret, of this test and of no other'],
  }).post('/v5/orders', orderRequest);
  const {order_id: foreign} = (await made.json()) as {order_id: string};
  const good = await openProxy(() => Response.json({order_id: 'order-1'}), {secrets: [secret]}).post(
    '/v5/orders',
    orderRequest,
  );
  const {order_id: own} = (await good.json()) as {order_id: string};
  const [, signature] = own.split('.');
  const forged = [
    'order-1',
    foreign,
    `order-2.${signature}`,
    `order-1.${'A'.repeat(22)}`,
    `.${signature}`,
    `${own}x`,
    own.slice(0, -1),
  ];
  for (const id of forged) {
    for (const path of [`/v5/orders/${id}`, `/v5/orders/${id}/subscribe`, `/orders/${id}/subscribe`]) {
      const answer = await send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      assert.equal(status(answer), 404, path);
    }
  }
  assert.deepEqual(requests, []);
  await send(`GET /v5/orders/${own} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  assert.deepEqual(requests, ['GET /v5/orders/order-1']);
});

test('a response that decompresses without end is cut off', async () => {
  const bomb = Buffer.from(`{"x":"${'0'.repeat(200e6)}"}`);
  const compressed: [string, Buffer][] = [
    ['gzip', gzipSync(bomb)],
    ['br', brotliCompressSync(bomb, {params: {1: 1}})],
  ];
  for (const [encoding, bytes] of compressed) {
    assert.ok(bytes.length < 1e6);
    const {base} = await serve((_, res) => {
      res.writeHead(200, {'content-type': 'application/json', 'content-encoding': encoding}).end(bytes);
    });
    const before = process.memoryUsage().rss;
    const response = await fetch(new URL('/v2/brands', base));
    assert.equal(response.status, 502);
    assert.ok((await response.text()).length < 500);
    assert.ok(process.memoryUsage().rss - before < 400e6);
  }
});

test('a response cannot set headers of the proxy', async () => {
  const {base} = await serve((_, res) => {
    res.writeHead(429, {
      'retry-after': '5, x',
      'set-cookie': 'a=1',
      'x-request-id': 'evil',
      'access-control-allow-origin': '*',
    });
    res.end(JSON.stringify({detail: 'a\r\nSet-Cookie: b=1'}));
  });
  const response = await fetch(new URL('/v2/brands', base));
  assert.equal(response.status, 429);
  assert.deepEqual(
    ['retry-after', 'set-cookie', 'access-control-allow-origin'].map(name => response.headers.get(name)),
    ['30', null, null],
  );
  assert.match(response.headers.get('x-request-id')!, /^[0-9a-f-]{36}$/);
  assert.doesNotMatch(await response.text(), /Set-Cookie/);
});

test('metrics are for requests that the partner allows, and hold nothing personal', async () => {
  const metrics = (headers: Pick<Headers, 'get'>) => headers.get('authorization') === 'Bearer let-me-in';
  const {get} = openProxy(undefined, {metrics});
  await get('/v5/orders/order-77');
  assert.equal((await get('/metrics')).status, 404);
  const response = await get('/metrics', {authorization: 'Bearer let-me-in'});
  assert.match(response.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  assert.match(text, /^cr_checkout_requests_total\{route="getOrder",status="200"\} 1$/m);
  assert.match(text, /^cr_checkout_open_streams 0$/m);
  assert.doesNotMatch(text, /order-77|partner-1/);
});

test('an async metrics check, which returns a promise, is no permission', async () => {
  const {get} = openProxy(undefined, {metrics: (async () => false) as never});
  assert.equal((await get('/metrics')).status, 404);
});

test('a status without a meaning is 502', async () => {
  const {base} = await serve((_, res) => {
    res.writeHead(999).end('{"problems": [{"problem": "OUT_OF_STOCK"}]}');
  });
  assert.equal((await fetch(new URL('/v2/brands', base))).status, 502);
});
