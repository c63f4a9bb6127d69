/** Tests faults that buyers of other checkouts have reported, each with one input and what is right then. */
import {expect} from '@open-wc/testing';

import {en} from '../../src/locales/en.js';
import {acknowledge, type OpenCheckout, openCheckout, shownTexts, until, walkTo} from './support/checkout.js';
import {expectNothingPayable, SOLANA, type Wire, wireOrder} from './support/wire-order.js';

const RIPPLE = 'rPEPPER7kfTD9w2To4CQk6UCfuHM9c6GDY';
const TON = 'UQDYzZmfsrGzhObKJUw4gzdeIxEai3jAFbiGKGwxvxHinf4K';
const XRP = {
  coin: 'XRP',
  network: 'XRP Ledger',
  wallet_address: RIPPLE,
  qr_text: RIPPLE,
  coin_amount: '21.5',
};

/** Opens on an order for 50.84 USDC, changed as the API may answer it. */
async function openOn(change: Wire = {}): Promise<OpenCheckout> {
  const body = wireOrder({order_id: 'x', qr_text: SOLANA, ...change});
  const checkout = await openCheckout({
    attributes: {'order-id': 'x', 'no-resume': ''},
    intercept: request => (request.url.includes('/v5/orders/') ? Response.json(body) : undefined),
  });
  await checkout.part('heading');
  await until(() => checkout.element.state.orderState !== undefined, 'the order');
  return checkout;
}

const textOf = ({element}: OpenCheckout) =>
  shownTexts(element)
    .map(({data}) => data)
    .join(' ');

/** Types a transaction's id, and returns the link to support. */
async function support(checkout: OpenCheckout, typed: string): Promise<string> {
  await checkout.type('transaction', typed);
  return (await checkout.part<HTMLAnchorElement>('support')).href;
}

describe('an id of a transaction', () => {
  const hash = `0x${'ab'.repeat(32)}`;
  const signature =
    '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW';

  it('of the other network, which it was sent on, is accepted and in the link', async () => {
    const checkout = await openOn();
    await acknowledge(checkout);
    await checkout.press('report');
    expect(await support(checkout, hash)).to.contain(hash);
    expect(checkout.parts('error')).to.have.length(0);
  });

  it('is found in an explorer’s link, and what is none is passed on', async () => {
    const checkout = await openOn({order_state: 'Expired'});
    expect(await support(checkout, `https://solscan.io/tx/${signature}`)).to.match(
      new RegExp(`=${signature}$`),
    );
    expect(await support(checkout, 'I paid at noon')).to.contain('I%20paid%20at%20noon');
  });

  it('without its 0x is one', async () => {
    const checkout = await openOn({order_state: 'Expired', network: 'Base'});
    expect(await support(checkout, hash.slice(2))).to.contain(hash);
  });
});

describe('a payment that needs a tag', () => {
  for (const [name, change, tag] of [
    ['in the payment text', {...XRP, qr_text: `${RIPPLE}?dt=495`}, '495'],
    ['in a field', {...XRP, destination_tag: 495}, '495'],
    ['in an object', {...XRP, payment_instructions: {memo: '18446744073709551615'}}, '18446744073709551615'],
  ] as const)
    it(`shows it ${name}`, async () => {
      const checkout = await openOn(change);
      await acknowledge(checkout);
      expect(await checkout.text('memo')).to.equal(tag);
      expect(await checkout.text('address')).to.equal(RIPPLE);
    });

  for (const [name, change] of [
    [
      'that is in a text for another amount',
      {
        coin: 'GRAM',
        network: 'Ton',
        wallet_address: TON,
        coin_amount: '12.5',
        qr_text: `ton://transfer/${TON}?amount=12500000001&text=4711`,
      },
    ],
    ['that is said in two ways', {...XRP, qr_text: `${RIPPLE}?dt=495`, destination_tag: 494}],
    ['that is missing', {...XRP, requires_memo: 'true'}],
    ['that cannot be seen', {...XRP, memo: '\u200b'}],
  ] as const)
    it(`is not asked for, ${name}`, async () => {
      const checkout = await openOn(change);
      await until(() => checkout.codes().includes('payment_unverified'), 'the error');
      expectNothingPayable(checkout);
    });
});

