import {expect} from '@open-wc/testing';

import type {ApiError} from '../../src/api/errors.js';
import type {Fetch} from '../../src/api/request.js';
import {Session, type SessionOptions} from '../../src/controllers/session.js';
import {type Checkout, orderOf} from '../../src/domain/checkout.js';
import {anOrder, aQuote} from '../samples/domain.js';
import {FakeHost, fakeEnvironment, settle} from './support.js';

const proxyUrl = 'https://shop.example/api';
const second = 1000;
const quote = aQuote();
const review = {total: '10.40', idempotencyKey: 'key-1'};

/** A session whose proxy answers about orders what a test wants. */
function open(change: Partial<SessionOptions> = {}, given = fakeEnvironment()) {
  const host = new FakeHost();
  const steps: string[] = [];
  const troubles: string[] = [];
  const asked: string[] = [];
  const proxy = {answer: () => Response.json({order_id: 'order-1', order_state: 'WaitingForPayment'})};
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    asked.push(new URL(request.url).pathname);
    return proxy.answer();
  };
  const session = new Session(host, {
    onChange: (checkout: Checkout, previous: Checkout) => steps.push(`${previous.step} > ${checkout.step}`),
    onTrouble: (error: ApiError | undefined) => troubles.push(error?.code ?? 'none'),
  });
  session.configure({
    proxyUrl,
    subscribeUrl: '',
    fetch,
    isRemembering: true,
    environment: given.environment,
    ...change,
  });
  host.connect();
  const say = (state: string, status = 200) => {
    proxy.answer = () => Response.json({order_id: 'order-1', order_state: state}, {status});
  };
  return {...given, host, session, steps, troubles, asked, say, proxy};
}

/** Goes the whole way to an order. */
function buy({session}: ReturnType<typeof open>) {
  session.send({type: 'pick-brand', brand: quote.brand});
  session.send({type: 'accept-quote', quote});
  session.send({type: 'review-details', review});
  session.send({type: 'order-created', order: anOrder(), quote});
}

describe('a session', () => {
  it('begins at the brands where there is no order', async () => {
    const {session, asked, steps, clock} = open();
    session.begin({orderId: '', draft: {country: 'IT'}});
    await clock.pass(60 * second);
    expect(session.checkout.step).to.equal('brand');
    expect(session.checkout.draft.country).to.equal('IT');
    expect(asked).to.deep.equal([]);
    expect(steps).to.deep.equal([]);
  });

  it('begins at the order that the page names', async () => {
    const {session, clock, asked} = open();
    session.begin({orderId: 'order-1', draft: {}});
    expect(session.checkout.step).to.equal('payment');
    await clock.pass(0);
    expect(asked).to.deep.equal(['/api/v5/orders/order-1']);
    expect(orderOf(session.checkout)?.state).to.equal('WaitingForPayment');
  });

  it('follows an order from its creation to its end', async () => {
    const opened = open();
    const {session, clock, say, steps, asked} = opened;
    session.begin({orderId: '', draft: {}});
    buy(opened);
    await clock.pass(5 * second);
    say('Done');
    await clock.pass(5 * second);
    expect(session.checkout.step).to.equal('done');
    expect(steps.at(-1)).to.equal('payment > done');
    const before = asked.length;
    await clock.pass(600 * second);
    expect(asked).to.have.length(before);
  });
});

describe('the memory of a session', () => {
  it('comes back to the order after a reload', async () => {
    const given = fakeEnvironment();
    const first = open({}, given);
    first.session.begin({orderId: '', draft: {}});
    buy(first);
    first.host.disconnect();

    const second = open({}, given);
    second.session.begin({orderId: '', draft: {}});
    expect(second.session.checkout.step).to.equal('payment');
    await given.clock.pass(0);
    expect(second.asked).to.deep.equal(['/api/v5/orders/order-1']);
  });

  it('notes nothing and reads nothing where the page does not want it', () => {
    const given = fakeEnvironment();
    const first = open({}, given);
    first.session.begin({orderId: '', draft: {}});
    buy(first);
    const second = open({isRemembering: false}, given);
    second.session.begin({orderId: '', draft: {}});
    expect(second.session.checkout.step).to.equal('brand');

    const fresh = open({isRemembering: false});
    fresh.session.begin({orderId: '', draft: {}});
    buy(fresh);
    expect(fresh.storage.items.size).to.equal(0);
  });

  it('is of one proxy', () => {
    const given = fakeEnvironment();
    const first = open({}, given);
    first.session.begin({orderId: '', draft: {}});
    buy(first);
    const other = open({proxyUrl: 'https://other.example'}, given);
    other.session.begin({orderId: '', draft: {}});
    expect(other.session.checkout.step).to.equal('brand');
  });

  it('gives way to the order that the page names', () => {
    const given = fakeEnvironment();
    const first = open({}, given);
    first.session.begin({orderId: '', draft: {}});
    buy(first);
    const other = open({}, given);
    other.session.begin({orderId: 'order-2', draft: {}});
    const {checkout} = other.session;
    expect(checkout.step === 'payment' && checkout.orderId).to.equal('order-2');
  });

  for (const type of ['start-over', 'quote-again'] as const) {
    it(`ends with ${type}, and so does the watch`, async () => {
      const opened = open();
      const {session, storage, clock, asked} = opened;
      session.begin({orderId: '', draft: {}});
      buy(opened);
      await clock.pass(0);
      session.send({type});
      expect(session.checkout.step).to.equal(type === 'quote-again' ? 'quote' : 'brand');
      expect(storage.items.size).to.equal(0);
      const before = asked.length;
      await clock.pass(600 * second);
      expect(asked).to.have.length(before);
    });
  }

  it('keeps nothing of the buyer', () => {
    const opened = open();
    opened.session.begin({orderId: '', draft: {email: 'buyer@example.com', phone: '+12025550123'}});
    buy(opened);
    const [text = ''] = opened.storage.items.values();
    expect(text).not.to.match(/buyer|2025550123/);
  });
});

