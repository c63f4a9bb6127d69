import {expect} from '@open-wc/testing';

import {ApiError} from '../../src/api/errors.js';
import {OrderTracker} from '../../src/controllers/order-tracker.js';
import type {Order} from '../../src/domain/types.js';
import {anOrder} from '../samples/domain.js';
import {FakeHost, fakeEnvironment, START, settle} from './support.js';

const second = 1000;

interface Setting {
  readonly hasStream?: boolean;
  readonly isConnected?: boolean;
  readonly isBackground?: boolean;
  readonly known?: Order;
  readonly given?: ReturnType<typeof fakeEnvironment>;
}

/** Tracks `order-1`, which waits for payment until a test changes the response. */
async function track({
  hasStream = true,
  isConnected = true,
  isBackground = false,
  known,
  given = fakeEnvironment(),
}: Setting = {}) {
  const host = new FakeHost();
  const reported: string[] = [];
  const times: number[] = [];
  const readAt: number[] = [];
  const signals: AbortSignal[] = [];
  const answer: {next: Order | ApiError | Promise<Order>} = {next: anOrder()};
  const tracker = new OrderTracker(host, {
    isBackground,
    source: {
      get environment() {
        return given.environment;
      },
      onTime: serverTime => times.push(serverTime),
      getOrder: async (_, signal) => {
        readAt.push((given.clock.time - START) / second);
        signals.push(signal);
        const {next} = answer;
        const aborted = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
        const found = await Promise.race([next, aborted]);
        signal.throwIfAborted();
        if (found instanceof ApiError) throw found;
        return found;
      },
      streamUrl: id => (hasStream ? `/v5/orders/${id}/subscribe` : undefined),
      channelName: id => `channel of ${id}`,
    },
    onOrder: order => {
      if (reported.findLast(word => !word.includes('error')) !== order.state) reported.push(order.state);
    },
    onTrackingError: error => reported.push(error ? `error ${error.code}` : 'no error'),
  });
  if (isConnected) host.connect();
  tracker.watch('order-1', known);
  await given.clock.pass(0);
  return {
    ...given,
    host,
    reported,
    times,
    readAt,
    signals,
    tracker,
    setAnswer: (next: Order | ApiError | Promise<Order>) => {
      answer.next = next;
    },
    reads: () => readAt.length,
    /** Returns the stream that is open now. */
    stream() {
      const stream = given.streams.at(-1);
      if (!stream) throw new Error('no stream was opened');
      return stream;
    },
    /** Lets time pass with a heartbeat every 15 seconds. */
    async live(seconds: number) {
      for (let left = seconds; left > 0; left -= 15) {
        given.streams.at(-1)?.say('heartbeat', 'now');
        await given.clock.pass(Math.min(left, 15) * second);
      }
    },
  };
}

const wire = (state: string, more: object = {}) => ({order_id: 'order-1', order_state: state, ...more});

/** Pretends that the tab is hidden, or visible again. */
function setHidden(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', {configurable: true, get: () => isHidden});
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
});

