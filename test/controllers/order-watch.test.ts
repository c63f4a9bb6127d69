import {expect} from '@open-wc/testing';

import {ApiError} from '../../src/api/errors.js';
import {OrderWatch} from '../../src/controllers/order-watch.js';
import type {Order} from '../../src/domain/types.js';
import {anOrder} from '../samples/domain.js';
import {FakeHost, fakeEnvironment, settle} from './support.js';

const second = 1000;

interface Setting {
  readonly hasStream?: boolean;
  readonly isConnected?: boolean;
}

/** A watch over `order-1`, which waits for payment until a test says otherwise. */
async function watch({hasStream = true, isConnected = true}: Setting = {}) {
  const given = fakeEnvironment();
  const host = new FakeHost();
  const told: string[] = [];
  const answer: {next: Order | ApiError} = {next: anOrder()};
  let reads = 0;
  const orderWatch = new OrderWatch(host, {
    environment: () => given.environment,
    source: () => ({
      getOrder: async (_, signal) => {
        reads += 1;
        await Promise.resolve();
        signal.throwIfAborted();
        if (answer.next instanceof ApiError) throw answer.next;
        return answer.next;
      },
      streamUrl: id => (hasStream ? `/v5/orders/${id}/subscribe` : undefined),
    }),
    listener: {
      onOrder: order => told.push(order.state),
      onTrouble: error => {
        if (error) told.push(`trouble ${error.code}`);
      },
    },
  });
  if (isConnected) host.connect();
  orderWatch.watch('order-1');
  await given.clock.pass(0);
  await settle();
  return {
    ...given,
    host,
    told,
    orderWatch,
    setAnswer: (next: Order | ApiError) => {
      answer.next = next;
    },
    reads: () => reads,
    /** The stream that is open now. */
    stream() {
      const stream = given.streams.at(-1);
      if (!stream) throw new Error('no stream was opened');
      return stream;
    },
  };
}

const wire = (state: string) => ({order_id: 'order-1', order_state: state});

describe('an order that is watched', () => {
  it('is read at once, and its stream opened', async () => {
    const {told, reads, streams} = await watch();
    expect(told).to.deep.equal(['WaitingForPayment']);
    expect(reads()).to.equal(1);
    expect(streams.map(stream => stream.url)).to.deep.equal(['/v5/orders/order-1/subscribe']);
  });

  it('is told by a message of the stream', async () => {
    const {told, stream} = await watch();
    stream().say('message', wire('PaymentReceived'));
    expect(told).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
  });

  it('is told once, however often the same comes', async () => {
    const {told, stream, clock, reads} = await watch();
    for (let turn = 0; turn < 3; turn += 1) stream().say('message', wire('WaitingForPayment'));
    await clock.pass(60 * second);
    expect(reads()).to.be.above(1);
    expect(told).to.deep.equal(['WaitingForPayment']);
  });

  it('has the number that it is watched under, whatever the answer says', async () => {
    const given = fakeEnvironment();
    const host = new FakeHost();
    const ids: string[] = [];
    new OrderWatch(host, {
      environment: () => given.environment,
      source: () => ({getOrder: async () => anOrder({id: 'inner'}), streamUrl: () => undefined}),
      listener: {onOrder: order => ids.push(order.id), onTrouble: () => {}},
    }).watch('signed.order-1');
    host.connect();
    await settle();
    expect(ids).to.deep.equal(['signed.order-1']);
  });

  it('is not read before its host is on the page', async () => {
    const {reads, streams, host, told} = await watch({isConnected: false});
    expect(reads()).to.equal(0);
    expect(streams).to.have.length(0);
    host.connect();
    await settle();
    await settle();
    expect(told).to.deep.equal(['WaitingForPayment']);
  });

  it('is left for another one', async () => {
    const {orderWatch, stream, streams, told} = await watch();
    const first = stream();
    orderWatch.watch('order-2');
    await settle();
    expect(first.isClosed).to.equal(true);
    expect(stream().url).to.equal('/v5/orders/order-2/subscribe');
    first.say('message', wire('Done'));
    expect(streams).to.have.length(2);
    expect(told).not.to.include('Done');
  });

  it('is not begun again by being asked for twice', async () => {
    const {orderWatch, streams, reads} = await watch();
    orderWatch.watch('order-1');
    await settle();
    expect(streams).to.have.length(1);
    expect(reads()).to.equal(1);
  });
});

