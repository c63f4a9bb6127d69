import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Fault} from '../../../src/sandbox/index.js';
import {startSandbox} from '../../../src/sandbox/node.js';
import {createHarness, orderRequest} from '../harness.js';

/** Opens a stream under a fault; `received` is its text until now, `ending` how it ended. */
async function listen(fault: Fault, email = 'buyer@example.com') {
  const harness = createHarness();
  const {order_id} = await harness.order({email});
  harness.sandbox.fault({routes: ['subscribeOrder'], ...fault});
  const open = async () => {
    const {headers} = harness;
    const response = await harness.sandbox(`https://api.test/v5/orders/${order_id}/subscribe`, {headers});
    const stream = {received: '', ending: 'open' as 'open' | 'closed' | 'broken', response};
    const read = async () => {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) stream.received += chunk;
    };
    read().then(
      () => {
        stream.ending = 'closed';
      },
      () => {
        stream.ending = 'broken';
      },
    );
    await settled();
    return stream;
  };
  return {
    ...harness,
    order_id,
    open,
    stream: await open(),
    async act(action: 'pay' | 'fail' | 'expire') {
      harness.sandbox.control(order_id, action);
      await settled();
    },
    async wait(milliseconds: number) {
      harness.pass(milliseconds);
      await settled();
    },
  };
}

const settled = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)));
const statesIn = (text: string) => [...text.matchAll(/"order_state":"(\w+)"/g)].map(([, state]) => state);

test('silent: the stream is open and sends nothing, even when the order is done', async () => {
  const {stream, act, wait} = await listen({fault: 'silent'});
  assert.equal(stream.response.status, 200);
  await act('pay');
  await wait(3000);
  assert.deepEqual([stream.received, stream.ending], ['', 'open']);
});

test('buffer: everything is held until the stream ends', async () => {
  const {stream, act, wait} = await listen({fault: 'buffer'});
  await act('pay');
  await wait(1000);
  assert.equal(stream.received, '');
  await wait(1500);
  assert.deepEqual(statesIn(stream.received), [
    'WaitingForPayment',
    'PaymentReceived',
    'WaitingForDelivery',
    'Done',
  ]);
  assert.ok(stream.received.endsWith('event: stop\ndata: {}\n\n'));
  assert.equal(stream.ending, 'closed');
});

for (const milliseconds of [0, 1000, 10_000]) {
  test(`cut: the stream breaks after ${milliseconds} ms, and the next one is complete`, async () => {
    const {stream, open, act, wait, ticks} = await listen({fault: 'cut', milliseconds});
    if (milliseconds > 0) {
      await wait(milliseconds - 1);
      assert.equal(stream.ending, 'open');
      assert.deepEqual(statesIn(stream.received), ['WaitingForPayment']);
      await wait(1);
    } else await wait(0);
    assert.equal(stream.ending, 'broken');
    assert.equal(ticks.size, 0);
    const next = await open();
    await act('fail');
    assert.deepEqual(statesIn(next.received), ['WaitingForPayment', 'PaymentFailed']);
    assert.equal(next.ending, 'closed');
  });
}

test('half: the stream breaks inside the first message', async () => {
  const {stream, wait} = await listen({fault: 'half'});
  await wait(100);
  assert.match(stream.received, /^data: \{"order_id"/);
  assert.ok(!stream.received.includes('\n'));
  assert.equal(stream.ending, 'broken');
});

test('junk: meaningless messages come before each message', async () => {
  const {stream, act} = await listen({fault: 'junk'});
  await act('fail');
  const messages = stream.received.split('\n\n').filter(text => text.startsWith('data: '));
  const readable = messages.filter(text => {
    try {
      return 'order_id' in JSON.parse(text.slice(6));
    } catch {
      return false;
    }
  });
  assert.equal(readable.length, 2);
  assert.equal(messages.length, 8);
  assert.match(stream.received, /event: surprise/);
  assert.equal(stream.ending, 'closed');
});

test('duplicate: every message is sent twice', async () => {
  const {stream, act} = await listen({fault: 'duplicate'});
  await act('fail');
  assert.deepEqual(statesIn(stream.received), [
    'WaitingForPayment',
    'WaitingForPayment',
    'PaymentFailed',
    'PaymentFailed',
  ]);
  assert.equal(stream.received.split('event: stop').length, 2);
});

test('stale: the previous message is sent again after each one', async () => {
  const {stream, act, wait} = await listen({fault: 'stale'});
  await act('pay');
  await wait(1000);
  assert.deepEqual(statesIn(stream.received), [
    'WaitingForPayment',
    'PaymentReceived',
    'WaitingForPayment',
    'WaitingForDelivery',
    'PaymentReceived',
  ]);
});

test('endless: a terminal state is sent, and no stop', async () => {
  const {stream, act, wait} = await listen({fault: 'endless'});
  await act('expire');
  await wait(60_000);
  assert.deepEqual(statesIn(stream.received), ['WaitingForPayment', 'Expired']);
  assert.equal(stream.ending, 'open');
  await act('pay');
  assert.equal(statesIn(stream.received).at(-1), 'PaymentReceived');
});

test('a stream can be refused or answered with a page, like any route', async () => {
  const refused = await listen({fault: 'status', status: 429, retryAfter: 9});
  assert.equal(refused.stream.response.status, 429);
  assert.equal(refused.stream.response.headers.get('Retry-After'), '9');
  const page = await listen({fault: 'html', status: 502});
  assert.match(page.stream.received, /<h1>/);
});

test('a fault with `times` applies to as many connections', async () => {
  const {open, stream} = await listen({fault: 'silent', times: 2});
  const second = await open();
  const third = await open();
  assert.deepEqual([stream.received, second.received], ['', '']);
  assert.deepEqual(statesIn(third.received), ['WaitingForPayment']);
});

test('over HTTP a silent stream is open, and cut and half break the connection', async () => {
  const {url, sandbox, close} = await startSandbox({requireHeaders: false});
  try {
    const made = await fetch(`${url}/v5/orders`, {method: 'POST', body: JSON.stringify(orderRequest())});
    const {order_id} = (await made.json()) as {order_id: string};
    const listen = async (fault: Fault) => {
      sandbox.fault(fault);
      const leave = new AbortController();
      const response = await fetch(`${url}/v5/orders/${order_id}/subscribe`, {signal: leave.signal});
      assert.equal(response.status, 200, fault.fault);
      return {leave, body: response.body!.pipeThrough(new TextDecoderStream())};
    };
    const silent = await listen({fault: 'silent'});
    silent.leave.abort();
    const received: Record<string, string> = {cut: '', half: ''};
    for (const fault of [{fault: 'cut', milliseconds: 0}, {fault: 'half'}] as const) {
      const {body} = await listen(fault);
      await assert.rejects(async () => {
        for await (const chunk of body) received[fault.fault] += chunk;
      });
    }
    assert.ok(!received.cut?.includes('data:'));
    assert.match(received.half ?? '', /^data: \{"order_id"[^\n]*$/);
  } finally {
    await close();
  }
});
