import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {emptyBuffer, splitEvents} from '../../../src/proxy/upstream/split-events.js';
import {errorCode, openProxy, secret, site} from '../support/fake-api.js';

const path = '/v5/orders/order-1/subscribe';
const time = Date.parse('2026-10-01T08:00:00.000Z');
const beat = 'event: heartbeat\ndata: 2026-10-01T08:00:00.000Z\n\n';

/** Makes an API stream that a test writes to and observes. */
function openSource() {
  const encoder = new TextEncoder();
  const observed = {pulls: 0, cancelled: false, signal: undefined as AbortSignal | undefined};
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>(
    {
      start: given => {
        controller = given;
      },
      pull: () => void observed.pulls++,
      cancel: () => {
        observed.cancelled = true;
      },
    },
    {highWaterMark: 0},
  );
  return {
    observed,
    write: (text: string) => controller.enqueue(encoder.encode(text)),
    close: () => controller.close(),
    die: () => controller.error(new Error('gone')),
    answer: ({request}: {request: Request}) => {
      observed.signal = request.signal;
      return new Response(body, {headers: {'content-type': 'text/event-stream;charset=utf-8'}});
    },
  };
}

/** Reads one event at a time. */
function readerOf(response: Response) {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  return {
    next: async () => {
      const {done, value} = await reader.read();
      return done ? 'end' : decoder.decode(value);
    },
    cancel: () => reader.cancel(),
  };
}

test('the stream starts with a heartbeat, has the guide’s headers and asks for events', async () => {
  const source = openSource();
  const {requests, get} = openProxy(source.answer, {now: () => time});
  const response = await get(path);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  assert.equal(response.headers.get('cache-control'), 'no-cache, no-store, no-transform');
  assert.equal(response.headers.get('x-accel-buffering'), 'no');
  assert.equal(response.headers.get('connection'), 'keep-alive');
  assert.equal(requests[0]!.request.headers.get('accept'), 'text/event-stream');
  const events = readerOf(response);
  assert.equal(await events.next(), beat);
  await events.cancel();
});

test('events pass as they come, and an order’s id is signed in each', async () => {
  const source = openSource();
  const signing = openProxy(() => Response.json({order_id: 'order-1'}), {secrets: [secret]});
  const made = await signing.post('/v5/orders', {deliveries: [{}]});
  const {order_id: signedId} = (await made.json()) as {order_id: string};
  const {get} = openProxy(source.answer, {secrets: [secret], now: () => time});
  const events = readerOf(await get(`/orders/${signedId}/subscribe`));
  await events.next();
  source.write('id: 7\ndata: {"order_id":"order-1",\ndata: "order_state":"Done"}\n\n');
  assert.equal(
    await events.next(),
    `id: 7\ndata: {"order_id":"${signedId}","order_state":"Done","delivered":"withheld"}\n\n`,
  );
  source.write('event: stop\r\ndata: {}\r\n\r\n: note\n\ndata: not json\n\n');
  assert.equal(await events.next(), 'event: stop\ndata: {}\n\n');
  assert.equal(await events.next(), ': note\n\n');
  assert.equal(await events.next(), 'data: not json\n\n');
  await events.cancel();
});

test('a heartbeat comes every 15 seconds and never inside another event', async () => {
  mock.timers.enable({apis: ['setInterval']});
  try {
    const source = openSource();
    const {get} = openProxy(source.answer, {now: () => time});
    const events = readerOf(await get(path));
    assert.equal(await events.next(), beat);
    const next = events.next();
    source.write('data: {"a":');
    await new Promise(setImmediate);
    mock.timers.tick(14_999);
    source.write('1}\n');
    await new Promise(setImmediate);
    mock.timers.tick(1);
    assert.equal(await next, beat);
    source.write('\n');
    assert.equal(await events.next(), 'data: {"a":1}\n\n');
    // A client that does not read gets one heartbeat, not one per interval.
    mock.timers.tick(60_000);
    assert.equal(await events.next(), beat);
    source.write('data: 2\n\n');
    assert.equal(await events.next(), 'data: 2\n\n');
    await events.cancel();
  } finally {
    mock.timers.reset();
  }
});

