import {expect} from '@open-wc/testing';
import {
  fastSandbox,
  type Intercept,
  type OpenCheckout,
  openCheckout,
  until,
  walkTo,
} from './support/checkout.js';

/** Useless responses of a proxy, and the code that the page receives. */
const BAD_ANSWERS: Readonly<Record<string, {answer: () => Promise<Response> | Response; code: string}>> = {
  'a page of HTML': {answer: () => new Response('<!doctype html><h1>Hi</h1>'), code: 'response_invalid'},
  '404': {answer: () => new Response('{}', {status: 404}), code: 'not_found'},
  '500 in HTML': {answer: () => new Response('<h1>Oops</h1>', {status: 500}), code: 'server_error'},
  '429': {answer: () => new Response('{}', {status: 429}), code: 'rate_limited'},
  'JSON of another shape': {answer: () => Response.json({hello: ['world']}), code: 'response_invalid'},
  'JSON that breaks off': {answer: () => new Response('{"categories": [{'), code: 'response_invalid'},
  null: {answer: () => Response.json(null), code: 'response_invalid'},
  'no connection': {answer: () => Promise.reject(new TypeError('Failed to fetch')), code: 'network_error'},
};

const on =
  (path: string, answer: () => Promise<Response> | Response): Intercept =>
  request =>
    new URL(request.url).pathname.includes(path) ? answer() : undefined;

async function recover(checkout: OpenCheckout) {
  checkout.intercept = undefined;
  await checkout.press('retry');
}

for (const [name, {answer, code}] of Object.entries(BAD_ANSWERS)) {
  describe(`a proxy that answers ${name}`, () => {
    it('to the brands: says so, and a retry brings them', async () => {
      const checkout = await openCheckout({intercept: on('/v2/brands', answer)});
      expect((await checkout.text('error')).length).to.be.greaterThan(10);
      expect(checkout.codes()).to.deep.equal([code]);
      await recover(checkout);
      await checkout.part('brand');
    });

    it('to the products: says so, and a retry brings them', async () => {
      const checkout = await openCheckout({intercept: on('/v5/products', answer)});
      await checkout.press('brand', 'Voltaic');
      await checkout.part('error');
      expect(checkout.codes()).to.deep.equal([code]);
      await recover(checkout);
      await checkout.part('denomination');
    });

    it('to the payment methods: says so, and a retry brings them', async () => {
      const checkout = await openCheckout({intercept: on('/v3/payment_vias', answer)});
      await checkout.press('brand', 'Voltaic');
      await checkout.part('error');
      expect(checkout.codes()).to.deep.equal([code]);
      await recover(checkout);
      await checkout.part('coin');
    });

    it('to a price: says so, keeps the amount, and a retry brings the price', async () => {
      const checkout = await openCheckout({intercept: on('/v4/products/price', answer)});
      await checkout.press('brand', 'Larkstall');
      await checkout.type('amount', '30');
      await checkout.part('error');
      expect(checkout.codes()).to.deep.equal([code]);
      await recover(checkout);
      await checkout.part('total');
      expect((await checkout.part<HTMLInputElement>('amount')).value).to.equal('30');
    });

    it('to the validation: says so, keeps what was entered, and a retry goes on', async () => {
      const checkout = await openCheckout({intercept: on('/validations', answer)});
      await walkTo(checkout, 'details');
      await checkout.press('submit');
      await checkout.part('error');
      expect(checkout.codes()).to.deep.equal([code]);
      expect((await checkout.part<HTMLInputElement>('email')).value).to.equal('ana@example.com');
      await recover(checkout);
      await checkout.part('summary');
    });

    it('to the order: says that nothing is paid, and a retry carries the same key', async () => {
      const checkout = await openCheckout();
      await walkTo(checkout, 'review');
      checkout.intercept = request =>
        request.method === 'POST' && request.url.endsWith('/v5/orders') ? answer() : undefined;
      await checkout.press('submit');
      await checkout.part('error');
      expect(checkout.codes()).to.deep.equal([['404', '429'].includes(name) ? code : 'order_unconfirmed']);
      await recover(checkout);
      await checkout.step('payment');
      const keys = checkout.requests
        .filter(request => request.url.endsWith('/v5/orders'))
        .map(request => request.headers.get('idempotency-key'));
      expect(keys).to.have.length(2);
      expect(keys[0]).to.match(/^[\da-f]{32}$/);
      expect(new Set(keys)).to.have.property('size', 1);
      expect(checkout.sandbox.orders()).to.have.length(1);
    });
  });
}

describe('while an order is followed', () => {
  it('a proxy that goes away is reported once, the address stays, and tracking goes on by itself', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    checkout.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await checkout.part('notice');
    await until(() => checkout.requests.length > 12, 'a few more reads');
    expect(checkout.codes()).to.deep.equal(['network_error']);
    expect(checkout.parts('address')).to.have.length(1);
    checkout.intercept = undefined;
    checkout.sandbox.control(checkout.element.state.orderId ?? '', 'pay');
    await checkout.step('done');
  });

  it('an unknown order id says so and offers to start over', async () => {
    const checkout = await openCheckout({attributes: {'order-id': '00000000-0000-4000-8000-000000000000'}});
    expect(await checkout.text('error')).to.contain('does not exist');
    expect(checkout.codes()).to.deep.equal(['order_not_found']);
    await checkout.press('action');
    await walkTo(checkout, 'payment');
    expect(checkout.parts('error')).to.have.length(0);
  });

  it('an unknown order state shows as being checked, and tracking goes on', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    checkout.intercept = async request => {
      const order = (await (await checkout.sandbox(request)).json()) as object;
      return Response.json({...order, order_state: 'Meditating'});
    };
    await until(() => checkout.parts('heading')[0]?.textContent === 'Being checked', 'the words for it');
    expect(checkout.parts('qr')).to.have.length(0);
    expect(checkout.codes()).to.deep.equal(['order_state_unknown']);
    checkout.intercept = undefined;
    checkout.sandbox.control(checkout.element.state.orderId ?? '', 'pay');
    await checkout.step('done');
    expect(checkout.said.filter(event => event.type === 'cr-done')).to.have.length(1);
  });

  it('an order without payment details asks for nothing to be paid', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'review');
    checkout.intercept = async request => {
      if (!new URL(request.url).pathname.includes('/orders')) return undefined as never;
      const answer = (await (await checkout.sandbox(request)).json()) as object;
      return Response.json({...answer, wallet_address: null});
    };
    await checkout.press('submit');
    await checkout.step('payment');
    expect(await checkout.text('error')).to.contain('Do not pay anything yet');
    expect(checkout.parts('qr')).to.have.length(0);
  });
});