describe('the pace of reads', () => {
  it('is 5 seconds while nothing proves the stream, and 10 after two minutes without news', async () => {
    const {clock, reads} = await watch();
    expect(clock.sleeps).to.deep.equal([5 * second]);
    await clock.pass(119 * second);
    expect(clock.sleeps).to.deep.equal([5 * second]);
    await clock.pass(5 * second);
    expect(clock.sleeps).to.deep.equal([10 * second]);
    const before = reads();
    await clock.pass(20 * second);
    expect(reads()).to.equal(before + 2);
  });

  it('is 5 seconds again after news', async () => {
    const {clock, setAnswer} = await watch({hasStream: false});
    await clock.pass(200 * second);
    expect(clock.sleeps).to.deep.equal([10 * second]);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(10 * second);
    expect(clock.sleeps).to.deep.equal([5 * second]);
  });

  it('is a minute once a heartbeat has proven the stream', async () => {
    const {clock, stream} = await watch();
    stream().say('heartbeat', 'now');
    await clock.pass(5 * second);
    expect(clock.sleeps).to.deep.equal([60 * second]);
  });

  it('is a minute while heartbeats go on, and 5 seconds when they have ceased', async () => {
    const {clock, stream, setAnswer} = await watch();
    for (let turn = 0; turn < 12; turn += 1) {
      stream().say('heartbeat', 'now');
      await clock.pass(15 * second);
    }
    expect(clock.sleeps).to.deep.equal([60 * second]);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(70 * second);
    expect(clock.sleeps).to.deep.equal([5 * second]);
  });

  it('is 5 seconds where there is no stream', async () => {
    const {clock, streams} = await watch({hasStream: false});
    expect(streams).to.have.length(0);
    expect(clock.sleeps).to.deep.equal([5 * second]);
  });

  it('is broken by a buyer who asks', async () => {
    const {orderWatch, reads} = await watch();
    orderWatch.check();
    await settle();
    await settle();
    expect(reads()).to.equal(2);
  });

  for (const type of ['online', 'pageshow']) {
    it(`is broken when the page is ${type}`, async () => {
      const {reads} = await watch();
      globalThis.dispatchEvent(new Event(type));
      await settle();
      await settle();
      expect(reads()).to.equal(2);
    });
  }
});

describe('a stream that is lost', () => {
  it('is opened again after 1, 2, 4, 8, 16 and then every 30 seconds', async () => {
    const {clock, stream, streams} = await watch();
    for (const [index, wait] of [1, 2, 4, 8, 16, 30, 30].entries()) {
      stream().say('error');
      await settle();
      expect(stream().isClosed).to.equal(true);
      await clock.pass(wait * second - 1);
      expect(streams, `before ${wait} s`).to.have.length(index + 1);
      await clock.pass(1);
      expect(streams, `after ${wait} s`).to.have.length(index + 2);
    }
  });

  it('is opened again after 1 second once an order has come on it', async () => {
    const {clock, stream, streams} = await watch();
    for (const wait of [1, 2, 4]) {
      stream().say('error');
      await clock.pass(wait * second);
    }
    stream().say('message', wire('PaymentReceived'));
    stream().say('error');
    await clock.pass(second);
    expect(streams).to.have.length(5);
  });

  it('proves nothing any more', async () => {
    const {clock, stream} = await watch();
    stream().say('heartbeat', 'now');
    stream().say('error');
    await clock.pass(5 * second);
    expect(clock.sleeps).to.include(5 * second);
  });
});

describe('a stream that is stopped', () => {
  it('is followed by one read and not opened again', async () => {
    const {clock, stream, streams, reads} = await watch();
    stream().say('stop', {});
    await settle();
    await settle();
    expect(reads()).to.equal(2);
    expect(stream().isClosed).to.equal(true);
    await clock.pass(4 * second);
    expect(reads()).to.equal(2);
    expect(streams).to.have.length(1);
  });

  it('leaves the order to be polled', async () => {
    const {clock, stream, setAnswer, told} = await watch();
    stream().say('stop', {});
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(10 * second);
    expect(told).to.deep.equal(['WaitingForPayment', 'Done']);
  });
});