describe('an order', () => {
  const inHalfAnHour = () => new Date(Date.now() + 30 * 60_000);

  for (const [name, expiry] of [
    ['without a zone', () => inHalfAnHour().toISOString().slice(0, 19)],
    ['in milliseconds', () => inHalfAnHour().getTime()],
    ['in the year 5000', () => 95_617_584_000],
  ] as const)
    it(`that expires at a time ${name} is payable for thirty minutes`, async () => {
      const checkout = await openOn({expires_at: expiry()});
      await acknowledge(checkout);
      const {shadowRoot} = await checkout.part('countdown');
      expect(shadowRoot?.textContent?.trim()).to.match(/^(29:\d\d|30:00)/);
      expect(checkout.parts('qr')).to.have.length(1);
    });

  it('that is created years from now counts no time', async () => {
    const checkout = await openOn({created_at: Math.floor(Date.now() / 1000) + 9e8});
    await acknowledge(checkout);
    expect(checkout.parts('countdown')).to.have.length(0);
  });

  it('of which a rest is missing that no wallet can send asks for nothing', async () => {
    const checkout = await openOn({
      coin: 'BTC',
      network: 'Mainnet',
      wallet_address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      qr_text: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      coin_amount: '0.00032833',
      sent_coin_amount: '0.00032733',
    });
    await checkout.part('support');
    expectNothingPayable(checkout);
    expect(textOf(checkout)).to.contain('less than the network can send');
  });

  it('of which a part was seen says so, and keeps its address', async () => {
    const checkout = await openOn({order_state: 'PartialPaymentStarted'});
    await acknowledge(checkout);
    expect(textOf(checkout)).to.contain(en.payment.partSeen);
  });

  it('that names no network is not payable', async () => {
    const checkout = await openOn({network: null});
    expect(textOf(checkout)).to.contain(en.payment.incomplete);
    expectNothingPayable(checkout);
  });

  for (const payment_state of ['PAYMENT_RECEIVED', 'paymentReceived'])
    it(`whose payment is ${payment_state} asks for nothing`, async () => {
      const checkout = await openOn({payment_state});
      expectNothingPayable(checkout);
      expect(await checkout.text('heading')).to.equal(en.payment.states.paid.heading);
    });
});

describe('what a buyer types', () => {
  it('is a name of two letters, in any script, once the API asks for it', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    await checkout.type('email', 'fullname_missing@sandbox.test');
    await checkout.press('submit');
    await checkout.type('name', '王伟');
    const before = checkout.requests.length;
    await checkout.press('submit');
    await until(() => checkout.requests.length > before, 'the request');
    const body = (await checkout.requests.at(-1)?.json()) as {user: Wire};
    expect(body.user.full_name).to.equal('王伟');
  });

  it('is an address of an international domain, sent in ASCII', async () => {
    const checkout = await openCheckout({attributes: {email: 'ana@münchen.example'}});
    await walkTo(checkout, 'quote');
    await checkout.press('submit');
    await checkout.step('details');
    await checkout.press('submit');
    await checkout.part('summary');
    const sent = checkout.requests.filter(({url}) => url.endsWith('/validations')).at(-1);
    const body = (await sent?.json()) as Wire | undefined;
    expect(body?.email).to.equal('ana@xn--mnchen-3ya.example');
  });

  it('into a refund address, wrong and then right, leaves the section open', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    await checkout.type('refund-address', `${SOLANA.slice(0, -1)}0`);
    await checkout.press('submit');
    await checkout.part('error');
    const section = () => checkout.parts('refund-address')[0]?.closest('details')?.open;
    for (const typed of [SOLANA.slice(0, -1), SOLANA]) {
      await checkout.type('refund-address', typed);
      expect(section(), typed).to.equal(true);
    }
    expect((await checkout.part<HTMLInputElement>('refund-address')).value).to.equal(SOLANA);
  });
});
