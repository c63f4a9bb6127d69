import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, get as httpGet, type IncomingMessage, type RequestListener, request} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {after, test} from 'node:test';
import {createProxy, type ProxyOptions} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {sendResponse} from '../../../src/proxy/node/response.js';
import {errorCode, orderRequest} from '../support/fake-api.js';

const servers: ReturnType<typeof createServer>[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(api: RequestListener, options: Partial<ProxyOptions> = {}): Promise<string> {
  const upstream = await listen(api);
  const proxy = createProxy({partnerId: 'p', appVersion: '1', rawOrderIds: true, upstream, ...options});
  return listen(nodeHandler(proxy));
}

test('a read and an order go through, with the buyer’s address', async () => {
  const requests: IncomingMessage[] = [];
  const base = await serve((req, res) => {
    requests.push(req);
    res.setHeader('content-type', 'application/json');
    res.end('{"order_id":"order-1"}');
  });
  assert.equal((await fetch(`${base}/v2/brands?country_code=US`)).status, 200);
  const headers = {'content-type': 'application/json', origin: base};
  const order = await fetch(`${base}/v5/orders`, {
    method: 'POST',
    headers,
    body: JSON.stringify(orderRequest),
  });
  assert.deepEqual(await order.json(), {order_id: 'order-1'});
  assert.ok(Date.parse(order.headers.get('date')!));
  assert.deepEqual(
    requests.map(({method, url}) => `${method} ${url}`),
    ['GET /v2/brands?country_code=US', 'POST /v5/orders'],
  );
  for (const {headers: sent} of requests) {
    assert.equal(sent['x-forwarded-for'], '127.0.0.1');
    assert.equal(sent['x-cr-application'], 'p');
  }
});

test('a stream arrives chunk by chunk, and a buyer who leaves closes the API’s side', async () => {
  let write = (_: string) => {};
  let closed: Promise<unknown> = Promise.resolve();
  const base = await serve((req, res) => {
    closed = once(req.socket, 'close');
    res.writeHead(200, {'content-type': 'text/event-stream'});
    res.flushHeaders();
    write = text => void res.write(text);
  });
  const call = httpGet(`${base}/v5/orders/order-1/subscribe`);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  assert.equal(response.headers['x-accel-buffering'], 'no');
  response.setEncoding('utf8');
  assert.match((await once(response, 'data'))[0], /^event: heartbeat\ndata: \d{4}-/);
  for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
    const arrived = once(response, 'data');
    write(event);
    assert.equal((await arrived)[0], event);
  }
  call.destroy();
  await closed;
});

test('a stream ends when the API ends it', async () => {
  const base = await serve((_, res) => {
    res.writeHead(200, {'content-type': 'text/event-stream'});
    res.end('event: stop\ndata: {}\n\n');
  });
  const text = await (await fetch(`${base}/orders/order-1/subscribe`)).text();
  assert.match(text, /event: stop\ndata: \{\}\n\n$/);
});

test('a closed port is 502, for reads, streams and orders, and an order may then be tried again', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const upstream = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
  gone.close();
  await once(gone, 'close');
  const base = await serve(() => {}, {upstream});
  const headers = {'content-type': 'application/json', 'idempotency-key': 'key-1'};
  const responses = [
    await fetch(`${base}/v2/brands`),
    await fetch(`${base}/v5/orders/order-1/subscribe`),
    await fetch(`${base}/v5/orders`, {method: 'POST', headers, body: JSON.stringify(orderRequest)}),
  ];
  for (const response of responses) {
    assert.equal(response.status, 502);
    assert.equal(await errorCode(response), 'api_unreachable');
  }
});

test('nodeHandler names what it accepts', () => {
  const proxy = createProxy({partnerId: 'p', appVersion: '1', rawOrderIds: true});
  for (const other of [(request: Request) => proxy(request), {}, undefined]) {
    assert.throws(() => nodeHandler(other as typeof proxy), /what createProxy returned, itself/);
  }
});