describe('a catalogue', () => {
  it('without brands says so, tells the page, and lets the buyer retry or change the country', async () => {
    const checkout = await openCheckout({attributes: {country: 'AQ'}});
    expect(await checkout.text('error')).to.contain('Nothing is on sale in Antarctica');
    expect(checkout.codes()).to.deep.equal(['catalogue_empty']);
    await checkout.type('country', 'IT');
    await checkout.part('brand');
  });

  it('whose brand has no products offers others', async () => {
    const checkout = await openCheckout();
    await checkout.type('search', 'everything');
    await checkout.press('brand', 'Everything Card');
    expect(await checkout.text('notice')).to.contain('Everything Card has nothing to sell');
    await checkout.press('action');
    await checkout.step('brand');
  });

  it('does not sell what is out of stock', async () => {
    const checkout = await openCheckout();
    await checkout.type('search', 'analog');
    await checkout.press('brand', 'Analog Attic');
    await checkout.element.updateComplete;
    expect(checkout.element.state.step).to.equal('brand');
  });
});

describe('problems that the API lists', () => {
  const PROBLEMS: Readonly<Record<string, {part: string; text: RegExp}>> = {
    kyc_missing: {part: 'error', text: /identity check/},
    out_of_stock: {part: 'error', text: /out of stock/},
    invalid_email_domain: {part: 'error', text: /provider is not accepted/},
    daily_spending_limit_exceeded: {part: 'error', text: /limit for today/},
  };

  for (const [local, {part, text}] of Object.entries(PROBLEMS)) {
    it(`${local} is said in plain words, and going on is possible`, async () => {
      const checkout = await openCheckout();
      await walkTo(checkout, 'details');
      await checkout.type('email', `${local}@sandbox.test`);
      await checkout.press('submit');
      expect(await checkout.text(part)).to.match(text);
      expect(checkout.codes()).to.deep.equal(['order_problems']);
      expect(checkout.sandbox.orders()).to.have.length(0);
      await checkout.type('email', 'ana@example.com');
      await checkout.press('submit');
      await checkout.part('summary');
    });
  }

  it('a full name is asked for only when the API wants it', async () => {
    const checkout = await openCheckout({attributes: {coin: 'USDT', network: 'Tron'}});
    await walkTo(checkout, 'details');
    expect(checkout.parts('name')).to.have.length(0);
    await checkout.press('submit');
    await checkout.type('name', 'Ana Lima');
    await checkout.press('submit');
    await checkout.part('summary');
  });

  it('a total that moved is shown as old and new, and asks again', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'review');
    let isMoved = false;
    checkout.intercept = async request => {
      if (!request.url.endsWith('/validations')) return undefined as never;
      isMoved = true;
      const answer = (await (await checkout.sandbox(request)).json()) as object;
      return Response.json({...answer, coin_amount: '99.99'});
    };
    await checkout.press('submit');
    await until(() => isMoved && checkout.parts('error').length > 0, 'the change to be said');
    expect(await checkout.text('error')).to.match(/changed from .* to 99\.99/);
    expect(checkout.sandbox.orders()).to.have.length(0);
  });
});

describe('a total that differs from the quote', () => {
  it('is the one that the buyer confirms, and both are said', async () => {
    const checkout = await openCheckout({attributes: {coin: 'BTC', network: 'Lightning'}});
    await walkTo(checkout, 'quote');
    const quoted = await checkout.text('total');
    await checkout.press('submit');
    await checkout.type('email', 'ana@example.com');
    await checkout.press('submit');
    await checkout.part('summary');
    const total = await checkout.text('total');
    expect(total).not.to.equal(quoted);
    expect(await checkout.text('notice'), 'calmly').to.contain(`from ${quoted} to ${total}`);
    expect(checkout.parts('error')).to.have.length(0);
    expect(await checkout.text('trail')).to.contain(total);
    expect(await checkout.text('submit')).to.contain(total);
  });

  it('by more than one percent is a warning', async () => {
    const checkout = await openCheckout({
      intercept: request =>
        request.url.endsWith('/validations')
          ? Response.json({coin_amount: '51.36', problems: []})
          : undefined,
    });
    await walkTo(checkout, 'review');
    expect(await checkout.text('error')).to.match(/from 50\.84\sUSDC to 51\.36\sUSDC/);
  });
});

describe('two elements on a page', () => {
  it('do not know each other', async () => {
    const sandbox = fastSandbox();
    const [one, two] = await Promise.all([openCheckout({sandbox}), openCheckout({sandbox})]);
    await walkTo(one, 'payment');
    await two.part('brand');
    expect(two.element.state.step).to.equal('brand');
    expect(two.said.map(event => event.type)).to.deep.equal(['cr-ready']);
  });
});