describe('trouble', () => {
  const lost = new ApiError('network_error', 'no connection');

  it('is told once in an outage, and again in the next', async () => {
    const {clock, setAnswer, told} = await watch({hasStream: false});
    setAnswer(lost);
    await clock.pass(30 * second);
    expect(told).to.deep.equal(['WaitingForPayment', 'trouble network_error']);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(10 * second);
    setAnswer(lost);
    await clock.pass(30 * second);
    expect(told.slice(2)).to.deep.equal(['PaymentReceived', 'trouble network_error']);
  });

  it('never ends the waiting', async () => {
    const {clock, setAnswer, told, reads} = await watch({hasStream: false});
    setAnswer(lost);
    await clock.pass(600 * second);
    expect(reads()).to.be.above(50);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(10 * second);
    expect(told.at(-1)).to.equal('Done');
  });

  it('waits as long as the answer asked', async () => {
    const {clock, setAnswer} = await watch({hasStream: false});
    setAnswer(new ApiError('rate_limited', 'slow down', {status: 429, retryAfter: 45 * second}));
    await clock.pass(5 * second);
    expect(clock.sleeps).to.deep.equal([45 * second]);
  });

  it('waits its own pace where the answer asked for less', async () => {
    const {clock, setAnswer} = await watch({hasStream: false});
    setAnswer(new ApiError('rate_limited', 'slow down', {status: 429, retryAfter: 0}));
    await clock.pass(5 * second);
    expect(clock.sleeps).to.deep.equal([5 * second]);
  });

  it('of an order that is not found is told once and ends the watch', async () => {
    const {clock, setAnswer, told, reads, stream} = await watch();
    setAnswer(new ApiError('not_found', 'no such order', {status: 404}));
    await clock.pass(5 * second);
    const before = reads();
    await clock.pass(600 * second);
    expect(told).to.deep.equal(['WaitingForPayment', 'trouble order_not_found']);
    expect(reads()).to.equal(before);
    expect(stream().isClosed).to.equal(true);
    expect(clock.sleeps).to.deep.equal([]);
  });
});

describe('an order that is over', () => {
  for (const state of ['Done', 'PaymentFailed', 'Canceled', 'Refunded']) {
    it(`is not read again when it is ${state}`, async () => {
      const {clock, setAnswer, told, reads, stream} = await watch();
      setAnswer(anOrder({state}));
      await clock.pass(5 * second);
      expect(told.at(-1)).to.equal(state);
      const before = reads();
      await clock.pass(3600 * second);
      expect(reads()).to.equal(before);
      expect(stream().isClosed).to.equal(true);
      expect(clock.sleeps).to.deep.equal([]);
    });
  }

  it('is watched slowly when it has expired, because a late payment can revive it', async () => {
    const {clock, setAnswer, told, reads} = await watch({hasStream: false});
    setAnswer(anOrder({state: 'Expired'}));
    await clock.pass(5 * second);
    expect(clock.sleeps).to.deep.equal([60 * second]);
    const before = reads();
    await clock.pass(600 * second);
    expect(reads()).to.equal(before + 10);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(60 * second);
    expect(told).to.deep.equal(['WaitingForPayment', 'Expired', 'Done']);
  });

  it('goes on being watched in a state that nobody has heard of', async () => {
    const {clock, setAnswer, told} = await watch({hasStream: false});
    setAnswer(anOrder({state: 'SomethingNew'}));
    await clock.pass(5 * second);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(10 * second);
    expect(told).to.deep.equal(['WaitingForPayment', 'SomethingNew', 'Done']);
  });
});

describe('a host that leaves the page', () => {
  it('stops everything', async () => {
    const {clock, host, stream, streams, reads, told} = await watch();
    host.disconnect();
    await settle();
    expect(stream().isClosed).to.equal(true);
    expect(clock.sleeps).to.deep.equal([]);
    const before = reads();
    await clock.pass(600 * second);
    globalThis.dispatchEvent(new Event('online'));
    await settle();
    expect(reads()).to.equal(before);
    expect(streams).to.have.length(1);
    expect(told).to.deep.equal(['WaitingForPayment']);
  });

  it('in the middle of a read hears nothing of it', async () => {
    const {clock, host, orderWatch, setAnswer, told} = await watch();
    setAnswer(anOrder({state: 'Done'}));
    orderWatch.check();
    await Promise.resolve();
    host.disconnect();
    await clock.pass(60 * second);
    expect(told).to.deep.equal(['WaitingForPayment']);
  });

  it('while a lost stream waits opens no other', async () => {
    const {clock, host, stream, streams} = await watch();
    stream().say('error');
    await settle();
    host.disconnect();
    await clock.pass(600 * second);
    expect(streams).to.have.length(1);
    expect(clock.sleeps).to.deep.equal([]);
  });

  it('goes on when it comes back', async () => {
    const {clock, host, streams, setAnswer, told} = await watch();
    host.disconnect();
    setAnswer(anOrder({state: 'PaymentReceived'}));
    host.connect();
    await clock.pass(0);
    expect(streams).to.have.length(2);
    expect(told).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
    expect(clock.sleeps).to.deep.equal([5 * second]);
  });

  it('reads a finished order once when it comes back', async () => {
    const {clock, host, setAnswer, reads} = await watch();
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(5 * second);
    const before = reads();
    host.disconnect();
    host.connect();
    await clock.pass(600 * second);
    expect(reads()).to.equal(before + 1);
  });
});
