import {expect} from '@open-wc/testing';

import {en} from '../../src/locales/en.js';
import {type OpenCheckout, openCheckout, shownTexts, until, walkTo} from './support/checkout.js';
import {expectNothingPayable, type Wire, wireDelivery, wireOrder} from './support/wire-order.js';

/** Opens on an order for 50.84 USDC; `set` changes what the API answers. */
async function openOn(change: Wire = {}, beforeCoins?: () => Promise<undefined>) {
  let body = wireOrder({deliveries: [wireDelivery({beneficiary_account: 'ana@example.com'})], ...change});
  const checkout = await openCheckout({
    attributes: {'order-id': 'order-1'},
    intercept: request => {
      if (request.url.includes('/v5/orders/')) return Response.json(body);
      return request.url.includes('payment_vias') ? beforeCoins?.() : undefined;
    },
  });
  await checkout.part('order-state');
  const set = (next: Wire) => {
    body = {...body, ...next};
    checkout.element.refresh();
  };
  return {checkout, set};
}

const plain = async (text: Promise<string>) => (await text).replace(/\s+/g, ' ');

/** Places an order that the API answers with another one than was confirmed. */
async function orderAnswered(change: (order: Wire) => Wire): Promise<OpenCheckout> {
  const checkout = await openCheckout();
  await walkTo(checkout, 'review');
  let answer: Wire | undefined;
  const create = async (request: Request) => {
    const made = (await (await checkout.sandbox(request)).json()) as Wire;
    answer = {...made, ...change(made)};
    return Response.json(answer);
  };
  checkout.intercept = request => {
    if (!/\/v5\/orders\/?[^/]*$/.test(request.url) || request.url.includes('validat')) return undefined;
    return request.method === 'POST' ? create(request) : answer && Response.json(answer);
  };
  await checkout.press('submit');
  return checkout;
}

describe('an order that is not as it was confirmed', () => {
  it('shows both amounts and a choice before anything payable where it costs more', async () => {
    let confirmed = '';
    const checkout = await orderAnswered(({coin_amount}) => {
      confirmed = String(coin_amount);
      return {coin_amount: String(Number(coin_amount) * 10), qr_text: undefined};
    });
    const text = await plain(checkout.text('price-change'));
    expect(text).to.contain(confirmed);
    expect(text).to.contain(String(Number(confirmed) * 10));
    expectNothingPayable(checkout);
    expect(checkout.parts('new-quote')).to.have.length(1);
    expect(checkout.codes(), 'a price is a choice, no error').not.to.include('order_changed');
    await checkout.press('accept-price');
    await until(() => checkout.parts('price-change').length === 0, 'the choice to go');
  });

  it('leads back to a new quote', async () => {
    const checkout = await orderAnswered(({coin_amount}) => ({coin_amount: String(Number(coin_amount) * 2)}));
    await checkout.press('new-quote');
    await checkout.step('quote');
  });

  it('is never payable in another coin, and says so once', async () => {
    const checkout = await orderAnswered(() => ({coin: 'DOGE', network: 'Dogecoin'}));
    expect(await checkout.text('price-change')).to.contain(en.errors.order_changed);
    expectNothingPayable(checkout);
    expect(checkout.parts('accept-price')).to.have.length(0);
    checkout.element.refresh();
    await checkout.part('price-change');
    expect(checkout.codes().filter(code => code === 'order_changed')).to.have.length(1);
  });
});

describe('an order whose address changes while on screen', () => {
  it('is payable only once read again, and explained', async () => {
    const {checkout, set} = await openOn();
    await checkout.part('acknowledge');
    set({wallet_address: '9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM'});
    await until(() => checkout.codes().includes('order_changed'), 'the change to be found');
    checkout.element.refresh();
    await checkout.part('acknowledge');
    expect(checkout.parts('notice').map(part => part.textContent?.trim())).to.include(
      en.payment.detailsChanged,
    );
    expect(checkout.codes().filter(code => code === 'order_changed')).to.have.length(1);
  });
});

