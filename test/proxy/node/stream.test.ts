import assert from 'node:assert/strict';
import {once} from 'node:events';
import {get, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http';
import {connect} from 'node:net';
import {after, test} from 'node:test';
import {createOrderIdSigner} from '../../../src/proxy/core/signed-order-id.js';
import {createProxy, type ProxyOptions} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {secret} from '../support/fake-api.js';
import {openServers} from '../support/listen.js';

const servers = openServers();
after(() => servers.close());

/** Starts a proxy in front of an API; returns its URL. */
async function serve(api: RequestListener, options: Partial<ProxyOptions> = {}): Promise<string> {
  const upstream = await servers.listen(api);
  const rawOrderIds = options.secrets === undefined;
  return servers.listen(
    nodeHandler(createProxy({partnerId: 'p', appVersion: '1', rawOrderIds, upstream, ...options})),
  );
}

const path = '/v5/orders/order-1/subscribe';

/** Starts an API that opens streams; a test writes to each of them. */
function streamingApi() {
  const opened: [IncomingMessage, ServerResponse][] = [];
  const waiting: ((open: [IncomingMessage, ServerResponse]) => void)[] = [];
  return {
    api: (req: IncomingMessage, res: ServerResponse) => {
      res.writeHead(200, {'content-type': 'text/event-stream'}).flushHeaders();
      const wait = waiting.shift();
      if (wait) wait([req, res]);
      else opened.push([req, res]);
    },
    next: async () =>
      opened.shift() ?? new Promise<[IncomingMessage, ServerResponse]>(given => waiting.push(given)),
  };
}

/** Opens a stream and returns its events one at a time, `undefined` at the end. */
async function subscribe(url: string) {
  const call = get(url);
  call.on('error', () => {});
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  async function* events(): AsyncGenerator<string, undefined> {
    let text = '';
    for await (const chunk of response) {
      text += chunk;
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        yield text.slice(0, at);
        text = text.slice(at + 2);
      }
    }
    assert.equal(text, '', 'cut inside an event');
    return undefined;
  }
  const each = events();
  return {
    status: response.statusCode,
    next: async () => (await each.next()).value,
    leave: () => call.destroy(),
  };
}

/** Waits until the proxy's own count is as expected. */
async function openStreams(base: string, expected: number): Promise<void> {
  const until = Date.now() + 5000;
  for (;;) {
    const text = await (await fetch(`${base}/metrics`)).text();
    const count = Number(/^cr_checkout_open_streams (\d+)$/m.exec(text)?.[1]);
    if (count === expected) return;
    assert.ok(Date.now() < until, `${count} streams are open`);
  }
}

test('a request for a stream has the API’s host, the partner’s headers and allows no compression', async () => {
  const {api, next} = streamingApi();
  const stream = await subscribe(`${await serve(api)}${path}`);
  const [{headers, method, url}] = await next();
  stream.leave();
  assert.equal(`${method} ${url}`, `GET ${path}`);
  assert.match(headers.host ?? '', /^127\.0\.0\.1:\d+$/);
  assert.equal(headers['x-cr-application'], 'p');
  assert.equal(headers['x-forwarded-for'], '127.0.0.1');
  assert.equal(headers.accept, 'text/event-stream');
  assert.equal(headers['accept-encoding'], 'identity');
});

test('an API that breaks off within an event ends the stream after the complete events', async () => {
  const {api, next} = streamingApi();
  const stream = await subscribe(`${await serve(api)}${path}`);
  const [, source] = await next();
  source.write('data: 1\n\ndata: 2\n\ndata: hal');
  assert.match((await stream.next()) ?? '', /^event: heartbeat\n/);
  assert.equal(await stream.next(), 'data: 1');
  source.destroy();
  assert.equal(await stream.next(), 'data: 2');
  assert.equal(await stream.next(), undefined);
});