describe('a tracked order', () => {
  it('is read at once, and its stream opened', async () => {
    const {reported, reads, streams} = await track();
    expect(reported).to.deep.equal(['WaitingForPayment']);
    expect(reads()).to.equal(1);
    expect(streams.map(stream => stream.url)).to.deep.equal(['/v5/orders/order-1/subscribe']);
  });

  it('is reported by a message of the stream', async () => {
    const {reported, stream} = await track();
    stream().say('message', wire('PaymentReceived'));
    expect(reported).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
  });

  it('is reported once, however often the same arrives', async () => {
    const {reported, stream, live, reads} = await track();
    for (let turn = 0; turn < 3; turn += 1) stream().say('message', wire('WaitingForPayment'));
    await live(75);
    expect(reads()).to.be.above(1);
    expect(reported).to.deep.equal(['WaitingForPayment']);
  });

  it('is not reported again if only its update time has changed', async () => {
    const {reported, stream} = await track();
    for (const updated_at of [1790000001, 1790000002]) stream().say('message', wire('Held', {updated_at}));
    expect(reported).to.deep.equal(['WaitingForPayment', 'Held']);
  });

  it('has the id that it is tracked under, whatever signature the response has', async () => {
    const given = fakeEnvironment();
    const host = new FakeHost();
    const ids: string[] = [];
    new OrderTracker(host, {
      source: {
        environment: given.environment,
        onTime: () => {},
        getOrder: async () => anOrder({id: 'signed.later'}),
        streamUrl: () => undefined,
        channelName: id => id,
      },
      onOrder: order => ids.push(order.id),
      onTrackingError: () => {},
    }).watch('signed.order-1');
    host.connect();
    await settle();
    expect(ids).to.deep.equal(['signed.order-1']);
  });

  it('is never another order, whatever is answered: that is ignored and reported', async () => {
    const given = fakeEnvironment();
    const host = new FakeHost();
    const ids: string[] = [];
    const codes: (string | undefined)[] = [];
    new OrderTracker(host, {
      source: {
        environment: given.environment,
        onTime: () => {},
        getOrder: async () => anOrder({id: 'order-2', state: 'Done'}),
        streamUrl: () => undefined,
        channelName: id => id,
      },
      onOrder: order => ids.push(order.id),
      onTrackingError: error => codes.push(error?.code),
    }).watch('order-1');
    host.connect();
    await settle();
    expect(ids).to.deep.equal([]);
    expect(codes).to.deep.equal(['response_invalid']);
  });

  it('is not read before its host is on the page', async () => {
    const {reads, streams, host, reported, clock} = await track({isConnected: false});
    expect(reads()).to.equal(0);
    expect(streams).to.have.length(0);
    host.connect();
    await clock.pass(0);
    expect(reported).to.deep.equal(['WaitingForPayment']);
  });

  it('is begun once by a framework that mounts twice in one go', async () => {
    const {host, reads, streams, clock} = await track({isConnected: false});
    host.connect();
    host.disconnect();
    host.connect();
    await clock.pass(0);
    expect(reads()).to.equal(1);
    expect(streams).to.have.length(1);
  });

  it('is replaced by another one', async () => {
    const {tracker, stream, streams, reported, clock} = await track();
    const first = stream();
    tracker.watch('order-2');
    await clock.pass(0);
    expect(first.isClosed).to.equal(true);
    expect(stream().url).to.equal('/v5/orders/order-2/subscribe');
    first.say('message', wire('Done'));
    expect(streams).to.have.length(2);
    expect(reported).not.to.include('Done');
  });

  it('is not started again by a second request for it', async () => {
    const {tracker, streams, reads, clock} = await track();
    tracker.watch('order-1');
    await clock.pass(0);
    expect(streams).to.have.length(1);
    expect(reads()).to.equal(1);
  });

  it('reports the server’s time from heartbeats', async () => {
    const {stream, times} = await track();
    stream().say('heartbeat', new Date(START + 7).toISOString());
    expect(times).to.deep.equal([START + 7]);
  });
});