describe('an order whose money does not fit its state', () => {
  it('says whose it is before it is paid', async () => {
    const {checkout} = await openOn();
    await checkout.part('acknowledge');
    expect(checkout.parts('notice').map(part => part.textContent?.trim())).to.include(
      'This order is for ana@example.com.',
    );
  });

  for (const [name, change, text] of [
    ['too much arrived', {sent_coin_amount: '76.26'}, '25.42 USDC more than asked'],
    [
      'a payment was seen late',
      {order_state: 'Expired', payment_state: 'PaymentReceived'},
      en.payment.lateSeen,
    ],
    [
      'it failed although paid',
      {order_state: 'PaymentFailed', sent_coin_amount: '50.84'},
      en.payment.paidAndEnded,
    ],
    [
      'it was cancelled although paid',
      {order_state: 'Canceled', sent_coin_amount: '50.84'},
      en.payment.paidAndEnded,
    ],
    ['it was never set up', {order_state: 'PaymentSetupFailed'}, en.payment.setupFailed],
    [
      'a part came and the time ran out',
      {order_state: 'Expired', payment_state: 'Expired', sent_coin_amount: '20'},
      '20 USDC arrived before the time ran out, 30.84 USDC is missing.',
    ],
    [
      'less is missing than can be sent',
      {sent_coin_amount: '50.839999'},
      'The missing 0.000001 USDC is less than the network can send. Contact support.',
    ],
  ] as const) {
    it(`says what becomes of it where ${name}, and asks for nothing`, async () => {
      const {checkout} = await openOn(change);
      expect(await plain(checkout.text('order-state'))).to.contain(text);
      expect(await checkout.text('heading')).not.to.match(/^Send/);
      expectNothingPayable(checkout);
    });
  }

  it('rounds up to what the coin can send, and says so', async () => {
    const {checkout} = await openOn({coin_amount: '50.8412345'});
    const isRounded = () => checkout.parts('heading')[0]?.textContent?.includes('50.841235') ?? false;
    await until(isRounded, 'the places of the coin');
    expect(await plain(checkout.text('heading'))).to.equal('Send 50.841235 USDC');
    const step = (await checkout.part('heading')).getRootNode() as ShadowRoot;
    expect(step.textContent).to.contain(en.payment.rounded);
  });

  it('names no amount before the places of the coin are known', async () => {
    const shown: string[] = [];
    const {checkout} = await openOn({coin_amount: '50.8412345'}, async () => {
      await new Promise(resolve => setTimeout(resolve, 200));
      return undefined;
    });
    const step = (await checkout.part('heading')).getRootNode() as ShadowRoot;
    const end = performance.now() + 4000;
    while (!shown.at(-1)?.includes('50.841235') && performance.now() < end) {
      shown.push(step.querySelector('h2')?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect([...new Set(shown)]).to.deep.equal([en.payment.states.waiting.heading, 'Send 50.841235 USDC']);
  });

  it('on an EVM network links to its transaction although there is no quote', async () => {
    const transaction = `0x${'ab'.repeat(32)}`;
    const {checkout} = await openOn({
      network: 'Base',
      order_state: 'PaymentStarted',
      transaction_id: transaction,
    });
    const link = await checkout.part<HTMLAnchorElement>('explorer');
    expect(link.href).to.equal(`https://basescan.org/tx/${transaction}`);
  });

  it('on Lightning names one sum, in satoshi too: an invoice is paid as a whole', async () => {
    const checkout = await openCheckout({attributes: {coin: 'BTC', network: 'Lightning'}});
    await walkTo(checkout, 'payment');
    const part = async (request: Request) => {
      const order = (await (await checkout.sandbox(request)).json()) as Wire;
      return Response.json({...order, sent_coin_amount: '0.00000001'});
    };
    let reads = 0;
    checkout.intercept = request => {
      if (request.method !== 'GET' || !request.url.includes('/v5/orders/')) return undefined;
      reads += 1;
      return part(request);
    };
    checkout.element.refresh();
    await until(() => reads > 1, 'the part that has arrived');
    const amount = (await checkout.text('coin-amount')).replace(/ BTC$/, '');
    const shown = shownTexts(checkout.element).map(({data}) => data);
    const sums = shown.flatMap(data => data.match(/0\.\d+/g) ?? []);
    expect([...new Set(sums)]).to.deep.equal([amount]);
    expect(shown.join(' ')).to.contain(`${Number(amount.replace('.', ''))} sat`);
  });

  it('links to the transaction and counts confirmations once it is seen', async () => {
    const transaction = '5'.repeat(88);
    const {checkout} = await openOn({
      order_state: 'PaymentStarted',
      transaction_id: transaction,
      confirmations: 1,
      required_confirmations: 3,
    });
    const link = await checkout.part<HTMLAnchorElement>('explorer');
    expect(link.href).to.equal(`https://solscan.io/tx/${transaction}`);
    expect(link.parentElement?.textContent).to.contain('1 of 3 confirmations');
  });
});
