import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, it} from 'node:test';
import {type ChaosProxy, startChaos} from './chaos-proxy.js';
import {fakeTime} from './fake-time.js';
import {faultNamed} from './faults.js';
import type {Fault, Mishap} from './mishap.js';
import {firstHalf} from './pipes.js';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Starts a proxy before a server that answers every request with its method and path, and lists them as `received`. */
async function start(faults: readonly Fault[] = []) {
  const received: string[] = [];
  const server = createServer((req, res) => {
    received.push(`${req.method} ${req.url}`);
    if (req.url?.endsWith('/subscribe')) {
      res.writeHead(200, {'content-type': 'text/event-stream'});
      res.write('event: heartbeat\ndata: now\n\n');
    } else res.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify({path: req.url}));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const time = fakeTime();
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const chaos = await startChaos({target, faults, time});
  closing.push(async () => {
    await chaos.close();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  return {chaos, received, time};
}

function fault(mishap: Mishap, route = 'getOrder'): Fault {
  return {name: 'test', story: '', befall: request => (request.route === route ? mishap : undefined)};
}

const read = (chaos: ChaosProxy, init?: RequestInit) => fetch(`${chaos.url}/api/v5/orders/1`, init);
const post = (chaos: ChaosProxy) => fetch(`${chaos.url}/api/v5/orders`, {method: 'POST', body: '{}'});

describe('the chaos proxy', () => {
  it('passes on what nothing befalls, and counts it by route', async () => {
    const {chaos, received} = await start();
    assert.deepEqual(await (await read(chaos)).json(), {path: '/api/v5/orders/1'});
    assert.equal((await post(chaos)).status, 200);
    await fetch(`${chaos.url}/index.html`);
    assert.deepEqual(received, ['GET /api/v5/orders/1', 'POST /api/v5/orders', 'GET /index.html']);
    assert.deepEqual(
      chaos.seen.map(({route}) => route),
      ['getOrder', 'createOrder', 'page'],
    );
  });

  it('answers for the server, which hears nothing of it', async () => {
    const {chaos, received} = await start([
      fault({type: 'answer', status: 429, headers: {'retry-after': '7'}}),
    ]);
    const response = await read(chaos);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '7');
    assert.deepEqual(received, []);
  });

  it('never answers, and the server hears nothing of it', async () => {
    const {chaos, received} = await start([fault({type: 'hang'})]);
    await assert.rejects(read(chaos, {signal: AbortSignal.timeout(50)}), {name: 'TimeoutError'});
    assert.deepEqual(received, []);
  });

  it('loses an answer after the server has acted', async () => {
    const {chaos, received} = await start([fault({type: 'lose'}, 'createOrder')]);
    await assert.rejects(post(chaos), TypeError);
    assert.deepEqual(received, ['POST /api/v5/orders']);
  });

  it('answers late, by the clock that it is given', async () => {
    const {chaos, received, time} = await start([fault({type: 'late', milliseconds: 4000})]);
    let isAnswered = false;
    const answer = read(chaos).then(() => {
      isAnswered = true;
    });
    while (received.length === 0) await new Promise(setImmediate);
    assert.equal(isAnswered, false);
    const tick = setInterval(() => time.advance(4000), 5);
    await answer;
    clearInterval(tick);
  });

  it('ends an answer in the middle without the length that it had', async () => {
    const {chaos} = await start([fault({type: 'pipe', pipe: firstHalf})]);
    const response = await read(chaos);
    assert.equal(await response.text(), '{"path":"/api');
  });

  it('goes away, and comes back to the same address', async () => {
    const {chaos, time} = await start([faultNamed('away')]);
    assert.equal((await read(chaos)).status, 200);
    await assert.rejects(read(chaos), TypeError);
    await assert.rejects(read(chaos), TypeError);
    time.advance(60_000);
    assert.equal((await read(chaos)).status, 200);
  });

  it('keeps the answer away in a pair before it changes it', async () => {
    const {chaos, received} = await start([
      fault({type: 'pipe', pipe: firstHalf}),
      fault({type: 'answer', status: 502}),
    ]);
    assert.equal((await read(chaos)).status, 502);
    assert.deepEqual(received, []);
  });

  it('counts the streams that are open', async () => {
    const {chaos} = await start();
    const leave = new AbortController();
    await fetch(`${chaos.url}/api/v5/orders/1/subscribe`, {signal: leave.signal});
    assert.equal(chaos.openStreams, 1);
    leave.abort();
    while (chaos.openStreams > 0) await new Promise(setImmediate);
  });

  it('holds a request back until it is released, or its answer', async () => {
    const {chaos, received} = await start();
    const request = chaos.hold('createOrder', 'request');
    const answered = post(chaos);
    await request.reached;
    assert.deepEqual(received, []);
    request.release();
    assert.equal((await answered).status, 200);

    const answer = chaos.hold('createOrder', 'answer');
    const again = post(chaos);
    await answer.reached;
    assert.equal(received.length, 2);
    answer.release();
    assert.equal((await again).status, 200);
  });
});
