/** Node's own client, as `nodeHandler` uses it. */
import assert from 'node:assert/strict';
import type {IncomingMessage} from 'node:http';
import type {Socket} from 'node:net';
import {after, test} from 'node:test';
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib';
import {ProxyError} from '../../../src/proxy/core/errors.js';
import type {UpstreamRequest} from '../../../src/proxy/core/upstream-client.js';
import {createNodeClient} from '../../../src/proxy/node/upstream-client.js';
import {openServers} from '../support/listen.js';

const servers = openServers();
after(() => servers.close());

const options = {signal: new AbortController().signal, connect: 2000};
const read = (url: string): UpstreamRequest => ({
  method: 'GET',
  url,
  headers: {accept: 'application/json'},
  isRepeatable: true,
});
const order = (url: string): UpstreamRequest => ({
  method: 'POST',
  url,
  headers: {'content-type': 'application/json'},
  body: '{"a":1}',
  isRepeatable: false,
});

const mayHaveActed = (expected: boolean) => (error: unknown) => {
  assert.ok(error instanceof ProxyError);
  assert.equal(error.code, 'api_unreachable');
  assert.equal(error.mayHaveActed, expected);
  return true;
};

test('reads share a connection, and each order has its own', async () => {
  const sockets = new Map<Socket, string[]>();
  const url = await servers.listen((req, res) => {
    sockets.set(req.socket, [...(sockets.get(req.socket) ?? []), req.method ?? '']);
    res.end('[]');
  });
  const send = createNodeClient();
  for (const request of [read(url), read(url), order(url), order(url), read(url)]) {
    const response = await send(request, options);
    assert.equal(String(await response.read(100)), '[]');
  }
  assert.deepEqual([...sockets.values()], [['GET', 'GET', 'GET'], ['POST'], ['POST']]);
});

test('a reused connection that the API closes under a read is replaced, once', async () => {
  const connections: string[] = [];
  const url = await servers.listenPlainly(socket => {
    let requests = 0;
    socket.on('data', () => {
      connections.push(requests === 0 ? 'new' : 'kept');
      if (requests++ > 0) return socket.destroy();
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]');
    });
  });
  const send = createNodeClient();
  for (let index = 0; index < 2; index++) {
    const response = await send(read(`http://${url}/`), options);
    assert.equal(String(await response.read(100)), '[]');
    await new Promise(setImmediate);
  }
  assert.deepEqual(connections, ['new', 'kept', 'new']);
});

test('an order is sent once, and its failure tells whether anything was sent', async () => {
  let orders = 0;
  const cutting = await servers.listenPlainly(socket => {
    socket.on('data', () => {
      orders++;
      socket.destroy();
    });
  });
  const send = createNodeClient();
  await assert.rejects(send(order(`http://${cutting}/`), options), mayHaveActed(true));
  assert.equal(orders, 1);
  await assert.rejects(send(order('http://127.0.0.1:1/'), options), mayHaveActed(false));
  const notSecure = await servers.listenPlainly(socket => void socket.end('what?'));
  await assert.rejects(send(order(`https://${notSecure}/`), options), mayHaveActed(false));
});

test('compressed responses are decompressed, and broken ones are errors', async () => {
  const body = JSON.stringify(Array.from({length: 1000}, (_, index) => ({brand: `Brand ${index}`})));
  const compressed: Record<string, Buffer> = {
    br: brotliCompressSync(body),
    gzip: gzipSync(body),
    deflate: deflateSync(body),
    GZIP: gzipSync(body),
    'x-gzip': gzipSync(body),
  };
  let accepted: string | undefined;
  const url = await servers.listen((req, res) => {
    accepted = req.headers['accept-encoding'];
    const [, encoding = '', cut] = (req.url ?? '').split('/');
    res.setHeader('content-encoding', encoding);
    res.end(cut ? compressed[encoding]!.subarray(0, -9) : compressed[encoding]);
  });
  const send = createNodeClient();
  for (const encoding of Object.keys(compressed)) {
    const response = await send(read(`${url}/${encoding}`), options);
    let pieces = 0;
    const bytes = await response.read(1e6, () => void pieces++);
    assert.equal(String(bytes), body, encoding);
    assert.ok(pieces > 0);
    assert.equal(await (await send(read(`${url}/${encoding}`), options)).read(1000), undefined);
    const cut = await send(read(`${url}/${encoding}/cut`), options);
    await assert.rejects(cut.read(1e6), mayHaveActed(true));
  }
  assert.equal(accepted, 'br, gzip');
});

test('an aborted request is closed', async () => {
  let closed = () => {};
  const isClosed = new Promise<void>(resolve => {
    closed = resolve;
  });
  let arrived = (_: IncomingMessage) => {};
  const arriving = new Promise<IncomingMessage>(resolve => {
    arrived = resolve;
  });
  const url = await servers.listen((req, res) => {
    res.on('close', closed);
    arrived(req);
  });
  const leaving = new AbortController();
  const asking = createNodeClient()(read(url), {...options, signal: leaving.signal});
  asking.catch(() => {});
  await arriving;
  leaving.abort();
  await isClosed;
  await assert.rejects(asking);
});
