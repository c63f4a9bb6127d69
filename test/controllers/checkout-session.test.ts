import {expect} from '@open-wc/testing';

import type {ApiError} from '../../src/api/errors.js';
import type {Fetch} from '../../src/api/request-json.js';
import {CheckoutSession, type SessionOptions} from '../../src/controllers/checkout-session.js';
import {type Checkout, orderOf} from '../../src/domain/checkout.js';
import type {Order} from '../../src/domain/types.js';
import {anOrder, aQuote} from '../samples/domain.js';
import {answerOf, FakeHost, fakeEnvironment, settle} from './support.js';

const proxyUrl = 'https://shop.example/api';
const second = 1000;
const quote = aQuote();
const review = {total: '10.40', idempotencyKey: 'key-1'};

/** Creates a session; the test sets the proxy's responses to reads of orders. */
function open(change: Partial<SessionOptions> = {}, given = fakeEnvironment()) {
  const host = new FakeHost();
  const steps: string[] = [];
  const trackingErrors: string[] = [];
  const requested: string[] = [];
  const proxy = {answer: () => answerOf({order_id: 'order-1', order_state: 'WaitingForPayment'})};
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    requested.push(new URL(request.url).pathname);
    return proxy.answer();
  };
  const session = new CheckoutSession(host, {
    onChange: (checkout: Checkout, previous: Checkout) => steps.push(`${previous.step} > ${checkout.step}`),
    onTrackingError: (error: ApiError | undefined) => trackingErrors.push(error?.code ?? 'none'),
    onBackgroundOrder: ({id, state}) => steps.push(`${id} is ${state}`),
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
    proxy.answer = () => answerOf({order_id: 'order-1', order_state: state}, {status});
  };
  return {...given, host, session, steps, trackingErrors, requested, say, proxy};
}

/** Goes through the flow until there is an order. */
function buy({session}: ReturnType<typeof open>) {
  session.send({type: 'pick-brand', brand: quote.brand});
  session.send({type: 'accept-quote', quote});
  session.send({type: 'review-details', review});
  session.send({type: 'order-created', order: anOrder(), quote});
}

describe('a session', () => {
  it('begins at the brands where there is no order', async () => {
    const {session, requested, steps, clock} = open();
    session.begin({orderId: '', draft: {country: 'IT'}});
    await clock.pass(60 * second);
    expect(session.checkout.step).to.equal('brand');
    expect(session.checkout.draft.country).to.equal('IT');
    expect(requested).to.deep.equal([]);
    expect(steps).to.deep.equal([]);
  });

  it('begins at the order that the page names', async () => {
    const {session, clock, requested} = open();
    session.begin({orderId: 'order-1', draft: {}});
    expect(session.checkout.step).to.equal('payment');
    await clock.pass(0);
    expect(requested).to.deep.equal(['/api/v5/orders/order-1']);
    expect(orderOf(session.checkout)?.state).to.equal('WaitingForPayment');
  });

  it('follows an order from its creation to its end', async () => {
    const opened = open();
    const {session, clock, say, steps, requested} = opened;
    session.begin({orderId: '', draft: {}});
    buy(opened);
    await clock.pass(5 * second);
    say('Done');
    await clock.pass(5 * second);
    expect(session.checkout.step).to.equal('done');
    expect(steps.at(-1)).to.equal('payment > done');
    const before = requested.length;
    await clock.pass(600 * second);
    expect(requested).to.have.length(before);
  });
});