test('the API is read only as fast as the buyer reads', async () => {
  const source = openSource();
  const events = readerOf(await openProxy(source.answer).get(path));
  await new Promise(setImmediate);
  assert.equal(source.observed.pulls, 0);
  await events.next();
  assert.equal(source.observed.pulls, 0);
  const next = events.next();
  await new Promise(setImmediate);
  assert.equal(source.observed.pulls, 1);
  source.write('data: 1\n\ndata: 2\n\n');
  await next;
  await events.next();
  assert.equal(source.observed.pulls, 1);
  await events.cancel();
});

test('the API’s side is closed when the buyer stops reading or the request is aborted', async () => {
  const stopped = openSource();
  const events = readerOf(await openProxy(stopped.answer).get(path));
  await events.next();
  await events.cancel();
  assert.equal(stopped.observed.cancelled, true);
  assert.equal(stopped.observed.signal?.aborted, true);

  const aborted = openSource();
  const leave = new AbortController();
  const {proxy} = openProxy(aborted.answer);
  const open = readerOf(await proxy(new Request(site + path, {signal: leave.signal})));
  await open.next();
  const last = open.next();
  leave.abort();
  assert.equal(await last, 'end');
  assert.equal(aborted.observed.cancelled, true);
  assert.equal(aborted.observed.signal?.aborted, true);
});

test('an API stream that ends or breaks off ends the response, after the complete events', async () => {
  for (const finish of ['close', 'die'] as const) {
    const source = openSource();
    const events = readerOf(await openProxy(source.answer).get(path));
    await events.next();
    source.write('data: 1\n\ndata: hal');
    assert.equal(await events.next(), 'data: 1\n\n');
    source[finish]();
    assert.equal(await events.next(), 'end');
  }
});

test('an event that never ends is not buffered', async () => {
  const source = openSource();
  const events = readerOf(await openProxy(source.answer).get(path));
  await events.next();
  source.write(`data: ${'x'.repeat(1024 * 1024)}`);
  assert.equal(await events.next(), 'end');
  assert.equal(source.observed.cancelled, true);
});

test('a stream that the API does not open is an error of the proxy', async () => {
  const html = {headers: {'content-type': 'text/html'}};
  const cases: [() => Response, number, string][] = [
    [() => new Response(null, {status: 404}), 404, 'not_found'],
    [() => Response.json({problems: [{problem: 'X'}]}, {status: 400}), 400, 'api_refused'],
    [() => new Response('busy', {status: 429, headers: {'retry-after': '9'}}), 429, 'rate_limited'],
    [() => new Response('busy', {status: 503}), 502, 'bad_api_answer'],
    [() => new Response('<html>', html), 502, 'bad_api_answer'],
    [() => Response.json({order_id: 'order-1'}), 502, 'bad_api_answer'],
    [() => Promise.reject(new TypeError('fetch failed')) as never, 502, 'api_unreachable'],
  ];
  for (const [answer, status, code] of cases) {
    const response = await openProxy(answer).get(path);
    assert.equal(response.status, status);
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.equal(response.headers.get('retry-after'), status === 429 ? '9' : null);
    assert.equal(await errorCode(response), code);
  }
});

test('events are split correctly, wherever chunks end and whatever ends the lines', () => {
  const text = 'data: phở\r\ndata: b\r\n\r\nevent: x\rdata: c\r\r: hi\ndata: d\n\n\ndata: rest';
  const expected = ['data: phở\ndata: b', 'event: x\ndata: c', ': hi\ndata: d'];
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size++) {
    let rest: Uint8Array | undefined = emptyBuffer;
    const events: string[] = [];
    for (let at = 0; at < bytes.length; at += size)
      rest = splitEvents(rest!, bytes.subarray(at, at + size), event => events.push(event));
    assert.deepEqual(events, expected, `in chunks of ${size}`);
  }
});

