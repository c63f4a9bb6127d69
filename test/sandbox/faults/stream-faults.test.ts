import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Fault} from '../../../src/sandbox/index.js';
import {startSandbox} from '../../../src/sandbox/node.js';
import {basket, createHarness} from '../harness.js';

/** A stream under a fault; `heard` is all that was said until now, `isOver` how it ended. */
async function listen(fault: Fault, email = 'buyer@example.com') {
  const harness = createHarness();
  const {order_id} = await harness.order({email});
  harness.sandbox.fault({routes: ['subscribeOrder'], ...fault});
  const open = async () => {
    const {headers} = harness;
    const response = await harness.sandbox(`https://api.test/v5/orders/${order_id}/subscribe`, {headers});
    const stream = {heard: '', ending: 'open' as 'open' | 'closed' | 'broken', response};
    const read = async () => {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) stream.heard += chunk;
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

test('silent: the stream is open and says nothing, to the end and after it', async () => {
  const {stream, act, wait} = await listen({fault: 'silent'});
  assert.equal(stream.response.status, 200);
  await act('pay');
  await wait(3000);
  assert.deepEqual([stream.heard, stream.ending], ['', 'open']);
});

test('buffer: everything is held until the stream ends', async () => {
  const {stream, act, wait} = await listen({fault: 'buffer'});
  await act('pay');
  await wait(1000);
  assert.equal(stream.heard, '');
  await wait(1500);
  assert.deepEqual(statesIn(stream.heard), [
    'WaitingForPayment',
    'PaymentReceived',
    'WaitingForDelivery',
    'Done',
  ]);
  assert.ok(stream.heard.endsWith('event: stop\ndata: {}\n\n'));
  assert.equal(stream.ending, 'closed');
});

for (const milliseconds of [0, 1000, 10_000]) {
  test(`cut: the stream breaks after ${milliseconds} ms, and the next one is whole`, async () => {
    const {stream, open, act, wait, ticks} = await listen({fault: 'cut', milliseconds});
    if (milliseconds > 0) {
      await wait(milliseconds - 1);
      assert.equal(stream.ending, 'open');
      assert.deepEqual(statesIn(stream.heard), ['WaitingForPayment']);
      await wait(1);
    } else await wait(0);
    assert.equal(stream.ending, 'broken');
    assert.equal(ticks.size, 0);
    const next = await open();
    await act('fail');
    assert.deepEqual(statesIn(next.heard), ['WaitingForPayment', 'PaymentFailed']);
    assert.equal(next.ending, 'closed');
  });
}

test('half: the stream breaks inside the first message', async () => {
  const {stream, wait} = await listen({fault: 'half'});
  await wait(100);
  assert.match(stream.heard, /^data: \{"order_id"/);
  assert.ok(!stream.heard.includes('\n'));
  assert.equal(stream.ending, 'broken');
});

test('junk: messages that mean nothing come before each true one', async () => {
  const {stream, act} = await listen({fault: 'junk'});
  await act('fail');
  const messages = stream.heard.split('\n\n').filter(text => text.startsWith('data: '));
  const readable = messages.filter(text => {
    try {
      return 'order_id' in JSON.parse(text.slice(6));
    } catch {
      return false;
    }
  });
  assert.equal(readable.length, 2);
  assert.equal(messages.length, 8);
  assert.match(stream.heard, /event: surprise/);
  assert.equal(stream.ending, 'closed');
});

test('duplicate: every order is told twice', async () => {
  const {stream, act} = await listen({fault: 'duplicate'});
  await act('fail');
  assert.deepEqual(statesIn(stream.heard), [
    'WaitingForPayment',
    'WaitingForPayment',
    'PaymentFailed',
    'PaymentFailed',
  ]);
  assert.equal(stream.heard.split('event: stop').length, 2);
});

test('stale: an older state comes again after each newer one', async () => {
  const {stream, act, wait} = await listen({fault: 'stale'});
  await act('pay');
  await wait(1000);
  assert.deepEqual(statesIn(stream.heard), [
    'WaitingForPayment',
    'PaymentReceived',
    'WaitingForPayment',
    'WaitingForDelivery',
    'PaymentReceived',
  ]);
});

test('endless: a terminal state is told, and no stop', async () => {
  const {stream, act, wait} = await listen({fault: 'endless'});
  await act('expire');
  await wait(60_000);
  assert.deepEqual(statesIn(stream.heard), ['WaitingForPayment', 'Expired']);
  assert.equal(stream.ending, 'open');
  await act('pay');
  assert.equal(statesIn(stream.heard).at(-1), 'PaymentReceived');
});

test('a stream can be refused, answered with a page, or opened late, like any route', async () => {
  const refused = await listen({fault: 'status', status: 429, retryAfter: 9});
  assert.equal(refused.stream.response.status, 429);
  assert.equal(refused.stream.response.headers.get('Retry-After'), '9');
  const page = await listen({fault: 'html', status: 502});
  assert.match(page.stream.heard, /<h1>/);
});

test('a fault of several streams befalls so many connections', async () => {
  const {open, stream} = await listen({fault: 'silent', times: 2});
  const second = await open();
  const third = await open();
  assert.deepEqual([stream.heard, second.heard], ['', '']);
  assert.deepEqual(statesIn(third.heard), ['WaitingForPayment']);
});

test('over HTTP a silent stream is open, and one that is cut or halved a broken connection', async () => {
  const {url, sandbox, close} = await startSandbox({requireHeaders: false});
  try {
    const made = await fetch(`${url}/v5/orders`, {method: 'POST', body: JSON.stringify(basket())});
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
    const heard: Record<string, string> = {cut: '', half: ''};
    for (const fault of [{fault: 'cut', milliseconds: 0}, {fault: 'half'}] as const) {
      const {body} = await listen(fault);
      await assert.rejects(async () => {
        for await (const chunk of body) heard[fault.fault] += chunk;
      });
    }
    assert.ok(!heard.cut?.includes('data:'));
    assert.match(heard.half ?? '', /^data: \{"order_id"[^\n]*$/);
  } finally {
    await close();
  }
});