describe('the storage of a session', () => {
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
    expect(second.requested).to.deep.equal(['/api/v5/orders/order-1']);
  });

  it('is neither written nor read if the page wants nothing remembered', () => {
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
    it(`of an order that is over ends with ${type}, and so does its tracking`, async () => {
      const opened = open();
      const {session, storage, clock, requested, say} = opened;
      session.begin({orderId: '', draft: {}});
      buy(opened);
      await clock.pass(0);
      say('Canceled');
      await clock.pass(5 * second);
      session.send({type});
      expect(session.checkout.step).to.equal(type === 'quote-again' ? 'quote' : 'brand');
      expect(storage.items.size).to.equal(0);
      const before = requested.length;
      await clock.pass(600 * second);
      expect(requested).to.have.length(before);
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

describe('the order of an element with another preselection', () => {
  /** Makes an order in an element, then opens another element, as on another page of the shop. */
  async function visit(from: string, to: string, state = 'WaitingForPayment') {
    const first = open({brand: from});
    first.session.begin({orderId: '', draft: {}});
    buy(first);
    await first.clock.pass(5 * second);
    first.host.disconnect();
    const other = open({brand: to}, first);
    other.say(state);
    other.session.begin({orderId: '', draft: {}});
    await other.clock.pass(0);
    return other;
  }

  for (const [from, to] of [
    ['Voltaic', 'Larkstall'],
    ['', 'Larkstall'],
    ['Voltaic', ''],
  ] as const) {
    it(`is not opened, but can be: from '${from}' to '${to}'`, async () => {
      const {session, steps, clock, say} = await visit(from, to);
      expect(session.checkout.step).to.equal('brand');
      expect(session.backgroundOrder?.id).to.equal('order-1');
      say('Done');
      await clock.pass(60 * second);
      expect(session.backgroundOrder?.state).to.equal('Done');
      expect(steps, 'it is for the other element to report').to.deep.equal([]);
      session.reopen();
      await clock.pass(0);
      expect(steps).to.deep.equal(['brand > done', 'done > done']);
    });
  }

  it('is not shown once it is over', async () => {
    for (const state of ['Done', 'Canceled', 'Refunded']) {
      const {session, clock, requested} = await visit('Voltaic', 'Larkstall', state);
      expect(session.backgroundOrder).to.equal(undefined);
      const before = requested.length;
      await clock.pass(600 * second);
      expect(requested, 'nor read again').to.have.length(before);
    }
  });

  it('is forgotten by a page that starts anew', async () => {
    const first = open({brand: 'Voltaic'});
    first.session.begin({orderId: '', draft: {}});
    buy(first);
    first.session.forget();
    expect(first.storage.items.size).to.equal(0);
  });
});

describe('an order that is not as it was confirmed', () => {
  const priced = {coin: quote.coin, network: quote.network.name, address: 'A1'};

  /** Creates such an order, and answers the same to every read. */
  function order(change: Partial<Order>, given = fakeEnvironment()) {
    const made = anOrder({...priced, coinAmount: quote.coinAmount, ...change});
    const opened = open({}, given);
    const answer = () =>
      answerOf({
        order_id: made.id,
        order_state: made.state,
        coin: made.coin,
        network: made.network,
        coin_amount: made.coinAmount,
        wallet_address: made.address,
      });
    opened.proxy.answer = answer;
    opened.session.begin({orderId: '', draft: {}});
    opened.session.send({type: 'pick-brand', brand: quote.brand});
    opened.session.send({type: 'accept-quote', quote});
    opened.session.send({type: 'review-details', review});
    opened.session.send({type: 'order-created', order: made, quote});
    return {...opened, answer};
  }

  const changeOf = ({session: {checkout}}: Pick<ReturnType<typeof open>, 'session'>) =>
    checkout.step === 'payment' ? checkout.change?.type : checkout.step;

  for (const [name, change, type] of [
    ['in another coin', {coin: 'DOGE', network: 'Dogecoin', coinAmount: '1'}, 'other'],
    ['on another network', {network: 'Base'}, 'other'],
    ['for more than was confirmed', {coinAmount: '999'}, 'price'],
  ] as const) {
    it(`is so after a reload too, ${name}`, async () => {
      const first = order(change);
      expect(changeOf(first)).to.equal(type);
      first.host.disconnect();
      const again = open({}, first);
      again.proxy.answer = first.answer;
      again.session.begin({orderId: '', draft: {}});
      await again.clock.pass(0);
      expect(changeOf(again)).to.equal(type);
      await again.clock.pass(20 * second);
      expect(changeOf(again)).to.equal(type);
    });

    for (const isRemembering of [true, false])
      it(`is so when it is left and come back to, ${name}, ${isRemembering ? 'remembered' : 'in memory'}`, async () => {
        const {session, clock} = order(change, isRemembering ? fakeEnvironment() : forgetful());
        for (const leave of ['start-over', 'quote-again'] as const) {
          session.send({type: leave});
          await clock.pass(61 * second);
          session.reopen();
          expect(changeOf({session})).to.equal(type);
          await clock.pass(10 * second);
          expect(changeOf({session})).to.equal(type);
        }
      });

    it(`is so when it is left, ${name}, and come back to after a reload`, async () => {
      const first = order(change);
      first.session.send({type: 'start-over'});
      await first.clock.pass(0);
      first.host.disconnect();
      const again = open({}, first);
      again.proxy.answer = first.answer;
      again.session.begin({orderId: '', draft: {}});
      await again.clock.pass(61 * second);
      again.session.reopen();
      await again.clock.pass(second);
      expect(changeOf(again)).to.equal(type);
    });
  }

  it('is payable for the amount that was accepted, and for no more, after a reload too', async () => {
    const first = order({coinAmount: '999'});
    first.session.send({type: 'accept-price'});
    expect(changeOf(first)).to.equal(undefined);
    const again = open({}, first);
    again.proxy.answer = first.answer;
    again.session.begin({orderId: '', draft: {}});
    await again.clock.pass(0);
    expect(changeOf(again)).to.equal(undefined);
  });
});

/** An environment whose storage takes nothing. */
function forgetful(): ReturnType<typeof fakeEnvironment> {
  const given = fakeEnvironment();
  return {...given, environment: {...given.environment, storage: undefined}};
}

describe('an order that is left open', () => {
  /** Opens an order, lets it reach a state, and leaves it open in the background. */
  async function leave(state = 'WaitingForPayment', type: 'start-over' | 'quote-again' = 'start-over') {
    const opened = open();
    opened.session.begin({orderId: '', draft: {}});
    buy(opened);
    opened.say(state);
    await opened.clock.pass(5 * second);
    opened.session.send({type});
    await opened.clock.pass(0);
    return opened;
  }

  it('is remembered apart, and tracked slowly', async () => {
    const {session, storage, clock, requested} = await leave();
    expect(session.checkout.step).to.equal('brand');
    expect([...storage.items.keys()]).to.deep.equal([`cr-checkout:left:${proxyUrl}`]);
    expect(session.backgroundOrder?.state).to.equal('WaitingForPayment');
    const before = requested.length;
    await clock.pass(600 * second);
    expect(requested).to.have.length(before + 10);
  });

  it('is found again after a reload', async () => {
    const first = await leave();
    first.host.disconnect();
    const second_ = open({}, first);
    second_.session.begin({orderId: '', draft: {}});
    await second_.clock.pass(0);
    expect(second_.session.checkout.step).to.equal('brand');
    expect(second_.session.backgroundOrder?.id).to.equal('order-1');
  });

  it('is come back to, and then is the open one again', async () => {
    const {session, storage, clock, steps, say} = await leave();
    session.reopen();
    expect(steps.at(-1)).to.equal('brand > payment');
    expect(session.backgroundOrder).to.equal(undefined);
    expect([...storage.items.keys()]).to.deep.equal([`cr-checkout:open:${proxyUrl}`]);
    say('Done');
    await clock.pass(5 * second);
    expect(session.checkout.step).to.equal('done');
  });

  it('because it had expired is reported when a late payment revives it, without its codes', async () => {
    const {session, clock, proxy, steps} = await leave('Expired', 'quote-again');
    expect(session.checkout.step).to.equal('quote');
    const deliveries = [
      {delivery_state: 'Succeeded', deliverable: {brand_name: 'Tin Whistle', pin_code: 'SECRET'}},
    ];
    proxy.answer = () => answerOf({order_id: 'order-1', order_state: 'Done', deliveries});
    await clock.pass(60 * second);
    expect(steps.at(-1)).to.equal('order-1 is Done');
    expect(JSON.stringify(session.backgroundOrder)).to.contain('Tin Whistle').and.not.to.contain('SECRET');
    session.reopen();
    expect(session.checkout.step).to.equal('done');
    await clock.pass(0);
    expect(orderOf(session.checkout)?.deliveries[0]?.code).to.equal('SECRET');
  });

  for (const state of ['Canceled', 'PaymentFailed', 'Refunded']) {
    it(`is forgotten when it is ${state}`, async () => {
      const {session, clock, say, storage} = await leave();
      say(state);
      await clock.pass(60 * second);
      expect(session.backgroundOrder).to.equal(undefined);
      expect(storage.items.size).to.equal(0);
    });
  }

  it('is forgotten when the proxy does not know it, and by a page that starts anew', async () => {
    const first = await leave();
    first.say('x', 404);
    await first.clock.pass(300 * second);
    expect(first.session.backgroundOrder).to.equal(undefined);
    expect(first.trackingErrors).not.to.include('order_not_found');

    const second_ = await leave();
    second_.session.forget();
    expect(second_.session.backgroundOrder).to.equal(undefined);
    expect(second_.storage.items.size).to.equal(0);
  });

  it('is remembered per preselected brand', async () => {
    const first = open({brand: 'Voltaic'});
    first.session.begin({orderId: '', draft: {}});
    buy(first);
    await first.clock.pass(5 * second);
    first.session.send({type: 'start-over'});
    await first.clock.pass(0);
    first.host.disconnect();
    const again = open({brand: 'Voltaic'}, first);
    again.session.begin({orderId: '', draft: {}});
    await again.clock.pass(0);
    expect(again.steps).to.deep.equal(['order-1 is WaitingForPayment']);
    const neighbour = open({brand: 'Larkstall'}, first);
    neighbour.session.begin({orderId: '', draft: {}});
    await neighbour.clock.pass(0);
    expect(neighbour.session.backgroundOrder?.id).to.equal('order-1');
    expect(neighbour.steps, 'it is for the other to report').to.deep.equal([]);
  });

  it('is kept in memory only if the page wants nothing remembered', async () => {
    const opened = open({isRemembering: false});
    opened.session.begin({orderId: '', draft: {}});
    buy(opened);
    await opened.clock.pass(0);
    opened.session.send({type: 'start-over'});
    await opened.clock.pass(0);
    expect(opened.session.backgroundOrder?.id).to.equal('order-1');
    expect(opened.storage.items.size).to.equal(0);
  });
});

describe('the time of a session', () => {
  const hour = 3600 * second;

  for (const [what, off] of [
    ['ahead', hour],
    ['behind', -hour],
  ] as const) {
    it(`is the server’s, though the device is an hour ${what}`, async () => {
      const {session, clock, proxy} = open();
      proxy.answer = () => {
        const date = new Date(clock.time - off).toUTCString();
        return answerOf({order_id: 'order-1', order_state: 'WaitingForPayment'}, {headers: {date}});
      };
      expect(session.now()).to.equal(clock.time);
      session.begin({orderId: 'order-1', draft: {}});
      await clock.pass(60 * second);
      expect(Math.abs(session.now() - (clock.time - off))).to.be.below(second);
    });

    it(`is the server’s by heartbeat, though the device is an hour ${what}`, async () => {
      const {session, clock, streams} = open({fetch: undefined});
      session.begin({orderId: 'order-1', draft: {}});
      await clock.pass(0);
      streams[0]?.say('heartbeat', new Date(clock.time - off).toISOString());
      expect(session.now()).to.equal(clock.time - off);
    });

    it(`is that of an order which was just made, though the device is an hour ${what}`, () => {
      const {session, clock} = open();
      session.begin({orderId: '', draft: {}});
      session.send({type: 'accept-quote', quote});
      session.send({type: 'order-created', order: anOrder({createdAt: clock.time - off}), quote});
      expect(session.now()).to.equal(clock.time - off);
    });
  }
});

describe('what was delivered', () => {
  it('is gone from memory while the host is away, and read again when it is back', async () => {
    const {session, host, clock, proxy} = open();
    const deliveries = [
      {delivery_state: 'Succeeded', deliverable: {brand_name: 'Tin Whistle', pin_code: 'SECRET'}},
    ];
    proxy.answer = () => answerOf({order_id: 'order-1', order_state: 'Done', deliveries});
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    expect(JSON.stringify(session.checkout)).to.contain('SECRET');
    host.disconnect();
    expect(session.checkout.step).to.equal('done');
    expect(JSON.stringify(session.checkout)).not.to.contain('SECRET');
    host.connect();
    await clock.pass(0);
    expect(JSON.stringify(session.checkout)).to.contain('SECRET');
  });
});

describe('a tracking error of a session', () => {
  it('is reported once', async () => {
    const {session, clock, say, trackingErrors} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    say('x', 503);
    await clock.pass(30 * second);
    expect(trackingErrors.filter(code => code !== 'none')).to.deep.equal(['server_error']);
  });

  it('is over with the next change', async () => {
    const {session, clock, say, trackingErrors} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    say('x', 503);
    await clock.pass(10 * second);
    say('PaymentReceived');
    await clock.pass(10 * second);
    expect(trackingErrors).to.include('server_error');
    expect(trackingErrors.at(-1)).to.equal('none');
  });

  it('is over with the next response, even without a change', async () => {
    const {session, clock, say, trackingErrors} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    say('x', 503);
    await clock.pass(10 * second);
    say('WaitingForPayment');
    await clock.pass(10 * second);
    expect(trackingErrors).to.include('server_error');
    expect(trackingErrors.at(-1)).to.equal('none');
  });

  it('of an order that does not exist forgets it', async () => {
    const opened = open();
    const {session, clock, say, trackingErrors, storage, requested} = opened;
    session.begin({orderId: '', draft: {}});
    buy(opened);
    say('x', 404);
    await clock.pass(15 * second);
    expect(trackingErrors.at(-1)).to.equal('order_not_found');
    expect(storage.items.size).to.equal(0);
    const before = requested.length;
    await clock.pass(600 * second);
    expect(requested).to.have.length(before);
  });
});

describe('a session whose host leaves the page', () => {
  it('sends no more requests, and goes on when it is back', async () => {
    const {session, host, clock, requested, say} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    host.disconnect();
    const before = requested.length;
    await clock.pass(600 * second);
    expect(requested).to.have.length(before);
    say('Done');
    host.connect();
    await clock.pass(5 * second);
    expect(session.checkout.step).to.equal('done');
  });

  it('reports no tracking error when it is back', async () => {
    const {session, host, clock, trackingErrors} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    host.disconnect();
    host.connect();
    await clock.pass(5 * second);
    expect(trackingErrors.filter(code => code !== 'none')).to.deep.equal([]);
  });

  it('has a client that works when it is back', async () => {
    const {session, host} = open();
    session.begin({orderId: '', draft: {}});
    const before = session.api;
    host.disconnect();
    host.connect();
    expect(session.api).not.to.equal(before);
    expect((await session.api?.getOrder('order-1'))?.id).to.equal('order-1');
  });
});

describe('a session that is refreshed', () => {
  it('reads again, without a tracking error', async () => {
    const {session, clock, requested, trackingErrors} = open();
    session.begin({orderId: 'order-1', draft: {}});
    await clock.pass(0);
    session.refresh();
    await clock.pass(second);
    expect(requested).to.have.length(2);
    expect(trackingErrors.filter(code => code !== 'none')).to.deep.equal([]);
  });

  it('in the middle of a read reports no tracking error', async () => {
    const {session, clock, trackingErrors} = open();
    session.begin({orderId: 'order-1', draft: {}});
    session.refresh();
    await clock.pass(5 * second);
    expect(trackingErrors.filter(code => code !== 'none')).to.deep.equal([]);
    expect(orderOf(session.checkout)?.state).to.equal('WaitingForPayment');
  });
});

describe('the key of an order', () => {
  const done = {order_id: 'order-1', order_state: 'Done', payment_state: 'PaymentReceived'};
  const line = {delivery_state: 'Done', deliverable: {brand_name: 'Voltaic'}};
  const opened = {delivery_state: 'Done', deliverable: {brand_name: 'Voltaic', pin_code: 'C-1'}};

  /** Plays a proxy that opens what was delivered for `secret` alone. */
  function guarded(change: Partial<SessionOptions> = {}, given = fakeEnvironment()) {
    const keys: (string | null)[] = [];
    const fetch: Fetch = async (input, init) => {
      const key = new Request(input, init).headers.get('x-cr-order-key');
      keys.push(key);
      const isOpen = key === 'secret';
      return answerOf({
        ...done,
        deliveries: [isOpen ? opened : line],
        ...(isOpen ? {} : {delivered: 'withheld'}),
      });
    };
    return {...open({fetch, orderId: 'order-1', ...change}, given), keys, fetch};
  }
  const codeOf = ({session}: ReturnType<typeof open>) => orderOf(session.checkout)?.deliveries[0]?.code;
  const none = {needsClient: false, effect: {type: 'none'}} as const;

  it('is sent with every read, and remembered beside the handle', async () => {
    const given = fakeEnvironment();
    const one = guarded({orderId: ''}, given);
    one.session.send({type: 'pick-brand', brand: quote.brand});
    one.session.send({type: 'accept-quote', quote});
    one.session.send({type: 'order-created', order: anOrder({key: 'secret'}), quote});
    const stored = given.environment.storage?.getItem(`cr-checkout:open:${proxyUrl}`) ?? '';
    expect(JSON.parse(stored)).to.include({orderId: 'order-1', key: 'secret'});
    await given.clock.pass(2 * second);
    expect(one.keys).to.deep.equal(['secret']);
    expect(codeOf(one)).to.equal('C-1');
  });

  it('that comes late opens an order that is done already, by one read', async () => {
    const one = guarded();
    one.session.begin({orderId: 'order-1', draft: {}});
    await one.clock.pass(60 * second);
    expect(one.keys).to.deep.equal([null]);
    expect(codeOf(one)).to.equal(undefined);
    const options = {proxyUrl, subscribeUrl: '', isRemembering: true, fetch: one.fetch, orderId: 'order-1'};
    one.session.update({...options, orderKey: 'secret', environment: one.environment}, none);
    await one.clock.pass(600 * second);
    expect(one.keys).to.deep.equal([null, 'secret']);
    expect(codeOf(one)).to.equal('C-1');
  });

  it('that changes once the codes are there leads to no read', async () => {
    const one = guarded({orderKey: 'secret'});
    one.session.begin({orderId: 'order-1', draft: {}});
    await one.clock.pass(60 * second);
    const options = {proxyUrl, subscribeUrl: '', isRemembering: true, fetch: one.fetch, orderId: 'order-1'};
    one.session.update({...options, orderKey: 'other', environment: one.environment}, none);
    await one.clock.pass(600 * second);
    expect(one.keys).to.deep.equal(['secret']);
    expect(codeOf(one)).to.equal('C-1');
  });

  it('goes with an order that is left after a reload', async () => {
    const given = fakeEnvironment();
    given.environment.storage?.setItem(
      `cr-checkout:open:${proxyUrl}`,
      JSON.stringify({orderId: 'order-1', at: given.clock.time, key: 'secret'}),
    );
    const one = open({}, given);
    one.session.begin({orderId: '', draft: {}});
    await one.clock.pass(2 * second);
    one.session.send({type: 'start-over'});
    const stored = given.environment.storage?.getItem(`cr-checkout:left:${proxyUrl}`) ?? '{}';
    expect(JSON.parse(stored)).to.include({orderId: 'order-1', key: 'secret'});
  });
});

describe('the stream of a session', () => {
  const pageFetch = globalThis.fetch;
  before(() => {
    globalThis.fetch = async () => answerOf({order_id: 'order-1', order_state: 'WaitingForPayment'});
  });
  after(() => {
    globalThis.fetch = pageFetch;
  });

  async function streamed(change: Partial<SessionOptions>) {
    const opened = open({fetch: undefined, ...change});
    opened.session.begin({orderId: 'a/b', draft: {}});
    await opened.clock.pass(0);
    opened.host.disconnect();
    return opened.streams.map(stream => stream.url);
  }

  it('is at the proxy', async () => {
    expect(await streamed({proxyUrl: `${proxyUrl}/`})).to.deep.equal([
      'https://shop.example/api/v5/orders/a%2Fb/subscribe',
    ]);
  });

  it('is at the URL of the page’s template', async () => {
    const subscribeUrl = 'https://events.example/orders/{orderId}/subscribe?x=1';
    expect(await streamed({subscribeUrl})).to.deep.equal([
      'https://events.example/orders/a%2Fb/subscribe?x=1',
    ]);
  });

  it('is none if the page has a fetch of its own, which a stream would bypass', async () => {
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
