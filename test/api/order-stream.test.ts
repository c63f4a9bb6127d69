import assert from 'node:assert/strict';
import {test} from 'node:test';

import {openOrderStream} from '../../src/api/order-stream.js';
import {readSample} from '../samples/read-sample.js';

/** An event source of which a test is the server. */
class FakeEventSource extends EventTarget {
  isClosed = false;
  close() {
    this.isClosed = true;
  }
  say(type: string, data: unknown) {
    this.dispatchEvent(Object.assign(new Event(type), {data}));
  }
}

function open() {
  const source = new FakeEventSource();
  const received: string[] = [];
  const urls: string[] = [];
  const close = openOrderStream(
    url => {
      urls.push(url);
      return source as unknown as EventSource;
    },
    '/v5/orders/1/subscribe',
    {
      onMessage: order => received.push(order ? `order ${order.id} ${order.state}` : 'no order'),
      onTime: serverTime => received.push(new Date(serverTime).toISOString()),
      onAlive: () => received.push('alive'),
      onStop: () => received.push('stop'),
      onLost: () => received.push('lost'),
    },
  );
  return {source, received, urls, close};
}

test('a message that is an order is passed on', () => {
  const {source, received, urls} = open();
  source.say('message', JSON.stringify(readSample('order')));
  assert.deepEqual(urls, ['/v5/orders/1/subscribe']);
  assert.deepEqual(received, ['alive', 'order 0000-order WaitingForPayment']);
});

test('a message keeps every digit of its numbers', () => {
  const found: unknown[] = [];
  const source = new FakeEventSource();
  openOrderStream(() => source as unknown as EventSource, '/', {
    onMessage: order => found.push(order?.coinAmount, order?.deliveries[0]?.code),
    onTime() {},
    onAlive() {},
    onStop() {},
    onLost() {},
  });
  source.say(
    'message',
    '{"order_id":"x","order_state":"Done","coin_amount":0.123456789012345678,"deliveries":[{"deliverable":{"pin_code":6006491234567890123}}]}',
  );
  assert.deepEqual(found, ['0.123456789012345678', '6006491234567890123']);
});

for (const data of ['', 'text', '{', 'null', '[]', '{}', '{"order_id":"5"}', undefined]) {
  test(`a message of ${JSON.stringify(data)} is no order, and proves that the stream lives`, () => {
    const {source, received} = open();
    source.say('message', data);
    assert.deepEqual(received, ['alive', 'no order']);
    assert.equal(source.isClosed, false);
  });
}

test('a heartbeat proves that the stream lives, and tells the time', () => {
  const {source, received} = open();
  source.say('heartbeat', '2026-09-21T14:13:20.250Z');
  assert.deepEqual(received, ['alive', '2026-09-21T14:13:20.250Z']);
});

test('a heartbeat without a time proves that the stream lives', () => {
  const {source, received} = open();
  source.say('heartbeat', 'tick');
  assert.deepEqual(received, ['alive']);
});

test('stop ends the stream', () => {
  const {source, received} = open();
  source.say('stop', '{}');
  assert.deepEqual(received, ['stop']);
  assert.equal(source.isClosed, true);
});

test('an error ends the stream, so that the platform does not connect again by itself', () => {
  const {source, received} = open();
  source.say('error', undefined);
  assert.deepEqual(received, ['lost']);
  assert.equal(source.isClosed, true);
});

test('an event of another name is ignored', () => {
  const {source, received} = open();
  source.say('advert', 'buy');
  assert.deepEqual(received, []);
});

test('closing closes', () => {
  const {source, close} = open();
  close();
  assert.equal(source.isClosed, true);
});