test('an event about another order is dropped', async () => {
  const {api, next} = streamingApi();
  const own = await createOrderIdSigner([secret]).sign('order-1');
  const base = await serve(api, {secrets: [secret]});
  const stream = await subscribe(`${base}/v5/orders/${own}/subscribe`);
  const [, source] = await next();
  const events = ['order-2', 'order-1', 'order-2'].map(id => `data: {"order_id":"${id}"}\n\n`);
  source.end(`${events.join('')}data: last\n\n`);
  await stream.next();
  assert.equal(await stream.next(), `data: {"order_id":"${own}","delivered":"withheld"}`);
  assert.equal(await stream.next(), 'data: last');
  assert.equal(await stream.next(), undefined);
});

test('a client that reads slowly gets all events in order, with heartbeats only between them', async () => {
  const {api, next} = streamingApi();
  const base = await serve(api, {timeouts: {heartbeat: 2}});
  const stream = await subscribe(`${base}${path}`);
  const [, source] = await next();
  const padding = 'x'.repeat(20_000);
  const total = 400;
  let sent = 0;
  const send = () => {
    while (sent < total && source.write(`data: {"n":${sent++},"p":"${padding}"}\n\n`));
    if (sent === total) source.end();
  };
  source.on('drain', send);
  send();
  let read = 0;
  let beats = 0;
  for (let event = await stream.next(); event !== undefined; event = await stream.next()) {
    if (event.startsWith('event: heartbeat\ndata: ')) {
      beats++;
      continue;
    }
    assert.equal(event, `data: {"n":${read++},"p":"${padding}"}`);
    if (read % 40 === 0) await new Promise(setImmediate);
  }
  assert.equal(read, total);
  assert.ok(beats > 0);
});

test('a client that never reads is disconnected after eight heartbeats, and so is the API', async () => {
  const {api, next} = streamingApi();
  const base = await serve(api, {timeouts: {heartbeat: 30}, metrics: true});
  const {hostname, port} = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  const [, source] = await next();
  const event = `data: ${'x'.repeat(64_000)}\n\n`;
  const send = () => {
    while (!source.destroyed && source.write(event));
  };
  source.on('drain', send);
  send();
  await once(source, 'close');
  socket.destroy();
  await openStreams(base, 0);
});

test('a stream counts until it is over, however it ends', async () => {
  const {api, next} = streamingApi();
  const base = await serve(api, {metrics: true});
  async function open(order: string) {
    const stream = await subscribe(`${base}/v5/orders/${order}/subscribe`);
    const [, source] = await next();
    return {stream, source};
  }
  const [left, ended, died] = [await open('order-1'), await open('order-2'), await open('order-3')];
  await openStreams(base, 3);
  left.stream.leave();
  await openStreams(base, 2);
  ended.source.end();
  await openStreams(base, 1);
  died.source.destroy();
  await openStreams(base, 0);
  for (const {stream} of [ended, died]) {
    assert.match((await stream.next()) ?? '', /^event: heartbeat/);
    assert.equal(await stream.next(), undefined);
  }
});

test('a client that leaves before the API has responded closes the API’s side', async () => {
  let requests = (_: IncomingMessage) => {};
  const request = new Promise<IncomingMessage>(resolve => {
    requests = resolve;
  });
  const base = await serve(req => requests(req), {metrics: true});
  const call = get(`${base}${path}`);
  call.on('error', () => {});
  const {socket} = await request;
  call.destroy();
  await once(socket, 'close');
  await openStreams(base, 0);
});

test('a host that has already responded by itself closes the API’s side', async () => {
  const {api, next} = streamingApi();
  let answer = () => {};
  const answered = new Promise<void>(resolve => {
    answer = resolve;
  });
  const upstream = await servers.listen((req, res) => void answered.then(() => api(req, res)));
  const handler = nodeHandler(createProxy({partnerId: 'p', appVersion: '1', rawOrderIds: true, upstream}));
  const base = await servers.listen((req, res) => {
    handler(req, res);
    res.writeHead(503).write('too late');
    answer();
  });
  const stream = await subscribe(base + path);
  assert.equal(stream.status, 503);
  const [, source] = await next();
  await once(source, 'close');
});