test('tricks with the request’s target are 404', async () => {
  const requests: string[] = [];
  const base = await serve((req, res) => {
    requests.push(req.url ?? '');
    res.end('{}');
  });
  const {hostname, port} = new URL(base);
  const targets = [
    '/x/../v2/brands',
    '/%2e%2e/v2/brands',
    '/v5/orders/..%2f..%2fv2%2fbrands',
    '//evil.example/v2/brands',
    '/\\evil.example/v2/brands',
    `${base}/v2/brands`,
    'http://evil.example/v2/brands',
  ];
  for (const target of targets) {
    const socket = connect(Number(port), hostname);
    socket.end(`GET ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    assert.match(answer, /^HTTP\/1\.1 404 /, target);
    assert.match(answer, /"code":"not_found"/, target);
  }
  assert.deepEqual(requests, []);
});

test('a body of 10 MB is refused without being read in full', async () => {
  const base = await serve((_, res) => res.end('{}'));
  const headers = {'content-type': 'application/json', 'transfer-encoding': 'chunked'};
  const call = request(`${base}/v5/orders`, {method: 'POST', headers});
  call.on('error', () => {});
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  for (let index = 0; index < 160; index++) call.write(Buffer.alloc(65_536, 0x20));
  const [response] = await answered;
  assert.equal(response.statusCode, 413);
  call.destroy();
});

test('a sender of an endless body that no route accepts is disconnected, whatever the method', async () => {
  const {hostname, port} = new URL(await serve((_, res) => res.end('{}')));
  for (const method of ['PUT', 'GET']) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.resume();
    socket.write(`${method} /v5/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n`);
    const timer = setInterval(() => socket.write('x'.repeat(1000)), 10);
    await once(socket, 'close');
    clearInterval(timer);
  }
});

test('a client that never reads slows the API’s stream down and fills no memory', async () => {
  let sent = 0;
  let isHeld = false;
  const event = `data: ${'x'.repeat(64_000)}\n\n`;
  const base = await serve((_, res) => {
    res.writeHead(200, {'content-type': 'text/event-stream'});
    const send = () => {
      do sent += event.length;
      while (res.write(event) && sent < 200e6);
      isHeld = true;
    };
    res.on('drain', () => {
      isHeld = false;
      setImmediate(send);
    });
    send();
  });
  const {hostname, port} = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.pause();
  socket.write(`GET /v5/orders/order-1/subscribe HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  // Waits until the system's buffers are full and no bytes move.
  for (let before = -1; before !== sent || !isHeld; ) {
    before = sent;
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  socket.destroy();
  assert.ok(sent < 50e6, `${sent} bytes were taken`);
});

test('a client that reads nothing of a large response is disconnected', async () => {
  const body = new Uint8Array(100e6);
  let closed: Promise<unknown> = Promise.resolve();
  const base = await listen((_, res) => {
    closed = once(res, 'close');
    sendResponse({status: 200, headers: [], body}, res, 200);
  });
  const {hostname, port} = new URL(base);
  const socket = connect(Number(port), hostname).on('error', () => {});
  const arrived = once(socket.pause(), 'readable');
  socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  await arrived;
  await closed;
  socket.destroy();
});

test('a client that reads slowly gets a large response in full', async () => {
  const body = new Uint8Array(20e6);
  const base = await listen((_, res) => sendResponse({status: 200, headers: [], body}, res, 300));
  const response = await fetch(base);
  let size = 0;
  for await (const piece of response.body!) {
    size += piece.length;
    if (size < 2e6) await new Promise(resolve => setTimeout(resolve, 20));
  }
  assert.equal(size, 20e6);
});

test('malformed responses of the API are 502 over sockets too', async () => {
  const answers: RequestListener[] = [
    (_, res) => res.writeHead(302, {location: 'http://evil.example/'}).end('{}'),
    (_, res) => res.writeHead(304).end(),
    (_, res) => res.writeHead(204).end(),
    (_, res) => res.writeHead(500).end('secret'),
    (_, res) => res.writeHead(200, {'content-encoding': 'gzip'}).end('{}'),
    (_, res) => res.writeHead(200, {'content-encoding': 'secret'}).end('{'),
    (_, res) => res.writeHead(200, {'x-long': 'x'.repeat(100_000)}).end('{}'),
    ({socket}) => socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    ({socket}) => socket.end('secret\r\n\r\n'),
    ({socket}) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 2\r\n\r\n{}'),
    ({socket}) => socket.destroy(),
  ];
  for (const [index, api] of answers.entries()) {
    const response = await fetch(`${await serve(api)}/v2/brands`);
    assert.equal(response.status, 502, `${index}`);
    assert.doesNotMatch(await response.text(), /secret|evil/);
  }
});

test('a response to a stream’s request that is no stream is read and not passed on', async () => {
  const answers: [number, RequestListener][] = [
    [404, (_, res) => res.writeHead(404).end('secret')],
    [429, (_, res) => res.writeHead(429, {'retry-after': '7'}).end('secret')],
    [502, (_, res) => res.writeHead(302, {location: 'http://evil.example/'}).end()],
    [502, (_, res) => res.writeHead(204).end()],
    [502, (_, res) => res.writeHead(200, {'content-type': 'text/html'}).end('secret')],
    [502, (_, res) => res.writeHead(500).end('secret')],
    // A stream that is compressed against the request cannot be split into events; only heartbeats would arrive.
    [
      502,
      (_, res) =>
        res.writeHead(200, {'content-type': 'text/event-stream', 'content-encoding': 'gzip'}).end('secret'),
    ],
    [502, (_, res) => res.destroy()],
  ];
  for (const [status, api] of answers) {
    const response = await fetch(`${await serve(api)}/v5/orders/order-1/subscribe`);
    assert.equal(response.status, status);
    assert.equal(response.headers.get('retry-after'), status === 429 ? '7' : null);
    assert.doesNotMatch(await response.text(), /secret|evil/);
  }
});

test('an API that does not open a stream in time is 504, and its connection is closed', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const base = await serve(
    req => {
      closed = once(req.socket, 'close');
    },
    {timeouts: {stream: 50}},
  );
  assert.equal((await fetch(`${base}/v5/orders/order-1/subscribe`)).status, 504);
  await closed;
});