test('a complete event is passed on, though its last byte may be half of a line ending', () => {
  const events: string[] = [];
  const cut = (rest: Uint8Array, text: string) =>
    splitEvents(rest, new TextEncoder().encode(text), event => events.push(event))!;
  let rest = cut(emptyBuffer, 'data: a\r\r');
  assert.deepEqual(events, ['data: a']);
  rest = cut(rest, 'data: b\r\n\r');
  assert.deepEqual(events, ['data: a', 'data: b']);
  rest = cut(rest, '\ndata: c\n\n');
  assert.deepEqual(events, ['data: a', 'data: b', 'data: c']);
  assert.equal(rest.length, 0);
});

test('streams are limited by order and by buyer, and count until they are closed', async () => {
  const {proxy} = openProxy(() => openSource().answer({request: new Request(site)}), {
    limits: {streamsPerOrder: 2, streamsPerBuyer: 3},
  });
  const leave = new AbortController();
  const open = (order: string, remoteAddress: string) =>
    proxy(new Request(`${site}/v5/orders/${order}/subscribe`, {signal: leave.signal}), {remoteAddress});
  const first = await open('order-1', '192.0.2.1');
  assert.equal((await open('order-1', '192.0.2.2')).status, 200);
  const refused = await open('order-1', '192.0.2.3');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '30');
  assert.equal(await errorCode(refused), 'too_many_streams');
  assert.equal((await open('order-2', '192.0.2.1')).status, 200);
  assert.equal((await open('order-3', '192.0.2.1')).status, 200);
  assert.equal((await open('order-4', '192.0.2.1')).status, 429);
  await first.body!.cancel();
  assert.equal((await open('order-1', '192.0.2.1')).status, 200);
  assert.equal((await open('order-1', '192.0.2.3')).status, 429);
  leave.abort();
  assert.equal((await open('order-9', '192.0.2.1')).status, 499);
});

test('streams are limited by the networks around a buyer, too', async () => {
  const {proxy} = openProxy(() => openSource().answer({request: new Request(site)}), {
    limits: {streamsPerOrder: 100, streamsPerBuyer: 2},
  });
  let turn = 0;
  const leave = new AbortController();
  const open = async (remoteAddress: string) => {
    const address = `${site}/v5/orders/order-${turn++}/subscribe`;
    return (await proxy(new Request(address, {signal: leave.signal}), {remoteAddress})).status;
  };
  const openAll = async (addresses: readonly string[]) => {
    const statuses: number[] = [];
    for (const address of addresses) statuses.push(await open(address));
    return statuses.filter(status => status === 200).length;
  };
  const each = (count: number, write: (n: string) => string) =>
    Array.from({length: count}, (_, n) => write(n.toString(16)));
  assert.equal(await openAll(each(9, n => `192.0.2.${n}`)), 8);
  // One /56 has four, and its /48 four more.
  assert.equal(await openAll(each(9, n => `2001:db8:1:${n}::1`)), 4);
  assert.equal(await openAll(each(9, n => `2001:db8:1:${n}00::1`)), 4);
  assert.equal(await open('198.51.100.1'), 200);
  assert.equal(await open('2001:db8:2::1'), 200);
  leave.abort();
});

test('a stream that was not opened is not counted', async () => {
  const {get} = openProxy(() => new Response(null, {status: 404}), {limits: {streamsPerOrder: 1}});
  for (let turn = 0; turn < 3; turn++) assert.equal((await get(path)).status, 404);
});

test('a client that reads nothing for two minutes is disconnected', async () => {
  mock.timers.enable({apis: ['setInterval']});
  try {
    const source = openSource();
    const response = await openProxy(source.answer).get(path);
    mock.timers.tick(7 * 15_000);
    assert.equal(source.observed.cancelled, false);
    mock.timers.tick(15_000);
    assert.equal(source.observed.cancelled, true);
    assert.equal(source.observed.signal?.aborted, true);
    assert.equal(await readerOf(response).next(), 'end');
  } finally {
    mock.timers.reset();
  }
});