describe('trouble of a session', () => {
  it('is told once', async () => {
    const {session, clock, say, troubles} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    say('x', 503);
    await clock.pass(30 * second);
    expect(troubles.filter(code => code !== 'none')).to.deep.equal(['server_error']);
  });

  it('is over with the next news', async () => {
    const {session, clock, say, troubles} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    say('x', 503);
    await clock.pass(5 * second);
    say('PaymentReceived');
    await clock.pass(10 * second);
    expect(troubles).to.include('server_error');
    expect(troubles.at(-1)).to.equal('none');
  });

  it('is over with the next answer, even where there is no news', async () => {
    const {session, clock, say, troubles} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    say('x', 503);
    await clock.pass(5 * second);
    say('WaitingForPayment');
    await clock.pass(10 * second);
    expect(troubles).to.include('server_error');
    expect(troubles.at(-1)).to.equal('none');
  });

  it('of an order that does not exist forgets it', async () => {
    const opened = open();
    const {session, clock, say, troubles, storage, asked} = opened;
    session.begin({orderId: '', draft: {}});
    buy(opened);
    say('x', 404);
    await clock.pass(5 * second);
    expect(troubles.at(-1)).to.equal('order_not_found');
    expect(storage.items.size).to.equal(0);
    const before = asked.length;
    await clock.pass(600 * second);
    expect(asked).to.have.length(before);
  });
});

describe('a session whose host leaves the page', () => {
  it('asks nothing more, and goes on when it comes back', async () => {
    const {session, host, clock, asked, say} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    host.disconnect();
    const before = asked.length;
    await clock.pass(600 * second);
    expect(asked).to.have.length(before);
    say('Done');
    host.connect();
    await clock.pass(5 * second);
    expect(session.checkout.step).to.equal('done');
  });

  it('tells of no trouble when it comes back', async () => {
    const {session, host, clock, troubles} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    host.disconnect();
    host.connect();
    await clock.pass(5 * second);
    expect(troubles.filter(code => code !== 'none')).to.deep.equal([]);
  });

  it('has a client that works when it comes back', async () => {
    const {session, host} = open();
    session.begin({orderId: '', draft: {}});
    const before = session.api;
    host.disconnect();
    host.connect();
    expect(session.api).not.to.equal(before);
    expect((await session.api?.getOrder('order-1'))?.id).to.equal('order-1');
  });
});

describe('a session that is asked to read again', () => {
  it('does, without any trouble', async () => {
    const {session, clock, asked, troubles} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    session.refresh();
    await clock.pass(0);
    expect(asked).to.have.length(2);
    expect(troubles.filter(code => code !== 'none')).to.deep.equal([]);
  });

  it('in the middle of a read does so without any trouble', async () => {
    const {session, clock, troubles} = open();
    session.begin({orderId: 'order-1', draft: {}});
    session.refresh();
    await clock.pass(5 * second);
    expect(troubles.filter(code => code !== 'none')).to.deep.equal([]);
    expect(orderOf(session.checkout)?.state).to.equal('WaitingForPayment');
  });
});

describe('the stream of a session', () => {
  const pageFetch = globalThis.fetch;
  before(() => {
    globalThis.fetch = async () => Response.json({order_id: 'order-1', order_state: 'WaitingForPayment'});
  });
  after(() => {
    globalThis.fetch = pageFetch;
  });

  function streamed(change: Partial<SessionOptions>) {
    const opened = open({fetch: undefined, ...change});
    opened.session.begin({orderId: 'a/b', draft: {}});
    opened.host.disconnect();
    return opened.streams.map(stream => stream.url);
  }

  it('is at the proxy', () => {
    expect(streamed({proxyUrl: `${proxyUrl}/`})).to.deep.equal([
      'https://shop.example/api/v5/orders/a%2Fb/subscribe',
    ]);
  });

  it('is where the page says', () => {
    const subscribeUrl = 'https://events.example/orders/{orderId}/subscribe?x=1';
    expect(streamed({subscribeUrl})).to.deep.equal(['https://events.example/orders/a%2Fb/subscribe?x=1']);
  });

  it('is none where the page has a fetch of its own, which a stream would go past', async () => {
    const {session, streams} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await settle();
    expect(streams).to.have.length(0);
  });

  it('that cannot even be opened leaves the order to be polled', async () => {
    const given = fakeEnvironment();
    const rejections: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => {
      rejections.push(event.reason);
      event.preventDefault();
    };
    addEventListener('unhandledrejection', note);
    const refuse = () => {
      throw new DOMException('not an address', 'SyntaxError');
    };
    const opened = open(
      {fetch: undefined},
      {
        ...given,
        environment: {...given.environment, createEventSource: refuse},
      },
    );
    opened.session.begin({orderId: 'order-1', draft: {}});
    await settle();
    opened.host.disconnect();
    await settle();
    removeEventListener('unhandledrejection', note);
    expect(rejections).to.deep.equal([]);
  });
});
