/** Hosts that read bodies, mount with `next`, add slashes, or have responses of their own. */
import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, test} from 'node:test';
import {createProxy, type ProxyOptions} from '../../../src/proxy/index.js';
import {type NodeRequest, nodeHandler} from '../../../src/proxy/node/index.js';
import {createFakeApi, errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

const servers: ReturnType<typeof createServer>[] = [];
after(() => {
  for (const server of servers) server.close();
});

type Handler = (req: NodeRequest, res: ServerResponse) => unknown;

async function listen(handler: Handler): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function open(options: Partial<ProxyOptions> = {}) {
  const api = createFakeApi(() => Response.json({order_id: 'order-1'}));
  const proxy = createProxy({
    partnerId: 'p',
    appVersion: '1',
    rawOrderIds: true,
    fetch: api.fetch,
    ...options,
  });
  return {handler: nodeHandler(proxy), requests: api.requests};
}

function order(base: string, body = JSON.stringify(orderRequest)) {
  const headers = {'content-type': 'application/json'};
  return fetch(`${base}/v5/orders`, {method: 'POST', headers, body});
}

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test('a body that the host has read is used: parsed, raw, or as text', async () => {
  const {handler, requests} = open();
  const parts: ((bytes: Buffer) => object)[] = [
    bytes => ({body: JSON.parse(bytes.toString())}),
    bytes => ({rawBody: bytes}),
    bytes => ({rawBody: bytes.toString(), body: {}}),
    bytes => ({body: bytes}),
    bytes => ({body: bytes.toString()}),
  ];
  for (const part of parts) {
    const base = await listen(async (req, res) => handler(Object.assign(req, part(await readAll(req))), res));
    const response = await order(base);
    assert.equal(response.status, 200, String(part));
    assert.deepEqual(requests.at(-1)!.body, orderRequest);
  }
});

test('what a parser leaves behind without reading is no body', async () => {
  const {handler, requests} = open();
  const base = await listen((req, res) => handler(Object.assign(req, {body: {}}), res));
  assert.equal((await order(base)).status, 200);
  assert.deepEqual(requests[0]!.body, orderRequest);
});

test('a body that was read and is gone is named, and a parsed one is checked as any other', async () => {
  const {handler} = open();
  const gone = await listen(async (req, res) => {
    await readAll(req);
    return handler(req, res);
  });
  const response = await order(gone);
  assert.equal(response.status, 400);
  assert.equal(await errorCode(response), 'unreadable_body');
  for (const [body, status, code] of [
    [{deliveries: 'x'}, 400, 'invalid_body'],
    [{...orderRequest, lang: 'x'.repeat(40_000)}, 413, 'body_too_large'],
    [[], 400, 'invalid_body'],
  ] as const) {
    const base = await listen(async (req, res) => {
      await readAll(req);
      return handler(Object.assign(req, {body}), res);
    });
    const refused = await order(base, '{}');
    assert.equal(refused.status, status);
    assert.equal(await errorCode(refused), code);
  }
});

test('the promise resolves when the response has ended, also of a stream', async () => {
  let end = () => {};
  const {handler} = open({
    fetch: async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            end = () => controller.close();
          },
        }),
        {headers: {'content-type': 'text/event-stream'}},
      ),
  });
  let state = 'open';
  const base = await listen(async (req, res) => {
    await handler(req, res);
    state = res.writableFinished ? 'finished' : 'broken';
  });
  const response = await fetch(`${base}/v5/orders/order-1/subscribe`);
  assert.equal(state, 'open');
  end();
  await response.text();
  for (let turn = 0; state === 'open' && turn < 100; turn++) await new Promise(setImmediate);
  assert.equal(state, 'finished');
});

test('a request outside of basePath goes to next, and one inside does not', async () => {
  const {handler} = open({basePath: '/api/shop'});
  const base = await listen((req, res) => handler(req, res, () => res.end('the host')));
  for (const path of ['/', '/api', '/api/shopping/v2/brands', '/v2/brands', '/API/shop/healthz'])
    assert.equal(await (await fetch(base + path)).text(), 'the host', path);
  assert.equal((await fetch(`${base}/api/shop/healthz`)).status, 200);
  assert.equal((await fetch(`${base}/api/shop/unknown`)).status, 404);
  const alone = await listen((req, res) => handler(req, res));
  assert.equal((await fetch(`${alone}/v2/brands`)).status, 404);
});

test('a slash at the end of a path does not count, and one within it does', async () => {
  const {get, post, requests} = openProxy(() => Response.json({order_id: 'order-1'}), {basePath: '/api'});
  for (const path of ['/api/v2/brands/?country_code=US', '/api/v5/orders/order-1/', '/api/healthz/'])
    assert.equal((await get(path)).status, 200, path);
  assert.equal((await post('/api/v5/orders/', orderRequest)).status, 200);
  assert.deepEqual(
    requests.map(({url}) => url.href),
    ['/v2/brands?country_code=US', '/v5/orders/order-1', '/v5/orders'].map(
      path => `https://api.cryptorefills.com${path}`,
    ),
  );
  for (const path of ['/api/v2/brands//', '/api/v2//brands', '/api//v2/brands', '/api/v2/brands/x'])
    assert.equal((await get(path)).status, 404, path);
});

/** A response as serverless adapters have it: plain JavaScript, whose `writeHead` returns nothing. */
class AdapterResponse extends EventEmitter {
  statusCode = 0;
  readonly headers = new Map<string, unknown>();
  text = '';
  destroyed = false;
  setHeader(name: string, value: unknown) {
    this.headers.set(name.toLowerCase(), value);
  }
  writeHead(status: number, headers: object = {}) {
    this.statusCode = status;
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
  }
  write(chunk: string | Uint8Array) {
    this.text += Buffer.from(chunk as string).toString();
    return true;
  }
  end(chunk?: string | Uint8Array | null) {
    if (chunk) this.write(chunk);
    this.emit('finish');
  }
  destroy() {
    this.destroyed = true;
    this.emit('close');
  }
}

test('a request and a response that are no streams of Node are enough', async () => {
  const {handler, requests} = open();
  const request = (method: string, url: string, body?: object) => ({
    method,
    url,
    headers: {host: new URL(site).host, ...(body ? {'content-type': 'application/json'} : {})},
    socket: {remoteAddress: '192.0.2.1'},
    body,
    once: () => {},
    on: () => {},
  });
  for (const [method, url, body] of [
    ['GET', '/v2/brands?country_code=US', undefined],
    ['POST', '/v5/orders', orderRequest],
  ] as const) {
    const res = new AdapterResponse();
    await handler(request(method, url, body) as never, res as never);
    assert.equal(res.statusCode, 200);
    assert.equal(res.headers.get('content-type'), 'application/json');
    assert.deepEqual(JSON.parse(res.text), {order_id: 'order-1'});
    assert.ok(![...res.headers.keys()].some(name => /^\d+$/.test(name)));
  }
  assert.equal(requests[1]!.request.headers.get('x-forwarded-for'), '192.0.2.1');
});

test('a failure of what the partner has passed breaks off the response, and not the process', async () => {
  for (const now of [
    () => {
      throw new Error('no clock');
    },
    () => Number.NaN,
  ]) {
    const {handler} = open({now});
    const res = new AdapterResponse();
    const req = {method: 'GET', url: '/healthz', headers: {}, socket: {}, once: () => {}, on: () => {}};
    await handler(req as never, res as never);
    assert.ok(res.destroyed || res.statusCode === 200);
  }
});
