import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {OrderJson} from '../../../src/sandbox/index.js';
import {createHarness} from '../harness.js';

async function open(harness: ReturnType<typeof createHarness>, orderId: string, signal?: AbortSignal) {
  const url = `https://api.test/v5/orders/${orderId}/subscribe`;
  const {headers} = harness;
  const response = await harness.sandbox(new Request(url, {headers, ...(signal ? {signal} : {})}));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  return {response, reader, next: async () => (await reader.read()).value ?? 'end'};
}

const stateIn = (message: string) => (JSON.parse(message.replace(/^data: /, '')) as OrderJson).order_state;

test('a stream sends the order at once, after changes by an action and by the clock, then stops', async () => {
  const harness = createHarness();
  const {order_id} = await harness.order();
  const {response, next} = await open(harness, order_id);
  assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
  const first = await next();
  assert.match(first, /^data: \{.*\}\n\n$/);
  assert.equal(stateIn(first), 'WaitingForPayment');
  harness.sandbox.control(order_id, 'pay');
  assert.equal(stateIn(await next()), 'PaymentReceived');
  harness.pass(1000);
  assert.equal(stateIn(await next()), 'WaitingForDelivery');
  harness.pass(1500);
  assert.equal(stateIn(await next()), 'Done');
  assert.equal(await next(), 'event: stop\ndata: {}\n\n');
  assert.equal(await next(), 'end');
  assert.equal(harness.ticks.size, 0);
});

test('messages of a stream equal the response to GET', async () => {
  const harness = createHarness();
  const {order_id} = await harness.order();
  const {next, reader} = await open(harness, order_id);
  const {body} = await harness.get(`/v5/orders/${order_id}`);
  assert.deepEqual(JSON.parse((await next()).slice('data: '.length)), body);
  await reader.cancel();
});

test('nothing is sent while nothing changes', async () => {
  const harness = createHarness();
  const {order_id} = await harness.order();
  const {next} = await open(harness, order_id);
  await next();
  harness.pass(100);
  harness.pass(100);
  harness.sandbox.control(order_id, 'fail');
  assert.equal(stateIn(await next()), 'PaymentFailed');
});

test('a terminal order is sent once, then stop', async () => {
  const harness = createHarness();
  const {order_id} = await harness.order();
  harness.sandbox.control(order_id, 'refund');
  const {next} = await open(harness, order_id);
  assert.equal(stateIn(await next()), 'Refunded');
  assert.match(await next(), /^event: stop/);
  assert.equal(await next(), 'end');
});

test('a reader that cancels stops the timer', async () => {
  const harness = createHarness();
  const {order_id} = await harness.order();
  const {reader, next} = await open(harness, order_id);
  await next();
  assert.equal(harness.ticks.size, 1);
  await reader.cancel();
  assert.equal(harness.ticks.size, 0);
});

test('a request that is aborted stops the timer and breaks the stream', async () => {
  const harness = createHarness();
  const {order_id} = await harness.order();
  const leave = new AbortController();
  const {next} = await open(harness, order_id, leave.signal);
  await next();
  leave.abort();
  await assert.rejects(next());
  assert.equal(harness.ticks.size, 0);
});

test('a reset ends the streams', async () => {
  const harness = createHarness();
  const {order_id} = await harness.order();
  const {next} = await open(harness, order_id);
  await next();
  harness.sandbox.reset();
  assert.equal(await next(), 'end');
});