describe('the interval of reads', () => {
  it('is 5 seconds for two minutes after the last change without a stream, and 10 after', async () => {
    const {clock, readAt} = await track({hasStream: false});
    await clock.pass(141 * second);
    const early = Array.from({length: 25}, (_, index) => index * 5);
    expect(readAt).to.deep.equal([...early, 125, 135]);
  });

  it('is 5 seconds again after news', async () => {
    const {clock, setAnswer, readAt} = await track({hasStream: false});
    await clock.pass(199 * second);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(17 * second);
    expect(readAt.slice(-3)).to.deep.equal([205, 210, 215]);
  });

  it('is a minute while heartbeats show that the stream is healthy', async () => {
    const {readAt, live} = await track();
    await live(180);
    expect(readAt).to.deep.equal([0, 60, 120, 180]);
  });

  it('is 10 seconds, then 20, after failed reads beside a healthy stream', async () => {
    const {setAnswer, live, readAt} = await track();
    await live(30);
    setAnswer(new ApiError('response_invalid', 'No JSON.'));
    await live(120);
    const lost = readAt.slice(readAt.findIndex(at => at > 30));
    expect(lost.map((at, index) => at - (lost[index - 1] ?? at)).slice(0, 3)).to.deep.equal([0, 10, 20]);
  });

  it('is 5 seconds when heartbeats have stopped', async () => {
    const {clock, stream, readAt} = await track();
    stream().say('heartbeat', 'now');
    await clock.pass(51 * second);
    expect(readAt).to.deep.equal([0, 45, 50]);
  });

  it('is interrupted by a buyer’s check, at most once a second', async () => {
    const {tracker, readAt, clock} = await track({hasStream: false});
    await clock.pass(2 * second);
    for (let press = 0; press < 5; press += 1) tracker.check();
    await clock.pass(0);
    tracker.check();
    await clock.pass(second);
    expect(readAt).to.deep.equal([0, 2, 3]);
  });

  for (const type of ['online', 'pageshow']) {
    it(`is interrupted when the page is ${type}`, async () => {
      const {readAt, clock, live} = await track();
      await live(30);
      globalThis.dispatchEvent(new Event(type));
      await clock.pass(0);
      expect(readAt).to.deep.equal([0, 30]);
    });
  }

  it('is not interrupted by the pageshow of a page that has just opened', async () => {
    const {reads, clock} = await track();
    globalThis.dispatchEvent(new Event('pageshow'));
    await clock.pass(second);
    expect(reads()).to.equal(1);
  });

  it('is half a minute in a hidden tab, and is interrupted when the tab is visible again', async () => {
    const {readAt, clock} = await track({hasStream: false});
    setHidden(true);
    await clock.pass(100 * second);
    expect(readAt).to.deep.equal([0, 5, 35, 65, 95]);
    setHidden(false);
    await clock.pass(0);
    expect(readAt.at(-1)).to.equal(100);
    await clock.pass(5 * second);
    expect(readAt.at(-1)).to.equal(105);
  });

  it('does not wait, visible again, for a read from before the device slept', async () => {
    const {clock, setAnswer, reported, signals} = await track({hasStream: false});
    setAnswer(new Promise(() => {}));
    await clock.pass(5 * second);
    clock.time += 3600 * second;
    setAnswer(anOrder({state: 'PaymentReceived'}));
    setHidden(false);
    await clock.pass(0);
    expect(signals.map(signal => signal.aborted)).to.deep.equal([false, true, false]);
    expect(reported).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
  });

  it('is a minute, without a stream, for an order that is not on screen', async () => {
    const {clock, readAt, streams} = await track({isBackground: true});
    await clock.pass(125 * second);
    expect(readAt).to.deep.equal([0, 60, 120]);
    expect(streams).to.have.length(0);
  });

  it('has one read under way at a time', async () => {
    const {clock, setAnswer, reads, tracker} = await track({hasStream: false});
    setAnswer(new Promise(() => {}));
    await clock.pass(5 * second);
    tracker.check();
    await clock.pass(60 * second);
    expect(reads()).to.equal(2);
  });
});

