/** APIs that accept connections and do not respond, over real sockets, by Node's client and by `fetch`. */
import assert from 'node:assert/strict';
import type {RequestListener} from 'node:http';
import type {Socket} from 'node:net';
import {after, test} from 'node:test';
import {createProxy, type ProxyTimeouts} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {errorCode, orderRequest} from '../support/fake-api.js';
import {openServers} from '../support/listen.js';

const servers = openServers();
after(() => servers.close());

interface Shop {
  get(path: string): Promise<Response>;
  order(key: string): Promise<Response>;
}

/** Mounts the same proxy by `nodeHandler` and as a function of a `Request`. */
async function mount(
  upstream: string,
  timeouts: Partial<ProxyTimeouts>,
  now = Date.now,
): Promise<[string, Shop][]> {
  const make = () =>
    createProxy({partnerId: 'p', appVersion: '1', rawOrderIds: true, upstream, timeouts, now});
  const base = await servers.listen(nodeHandler(make()));
  const proxy = make();
  const shop = (url: string, send: (request: Request) => Promise<Response>): Shop => ({
    get: path => send(new Request(url + path)),
    order: key =>
      send(
        new Request(`${url}/v5/orders`, {
          method: 'POST',
          headers: {'content-type': 'application/json', 'idempotency-key': key},
          body: JSON.stringify(orderRequest),
        }),
      ),
  });
  return [
    ['nodeHandler', shop(base, request => fetch(request))],
    ['fetch', shop('https://shop.example', request => proxy(request))],
  ];
}

async function timed(work: Promise<Response>): Promise<[Response, number]> {
  const startedAt = performance.now();
  return [await work, performance.now() - startedAt];
}

test('an API that accepts requests and never responds is waited for three times', async () => {
  let isSilent = false;
  let requests = 0;
  const upstream = await servers.listen((req, res) => {
    requests += 1;
    if (!isSilent) res.end(req.method === 'POST' ? '{"order_id":"order-1"}' : '[{"brand":"Voltaic"}]');
  });
  let ahead = 0;
  const now = () => Date.now() + ahead;
  for (const [name, {get, order}] of await mount(upstream, {headers: 1000, order: 1000, rest: 60_000}, now)) {
    isSilent = false;
    assert.equal((await get('/v2/brands')).status, 200);
    isSilent = true;
    const lost = await order('lost');
    assert.equal(lost.status, 504);
    assert.equal(await errorCode(lost), 'order_unknown', name);
    const both = await Promise.all([get('/v2/homepage'), get('/v3/payment_vias')]);
    assert.deepEqual(
      both.map(({status}) => status),
      [504, 504],
    );
    const waitedFor = requests;
    const refused = await order('refused');
    assert.equal(refused.status, 503, name);
    const wait = Number(refused.headers.get('retry-after'));
    assert.ok(wait > 40 && wait <= 60, `${wait} s`);
    assert.equal((await get('/v2/brands')).status, 200);
    assert.equal(requests, waitedFor, `${name}: neither waits for the API`);
    isSilent = false;
    ahead += 60_000;
    assert.deepEqual(await (await order('refused')).json(), {order_id: 'order-1'});
    assert.equal(await errorCode(await order('lost')), 'order_unknown', 'its result stays unknown');
  }
});

test('without a connection nothing was sent, and an order may be tried again at once', async () => {
  const deaf = `http://${await servers.listenDeafly()}`;
  const mute = `https://${await servers.listenPlainly()}`;
  for (const upstream of [deaf, mute]) {
    const [[, {get, order}]] = (await mount(upstream, {connect: 600})) as [[string, Shop]];
    for (const status of [502, 502]) {
      const [response, ms] = await timed(order('key-1'));
      assert.equal(response.status, status);
      assert.equal(await errorCode(response), 'api_unreachable', upstream);
      assert.ok(ms > 450 && ms < 5000, `${ms} ms`);
    }
    assert.equal((await get('/v2/brands')).status, 502);
    const [response, ms] = await timed(order('key-1'));
    assert.equal(response.status, 503);
    assert.ok(ms < 450, `${ms} ms`);
  }
});

test('a response that stalls, trickles or breaks off is given up in time', async () => {
  const begin = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n[';
  const drip = (socket: Socket) => {
    const timer = setInterval(() => socket.write(' '), 20);
    socket.on('close', () => clearInterval(timer));
  };
  const cases: [string, Partial<ProxyTimeouts>, (socket: Socket) => void, number][] = [
    ['never begins', {headers: 100}, () => {}, 504],
    ['stalls', {stall: 100}, socket => socket.write(begin), 504],
    ['stalls in its headers', {headers: 100}, socket => socket.write(begin.slice(0, 30)), 504],
    [
      'drips',
      {stall: 100, read: 300},
      socket => {
        socket.write(begin);
        drip(socket);
      },
      504,
    ],
    [
      'drips its headers',
      {headers: 200},
      socket => {
        socket.write('HTTP/1.1 200 OK\r\nX-Long:');
        drip(socket);
      },
      504,
    ],
    ['breaks off', {}, socket => void socket.end(begin), 502],
  ];
  for (const [what, timeouts, answer, status] of cases) {
    const upstream = `http://${await servers.listenPlainly(socket => socket.once('data', () => answer(socket)))}`;
    for (const [name, {get}] of await mount(upstream, timeouts)) {
      const [response, ms] = await timed(get('/v2/brands'));
      assert.equal(response.status, status, `${what}, ${name}`);
      assert.ok(ms < 2000, `${what}, ${name}: ${ms} ms`);
    }
  }
});

test('an order’s response may stall, as giving up would leave its result unknown', async () => {
  const slowly: RequestListener = (_, res) => {
    res.write('{"order_id":');
    setTimeout(() => res.end('"order-1"}'), 300);
  };
  for (const [name, {order}] of await mount(await servers.listen(slowly), {stall: 50, headers: 50})) {
    assert.deepEqual(await (await order('key-1')).json(), {order_id: 'order-1'}, name);
  }
});