describe('a stream that is lost', () => {
  it('is opened again after 1, 2, 4, 8, 16 and then every 30 seconds', async () => {
    const {clock, stream, streams} = await track();
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

  it('is waited for a quarter more or less', async () => {
    for (const [random, wait] of [
      [0, 750],
      [0.996, 1248],
    ] as const) {
      const given = fakeEnvironment();
      const environment = {...given.environment, random: () => random};
      const {clock, stream, streams} = await track({given: {...given, environment}});
      stream().say('error');
      await clock.pass(wait - 1);
      expect(streams, `${random} before`).to.have.length(1);
      await clock.pass(1);
      expect(streams, `${random} after`).to.have.length(2);
    }
  });

  it('is opened again after 1 second once an order has come on it', async () => {
    const {clock, stream, streams} = await track();
    for (const wait of [1, 2, 4]) {
      stream().say('error');
      await clock.pass(wait * second);
    }
    stream().say('message', wire('PaymentReceived'));
    stream().say('error');
    await clock.pass(second);
    expect(streams).to.have.length(5);
  });

  it('is not opened sooner by heartbeats and junk', async () => {
    const {clock, stream, streams} = await track();
    for (const wait of [1, 2, 4]) {
      stream().say('heartbeat', 'now');
      stream().say('message', 'junk');
      stream().say('error');
      await clock.pass(wait * second);
    }
    expect(streams).to.have.length(4);
  });

  it('is followed by a read when it is open again', async () => {
    const {clock, stream, readAt, live} = await track();
    await live(30);
    stream().say('error');
    await clock.pass(second);
    stream().say('heartbeat', 'now');
    await clock.pass(0);
    expect(readAt).to.deep.equal([0, 31]);
  });

  it('is given up after 40 silent seconds and tried again', async () => {
    const {clock, stream, streams} = await track();
    const first = stream();
    await clock.pass(40 * second);
    expect(first.isClosed).to.equal(true);
    await clock.pass(second);
    expect(streams).to.have.length(2);
  });

  it('is tried again at once when the device has a network again', async () => {
    const {clock, stream, streams} = await track();
    for (const wait of [1, 2, 4, 8, 16]) {
      stream().say('error');
      await clock.pass(wait * second);
    }
    stream().say('error');
    await clock.pass(10 * second);
    expect(streams).to.have.length(6);
    globalThis.dispatchEvent(new Event('online'));
    await clock.pass(29 * second);
    expect(streams, 'the seventh in a minute waits for its end').to.have.length(7);
  });

  it('is tried again slowly in a hidden tab', async () => {
    const {clock, stream, streams} = await track();
    setHidden(true);
    stream().say('error');
    await clock.pass(29 * second);
    expect(streams).to.have.length(1);
    await clock.pass(second);
    expect(streams).to.have.length(2);
  });
});

describe('requests a minute', () => {
  /**
   * Lets three minutes pass with a stream that ends after `after` milliseconds; returns the requests of the busiest
   * minute.
   */
  async function busiest(after: number, says: boolean, hasJunk = false) {
    const {clock, streams, readAt} = await track();
    const askedAt: number[] = [];
    let known = 0;
    for (let at = 0; at < 180; at += 0.5) {
      while (known < streams.length) {
        const stream = streams[known];
        known += 1;
        askedAt.push(at);
        if (says) {
          stream?.say('heartbeat', 'now');
          stream?.say('message', wire('WaitingForPayment'));
        }
        if (hasJunk) stream?.say('message', 'junk');
        void clock.sleep(after, new AbortController().signal).then(() => stream?.say('error'));
      }
      await clock.pass(0.5 * second);
    }
    const all = [...askedAt, ...readAt];
    return Math.max(...all.map(start => all.filter(at => at >= start && at < start + 60).length));
  }

  it('are under 4 with a healthy stream', async () => {
    const {stream, live, streams, readAt, clock} = await track();
    stream().say('heartbeat', 'now');
    stream().say('message', wire('WaitingForPayment'));
    await live(30);
    stream().say('message', wire('PaymentReceived'));
    await live(600);
    await clock.pass(0);
    expect(streams).to.have.length(1);
    expect(readAt.filter(at => at < 60)).to.have.length(1);
    expect(readAt.length).to.be.below(12);
  });

  for (const [what, after, says] of [
    ['is refused', 0, false],
    ['hangs for a second and breaks off', 1000, false],
    ['is cut after one message', 0, true],
    ['is cut after a second', 1000, true],
    ['is cut after ten seconds', 10_000, true],
  ] as const) {
    it(`are under 15 with a stream that ${what}`, async () => {
      expect(await busiest(after, says)).to.be.below(15);
    }).timeout(30_000);
  }

  it('are under 15 with a stream that sends junk and is cut', async () => {
    expect(await busiest(1000, true, true)).to.be.below(15);
  }).timeout(30_000);
});

describe('a stream that is stopped', () => {
  it('is followed by one read and not opened again', async () => {
    const {clock, stream, streams, readAt} = await track();
    await clock.pass(2 * second);
    stream().say('stop', {});
    await clock.pass(2 * second);
    expect(readAt).to.deep.equal([0, 2]);
    expect(stream().isClosed).to.equal(true);
    await clock.pass(120 * second);
    expect(streams).to.have.length(1);
  });

  it('leaves the order to be polled', async () => {
    const {clock, stream, setAnswer, reported} = await track();
    stream().say('stop', {});
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(second);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(10 * second);
    expect(reported).to.deep.equal(['WaitingForPayment', 'PaymentReceived', 'Done']);
  });
});

describe('a reading that is older than the known one', () => {
  it('does not undo a message that arrived meanwhile', async () => {
    const {clock, stream, setAnswer, reported} = await track({hasStream: true});
    let arrive = (_: Order) => {};
    setAnswer(
      new Promise<Order>(resolve => {
        arrive = resolve;
      }),
    );
    await clock.pass(5 * second);
    stream().say('message', wire('PaymentReceived'));
    arrive(anOrder());
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(20 * second);
    expect(reported).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
  });

  it('does not undo a message if the proxy answers from its cache', async () => {
    const {clock, stream, tracker, reported, setAnswer} = await track();
    await clock.pass(2 * second);
    stream().say('message', wire('PaymentReceived'));
    tracker.check();
    await clock.pass(second);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(20 * second);
    expect(reported).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
  });

  it('is dropped by its own time, and applied by it', async () => {
    const {clock, stream, setAnswer, reported, tracker} = await track();
    stream().say('message', wire('PaymentReceived', {updated_at: 1790000100}));
    setAnswer(anOrder({state: 'WaitingForDelivery', updatedAt: 1_790_000_050_000}));
    tracker.check();
    await clock.pass(3 * second);
    expect(reported.at(-1)).to.equal('PaymentReceived');
    setAnswer(anOrder({state: 'WaitingForPayment', updatedAt: 1_790_000_150_000}));
    await clock.pass(10 * second);
    expect(reported.at(-1)).to.equal('WaitingForPayment');
  });

  it('by a wrong time is not dropped for good', async () => {
    const {clock, stream, setAnswer, reported} = await track();
    stream().say('message', wire('PaymentReceived', {updated_at: 1_990_000_100}));
    setAnswer(anOrder({state: 'Done', updatedAt: 1_790_000_200_000}));
    await clock.pass(80 * second);
    expect(reported.at(-1)).to.equal('Done');
  });

  it('by its own time on the stream is dropped without a read', async () => {
    const {live, stream, reported, readAt} = await track();
    stream().say('message', wire('WaitingForDelivery', {updated_at: 1790000100}));
    await live(30);
    stream().say('message', wire('PaymentReceived', {updated_at: 1790000050}));
    await live(15);
    expect(reported).to.deep.equal(['WaitingForPayment', 'WaitingForDelivery']);
    expect(readAt).to.deep.equal([0]);
  });

  it('on the stream leads to a read, which is applied', async () => {
    const {clock, stream, setAnswer, reported, readAt} = await track();
    stream().say('message', wire('WaitingForDelivery'));
    setAnswer(anOrder({state: 'WaitingForDelivery'}));
    await clock.pass(8 * second);
    stream().say('message', wire('PaymentReceived'));
    expect(reported).to.deep.equal(['WaitingForPayment', 'WaitingForDelivery']);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(10 * second);
    expect(reported.at(-1)).to.equal('PaymentReceived');
    expect(readAt.length).to.be.below(6);
  });

  it('of a message that is no order leads to a read', async () => {
    const {clock, stream, readAt, live} = await track();
    await live(30);
    stream().say('message', 'junk');
    await clock.pass(0);
    expect(readAt).to.deep.equal([0, 30]);
  });
});

describe('a tracking error', () => {
  const lost = new ApiError('network_error', 'no connection');

  it('is not reported for one failed read', async () => {
    const {clock, setAnswer, reported} = await track({hasStream: false});
    setAnswer(lost);
    await clock.pass(5 * second);
    setAnswer(anOrder());
    await clock.pass(10 * second);
    expect(reported).to.deep.equal(['WaitingForPayment']);
  });

  it('is reported for the very first read, before which there is nothing to show', async () => {
    const opened = await track({isConnected: false, hasStream: false});
    opened.setAnswer(lost);
    opened.host.connect();
    await opened.clock.pass(0);
    expect(opened.reported).to.deep.equal(['error network_error']);
  });

  it('is not reported while the stream is healthy', async () => {
    const {setAnswer, reported, live} = await track();
    setAnswer(lost);
    await live(300);
    expect(reported).to.deep.equal(['WaitingForPayment']);
  });

  it('is over when the stream is healthy again', async () => {
    const {clock, setAnswer, reported, stream} = await track();
    setAnswer(lost);
    await clock.pass(20 * second);
    stream().say('heartbeat', 'now');
    expect(reported).to.deep.equal(['WaitingForPayment', 'error network_error', 'no error']);
  });

  it('is reported once in an outage, and again in the next', async () => {
    const {clock, setAnswer, reported} = await track({hasStream: false});
    setAnswer(lost);
    await clock.pass(30 * second);
    expect(reported).to.deep.equal(['WaitingForPayment', 'error network_error']);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(10 * second);
    setAnswer(lost);
    await clock.pass(30 * second);
    expect(reported.slice(2)).to.deep.equal(['no error', 'PaymentReceived', 'error network_error']);
  });

  it('never ends the tracking', async () => {
    const {clock, setAnswer, reported, reads} = await track({hasStream: false});
    setAnswer(lost);
    await clock.pass(600 * second);
    expect(reads()).to.be.above(50);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(10 * second);
    expect(reported.at(-1)).to.equal('Done');
  });

  it('pauses reads and streams for as long as the response requests, even against a check', async () => {
    const {clock, setAnswer, readAt, tracker, stream, streams} = await track();
    setAnswer(new ApiError('rate_limited', 'slow down', {status: 429, retryAfter: 45 * second}));
    await clock.pass(5 * second);
    stream().say('error');
    tracker.check();
    await clock.pass(44 * second);
    expect(readAt).to.deep.equal([0, 5]);
    expect(streams).to.have.length(1);
    await clock.pass(second);
    expect(readAt).to.deep.equal([0, 5, 50]);
    expect(streams).to.have.length(2);
  });

  it('pauses longer each time if the response requests no time', async () => {
    const {clock, setAnswer, readAt} = await track({hasStream: false});
    setAnswer(new ApiError('rate_limited', 'slow down', {status: 403}));
    await clock.pass(66 * second);
    expect(readAt).to.deep.equal([0, 5, 15, 35, 65]);
  });

  it('is not followed by another wait if the read hung', async () => {
    const {clock, setAnswer, readAt} = await track({hasStream: false});
    setAnswer(clock.sleep(8 * second, new AbortController().signal).then(() => Promise.reject(lost)));
    await clock.pass(5 * second);
    setAnswer(anOrder());
    await clock.pass(5 * second);
    expect(readAt).to.deep.equal([0, 5, 10]);
  });

  it('waits for the usual interval if the response requests less', async () => {
    const {clock, setAnswer, readAt} = await track({hasStream: false});
    setAnswer(new ApiError('rate_limited', 'slow down', {status: 429, retryAfter: 0}));
    await clock.pass(11 * second);
    expect(readAt).to.deep.equal([0, 5, 10]);
  });

  const missing = new ApiError('not_found', 'no such order', {status: 404});

  it('of an order that was never found is reported once and ends the tracking', async () => {
    const {clock, setAnswer, host, reported, reads} = await track({isConnected: false});
    setAnswer(missing);
    host.connect();
    await clock.pass(600 * second);
    expect(reported).to.deep.equal(['error order_not_found']);
    expect(reads()).to.equal(1);
    expect(clock.sleeps).to.deep.equal([]);
  });

  it('of an order that was found before counts the third time', async () => {
    const {clock, setAnswer, reported} = await track({hasStream: false});
    setAnswer(missing);
    await clock.pass(10 * second);
    expect(reported).not.to.include('error order_not_found');
    await clock.pass(10 * second);
    expect(reported.at(-1)).to.equal('error order_not_found');
    expect(clock.sleeps).to.deep.equal([]);
  });

  it('of an order that was just created does not count yet', async () => {
    const {clock, setAnswer, host, reported} = await track({known: anOrder(), isConnected: false});
    setAnswer(missing);
    host.connect();
    await clock.pass(4 * second);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(10 * second);
    expect(reported).to.deep.equal(['PaymentReceived']);
  });
});

describe('an order that is over', () => {
  for (const state of ['Done', 'PaymentFailed', 'Canceled', 'Refunded']) {
    it(`is not read again once a read says ${state}`, async () => {
      const {clock, setAnswer, reported, reads, stream} = await track();
      setAnswer(anOrder({state}));
      await clock.pass(5 * second);
      expect(reported.at(-1)).to.equal(state);
      const before = reads();
      await clock.pass(3600 * second);
      expect(reads()).to.equal(before);
      expect(stream().isClosed).to.equal(true);
      expect(clock.sleeps).to.deep.equal([]);
    });
  }

  it('is reported at once from the stream, and confirmed by one read', async () => {
    const {clock, setAnswer, reported, reads, stream, live} = await track();
    await live(30);
    setAnswer(anOrder({state: 'Done', deliveries: []}));
    stream().say('message', wire('Done'));
    expect(reported.at(-1)).to.equal('Done');
    await clock.pass(3600 * second);
    expect(reads()).to.equal(2);
    expect(clock.sleeps).to.deep.equal([]);
  });

  it('is tracked until a read confirms it', async () => {
    const {clock, setAnswer, reported, readAt, stream} = await track();
    setAnswer(new ApiError('server_error', 'down', {status: 502}));
    stream().say('message', wire('Done'));
    stream().say('stop', {});
    await clock.pass(12 * second);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(600 * second);
    expect(reported.filter(state => state === 'Done')).to.have.length(1);
    expect(readAt.at(-1)).to.be.below(20);
    expect(clock.sleeps).to.deep.equal([]);
  });

  it('is tracked slowly when it has expired, because a late payment can revive it', async () => {
    const {clock, setAnswer, reported, reads} = await track({hasStream: false});
    setAnswer(anOrder({state: 'Expired'}));
    await clock.pass(185 * second);
    const before = reads();
    await clock.pass(600 * second);
    expect(reads()).to.equal(before + 10);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(60 * second);
    expect(reported).to.deep.equal(['WaitingForPayment', 'Expired', 'Done']);
  });

  it('is noticed soon if the payment is only a little late', async () => {
    const {clock, setAnswer, reported} = await track({hasStream: false});
    setAnswer(anOrder({state: 'Expired'}));
    await clock.pass(10 * second);
    setAnswer(anOrder({state: 'PaymentReceived'}));
    await clock.pass(5 * second);
    expect(reported.at(-1)).to.equal('PaymentReceived');
  });

  it('is still tracked if only its payment has expired', async () => {
    const {clock, setAnswer, reported} = await track({hasStream: false});
    setAnswer(anOrder({paymentState: 'Expired'}));
    await clock.pass(5 * second);
    setAnswer(anOrder({state: 'Expired', paymentState: 'Expired'}));
    await clock.pass(5 * second);
    expect(reported).to.deep.equal(['WaitingForPayment', 'Expired']);
  });

  it('is still tracked in an unknown state', async () => {
    const {clock, setAnswer, reported} = await track({hasStream: false});
    setAnswer(anOrder({state: 'SomethingNew'}));
    await clock.pass(5 * second);
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(10 * second);
    expect(reported).to.deep.equal(['WaitingForPayment', 'SomethingNew', 'Done']);
  });
});

describe('two trackers of one order', () => {
  it('agree: a change that one receives the other reads', async () => {
    const given = fakeEnvironment();
    const one = await track({given});
    const other = await track({given, hasStream: false});
    await given.clock.pass(2 * second);
    other.setAnswer(anOrder({state: 'PaymentReceived'}));
    one.stream().say('message', wire('PaymentReceived'));
    await given.clock.pass(0);
    expect(other.reported).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
  });

  it('exchange only the two states of the API', async () => {
    const given = fakeEnvironment();
    const {stream} = await track({given});
    stream().say(
      'message',
      wire('Done', {payment_state: 'PaymentReceived', deliveries: [{deliverable: {pin_code: 'X'}}]}),
    );
    const [channel] = given.channels;
    expect(channel?.name).to.equal('channel of order-1');
    expect(channel?.said).to.deep.equal(['Done PaymentReceived']);
  });

  it('do not read for a known state, nor make each other read without end', async () => {
    const given = fakeEnvironment();
    const one = await track({given});
    const other = await track({given});
    const [first, second_] = given.streams;
    await given.clock.pass(2 * second);
    for (const stream of [first, second_]) stream?.say('heartbeat', 'now');
    for (const {setAnswer} of [one, other]) setAnswer(anOrder({state: 'PaymentReceived'}));
    for (const stream of [first, second_]) stream?.say('message', wire('PaymentReceived'));
    await given.clock.pass(30 * second);
    expect(one.reads() + other.reads()).to.be.at.most(3);
  });

  it('apply nothing from a message', async () => {
    const given = fakeEnvironment();
    const {reported, clock, readAt} = await track({given, hasStream: false});
    const channel = given.environment.createChannel?.('channel of order-1');
    await clock.pass(2 * second);
    for (const data of [null, 5, {state: 'Done'}, 'Done PaymentReceived', 'x'.repeat(10_000)])
      channel?.postMessage(data);
    await clock.pass(0);
    expect(reported).to.deep.equal(['WaitingForPayment']);
    expect(readAt).to.deep.equal([0, 2]);
  });
});

describe('a host that leaves the page', () => {
  it('stops everything', async () => {
    const {clock, host, stream, streams, channels, reads, reported} = await track();
    host.disconnect();
    await settle();
    expect(stream().isClosed).to.equal(true);
    expect(clock.sleeps).to.deep.equal([]);
    expect(channels.size).to.equal(0);
    const before = reads();
    await clock.pass(600 * second);
    globalThis.dispatchEvent(new Event('online'));
    await settle();
    expect(reads()).to.equal(before);
    expect(streams).to.have.length(1);
    expect(reported).to.deep.equal(['WaitingForPayment']);
  });

  it('in the middle of a read gets no report of it', async () => {
    const {clock, host, tracker, setAnswer, reported} = await track();
    await clock.pass(2 * second);
    setAnswer(anOrder({state: 'Done'}));
    tracker.check();
    await Promise.resolve();
    host.disconnect();
    await clock.pass(60 * second);
    expect(reported).to.deep.equal(['WaitingForPayment']);
  });

  it('while a lost stream waits opens no other', async () => {
    const {clock, host, stream, streams} = await track();
    stream().say('error');
    await settle();
    host.disconnect();
    await clock.pass(600 * second);
    expect(streams).to.have.length(1);
    expect(clock.sleeps).to.deep.equal([]);
  });

  it('goes on when it comes back', async () => {
    const {clock, host, streams, setAnswer, reported} = await track();
    host.disconnect();
    setAnswer(anOrder({state: 'PaymentReceived'}));
    host.connect();
    await clock.pass(0);
    expect(streams).to.have.length(2);
    expect(reported).to.deep.equal(['WaitingForPayment', 'PaymentReceived']);
  });

  it('reads a finished order once when it comes back', async () => {
    const {clock, host, setAnswer, reads} = await track();
    setAnswer(anOrder({state: 'Done'}));
    await clock.pass(5 * second);
    const before = reads();
    host.disconnect();
    host.connect();
    await clock.pass(600 * second);
    expect(reads()).to.equal(before + 1);
  });

  it('leaves nothing behind after 200 rounds', async () => {
    const {clock, host, streams, channels} = await track();
    let listeners = 0;
    const undo = countListeners(change => {
      listeners += change;
    });
    for (let round = 0; round < 200; round += 1) {
      host.disconnect();
      host.connect();
      if (round % 20 === 0) await clock.pass(0);
    }
    host.disconnect();
    await clock.pass(0);
    undo();
    expect(streams.filter(stream => !stream.isClosed)).to.have.length(0);
    expect(clock.sleeps).to.deep.equal([]);
    expect(channels.size).to.equal(0);
    expect(listeners).to.be.at.most(0);
  });
});

/** Counts the listeners of window and document, those removed by a signal too; returns the function that stops it. */
function countListeners(onChange: (change: number) => void): () => void {
  const targets = [window, document];
  for (const target of targets) {
    const {addEventListener, removeEventListener} = target;
    target.addEventListener = (...given: Parameters<typeof addEventListener>) => {
      const options = given[2];
      const signal = typeof options === 'object' ? options.signal : undefined;
      onChange(1);
      signal?.addEventListener('abort', () => onChange(-1));
      addEventListener.apply(target, given);
    };
    target.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
      onChange(-1);
      removeEventListener.apply(target, given);
    };
  }
  return () => {
    for (const target of targets) {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
  };
}
