import {expect, fixture, html} from '@open-wc/testing';

import {CrCountdown} from '../../src/elements/widgets/cr-countdown.js';
import {en} from '../../src/locales/en.js';
import {acknowledge, type OpenCheckout, openCheckout, until} from './support/checkout.js';

const ADDRESS = 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9';
const HASH = 'ab'.repeat(32);

type Wire = Readonly<Record<string, unknown>>;

const seconds = (from = 0) => Math.floor(Date.now() / 1000) + from;

/** Opens on an order for half a litecoin, with what a test wants different; `set` changes it afterwards. */
async function openOn(
  change: Wire = {},
  attributes: Readonly<Record<string, string>> = {},
  shown = 'order-state',
) {
  let body: Wire = {
    order_id: 'order-1.signature',
    order_state: 'WaitingForPayment',
    payment_state: 'WalletCreated',
    coin: 'LTC',
    network: 'Mainnet',
    coin_amount: '0.50',
    wallet_address: ADDRESS,
    created_at: seconds(),
    ...change,
  };
  const checkout = await openCheckout({
    attributes: {'order-id': 'order-1.signature', ...attributes},
    intercept: request => (request.url.includes('/v5/orders/') ? Response.json(body) : undefined),
  });
  await checkout.part(shown);
  const set = (next: Wire) => {
    body = {...body, ...next};
  };
  return {checkout, set};
}

const values = ({parts}: OpenCheckout) =>
  parts('copy').map(button => (button.getRootNode() as ShadowRoot).host as HTMLElement & {value: string});

const drawn = async ({part}: OpenCheckout) => (await part<HTMLElement & {text: string}>('qr')).text;

describe('the payment step', () => {
  it('copies coin, network, amount, address, contract and comment, each bare', async () => {
    const {checkout} = await openOn({
      coin: 'USDC',
      network: 'Base',
      coin_amount: '50.84',
      wallet_address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      memo: '7-a',
    });
    await acknowledge(checkout);
    expect(values(checkout).map(({value}) => value)).to.have.members([
      '50.84',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '7-a',
      'USDC',
      'Base',
      '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
    ]);
  });

  it('shows neither code nor address before the network is acknowledged, and asks once', async () => {
    const {checkout} = await openOn({
      coin: 'USDC',
      network: 'Solana',
      coin_amount: '50.84',
      wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
    });
    expect(await checkout.text('acknowledge')).to.equal('I will send USDC on Solana');
    for (const part of ['qr', 'address', 'open-wallet']) expect(checkout.parts(part), part).to.have.length(0);
    expect(await checkout.text('coin-amount')).to.contain('50.84');
    await acknowledge(checkout);
    await checkout.press('report');
    expect(checkout.parts('address')).to.have.length(0);
    await checkout.press('report');
    await checkout.part('address');
    expect(checkout.parts('acknowledge')).to.have.length(0);
  });

  it('asks nothing of a coin that has one network', async () => {
    const {checkout} = await openOn();
    await checkout.part('address');
    expect(checkout.parts('acknowledge')).to.have.length(0);
  });

  it('shows the payment although the list of coins cannot be read, and asks for the network then', async () => {
    const {checkout} = await openOn();
    checkout.intercept = request =>
      request.url.includes('payment_vias')
        ? new Response(null, {status: 500})
        : Response.json({
            order_id: 'order-1.signature',
            order_state: 'WaitingForPayment',
            coin: 'LTC',
            network: 'Mainnet',
            coin_amount: '0.5',
            wallet_address: ADDRESS,
          });
    checkout.element.refresh();
    await checkout.part('acknowledge');
    await acknowledge(checkout);
    expect(await drawn(checkout)).to.equal(`litecoin:${ADDRESS}?amount=0.5`);
  });

  it('draws what the buyer chooses: link, address, or the address and a word about exchanges', async () => {
    const {checkout} = await openOn();
    expect(await drawn(checkout)).to.equal(`litecoin:${ADDRESS}?amount=0.5`);
    await checkout.press('qr-form', en.payment.forms.address);
    await until(() => checkout.parts('qr')[0]?.getAttribute('label') !== null, 'the code');
    expect(await drawn(checkout)).to.equal(ADDRESS);
    await checkout.press('qr-form', en.payment.forms.exchange);
    expect(await drawn(checkout)).to.equal(ADDRESS);
    const step = checkout.parts('qr')[0]?.getRootNode() as ShadowRoot;
    await until(() => step.textContent?.includes('0.50\u00a0LTC arrives here') ?? false, 'the fee');
  });

  it('takes code and address away the moment the payment is seen', async () => {
    const {checkout, set} = await openOn();
    await checkout.part('qr');
    set({order_state: 'PaymentStarted'});
    await until(() => checkout.parts('qr').length === 0, 'the code to go');
    for (const part of ['address', 'open-wallet', 'copy', 'countdown'])
      expect(checkout.parts(part), part).to.have.length(0);
  });

  it('at the end of the time takes them away too, says not to pay, and goes on tracking', async () => {
    const {checkout, set} = await openOn({created_at: seconds(-1797)});
    await checkout.part('address');
    expect(await checkout.text('heading')).to.match(/^Send 0\.50\sLTC$/);
    await until(() => checkout.parts('error').length > 0, 'the end of the time');
    expect(await checkout.text('error')).to.contain('Don’t send anything');
    expect(await checkout.text('heading'), 'nothing asks for money now').to.equal(
      'The time to pay has run out',
    );
    for (const part of ['qr', 'address']) expect(checkout.parts(part), part).to.have.length(0);
    set({order_state: 'PaymentReceived'});
    await until(() => checkout.element.state.orderState === 'PaymentReceived', 'the payment');
    expect(await checkout.text('heading')).to.equal('Payment received');
  });

  for (const [what, change] of Object.entries({
    'no address': {wallet_address: null},
    'no amount': {coin_amount: '0.00'},
  })) {
    it(`of an order with ${what} asks for no money`, async () => {
      const {checkout} = await openOn(change, {}, 'error');
      expect(await checkout.text('error')).to.contain('Do not pay anything yet');
      expect(await checkout.text('heading')).to.equal('Waiting for your payment');
      for (const part of ['qr', 'coin-amount', 'open-wallet'])
        expect(checkout.parts(part), part).to.have.length(0);
    });
  }

  it('of an address that fails its checks asks for no money, also after it was read again', async () => {
    const {checkout, set} = await openOn({wallet_address: ADDRESS.replace('qw', 'qq')}, {}, 'error');
    expect(await checkout.text('error')).to.contain('Do not pay');
    expect(await checkout.text('heading')).to.equal('Being checked');
    expect(checkout.codes()).to.deep.equal(['payment_unverified']);
    expect(checkout.parts('order-state'), 'it waits for a payment that it asks not to make').to.have.length(
      0,
    );
    set({payment_state: 'PaymentRequested'});
    await until(() => checkout.element.state.paymentState === 'PaymentRequested', 'the next reading');
    await checkout.element.updateComplete;
    expect(await checkout.text('heading')).to.equal('Being checked');
    set({wallet_address: ADDRESS});
    await checkout.press('retry');
    await checkout.part('address');
    expect(await checkout.text('heading')).to.match(/^Send/);
  });

  it('of an order whose time has long run out does not ask for money at first either', async () => {
    const {checkout} = await openOn({created_at: seconds(-3600)}, {}, 'error');
    expect(await checkout.text('heading')).to.equal('The time to pay has run out');
    expect(await checkout.text('error')).to.contain('Don’t send anything');
  });
});

describe('the payment on a phone in the hand', () => {
  const {matchMedia} = window;
  beforeEach(() => {
    window.matchMedia = query => ({...matchMedia(query), matches: query === '(pointer: coarse)'});
  });
  afterEach(() => {
    window.matchMedia = matchMedia;
  });

  it('offers the wallet first, right under the amount, and the code closed below the address', async () => {
    const {checkout} = await openOn();
    const [amount, link, address, code] = await Promise.all(
      ['coin-amount', 'open-wallet', 'address', 'qr'].map(name => checkout.part(name)),
    );
    expect(link?.classList.contains('primary')).to.equal(true);
    for (const [before, after] of [
      [amount, link],
      [link, address],
      [address, code],
    ] as const)
      expect(before?.compareDocumentPosition(after as Node)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(code?.closest('details')).not.to.equal(null);
  });

  it('says what to do where the wallet did not open', async () => {
    const {checkout} = await openOn();
    const link = await checkout.part<HTMLAnchorElement>('open-wallet');
    const said = () => link.nextElementSibling?.textContent?.trim();
    expect(link.nextElementSibling?.getAttribute('role')).to.equal('status');
    expect(said()).to.equal('');
    link.addEventListener('click', event => event.preventDefault());
    link.click();
    await until(() => said() === en.payment.noWallet, 'the hint');
  });

  it('shows the code of a payment that no link can open', async () => {
    const {checkout} = await openOn({qr_text: `litecoin:${ADDRESS}?amount=1`});
    expect((await checkout.part('qr')).closest('details')).to.equal(null);
    expect(checkout.parts('open-wallet')).to.have.length(0);
    expect(await checkout.text('notice'), 'a doubted text is a notice').to.equal(
      en.errors.payment_uri_mismatch,
    );
  });
});

describe('a buyer who says that the payment was sent', () => {
  it('is answered, although there is nothing new', async () => {
    const {checkout} = await openOn();
    const button = await checkout.part('submit');
    const answer = () => button.parentElement?.querySelector('[role=status]')?.textContent;
    expect(answer()).to.equal('');
    button.click();
    await until(() => answer() === 'Checking…', 'the check');
    await until(() => answer() === en.payment.unseen, 'the answer');
  });
});

describe('the face of an order', () => {
  for (const [state, tone] of [
    ['PaymentStarted', 'calm'],
    ['WaitingForManualAction', 'calm'],
    ['PaymentReceived', 'good'],
    ['Expired', 'bad'],
    ['PaymentFailed', 'bad'],
  ] as const) {
    it(`in the state ${state} is ${tone}`, async () => {
      const {checkout} = await openOn({order_state: state});
      expect([...(await checkout.part('glyph')).classList]).to.deep.equal(['glyph', tone]);
    });
  }
});

describe('a payment that is not as asked', () => {
  it('of too little shows what is missing, and asks for exactly that', async () => {
    const {checkout} = await openOn({sent_coin_amount: '0.2'});
    const text = await checkout.text('order-state');
    expect(text).to.contain('0.2 LTC has arrived').and.to.contain('0.3 LTC');
    await checkout.part('address');
    expect(await checkout.text('received')).to.equal('0.2 of 0.50 LTC received');
    expect((await checkout.part('support')).closest('details')?.open, 'help is closed').to.equal(false);
    expect(await checkout.text('coin-amount')).to.equal('0.3 LTC');
    expect(await checkout.text('heading')).to.contain('0.3 LTC');
    expect(await drawn(checkout)).to.equal(`litecoin:${ADDRESS}?amount=0.3`);
    await checkout.part('support');
  });

  const said: readonly (readonly [string, Wire, string])[] = [
    ['too much', {order_state: 'PaymentReceived', sent_coin_amount: '0.6'}, '0.1 LTC more than asked'],
    ['late', {order_state: 'Expired', sent_coin_amount: '0.5'}, 'after the time had run out'],
    ['in review', {order_state: 'WaitingForManualAction'}, 'up to 24 hours'],
    ['expired', {order_state: 'Expired'}, 'late payments are still detected'],
  ];
  for (const [what, change, words] of said) {
    it(`${what} says so calmly, with what support needs`, async () => {
      const {checkout} = await openOn(change);
      expect(await checkout.text('order-state')).to.contain(words);
      const step = (await checkout.part('support')).getRootNode() as ShadowRoot;
      const facts = [...step.querySelectorAll('dd')].map(({textContent}) => textContent);
      expect(facts).to.deep.equal(['order-1', 'LTC', 'Mainnet']);
      expect(checkout.parts('address')).to.have.length(0);
    });
  }

  it('too much is said where the order is delivered, too', async () => {
    const deliveries = [{delivery_state: 'Done', deliverable: {brand_name: 'Voltaic', pin_code: 'A-1'}}];
    const {checkout} = await openOn(
      {order_state: 'Done', sent_coin_amount: '0.6', deliveries},
      {},
      'receipt',
    );
    expect(await checkout.text('notice')).to.contain('0.1 LTC more than asked');
    expect((await checkout.part('support')).getAttribute('href')).to.contain('order-1');
  });

  it('in another coin is reported by the buyer, who can take it back', async () => {
    const {checkout} = await openOn();
    await checkout.part('address');
    await checkout.press('report');
    expect(await checkout.text('order-state')).to.contain('Don’t send anything more');
    expect(await checkout.text('heading')).to.equal('Another coin or network');
    expect(checkout.parts('qr')).to.have.length(0);
    await checkout.press('report');
    await checkout.part('qr');
    expect(await checkout.text('heading')).to.match(/^Send/);
  });
});

describe('the way to support', () => {
  const open = (url: string) => openOn({order_state: 'Expired'}, url ? {'support-url': url} : {});
  const href = async ({part}: OpenCheckout) => (await part('support')).getAttribute('href');

  it('carries the order, without the signature that opens it, and what is typed as a transaction, marked if it can be none', async () => {
    const {checkout} = await open('https://help.example/form?topic=payment');
    expect(await href(checkout)).to.equal('https://help.example/form?topic=payment&order=order-1');
    await checkout.type('transaction', 'no hash');
    await until(() => checkout.parts('error').length === 1, 'a word about it');
    expect(await href(checkout)).to.equal(
      'https://help.example/form?topic=payment&order=order-1&transaction=no%20hash',
    );
    await checkout.type('transaction', ` ${HASH} `);
    await until(() => checkout.parts('error').length === 0, 'nothing wrong');
    expect(await href(checkout)).to.equal(
      `https://help.example/form?topic=payment&order=order-1&transaction=${HASH}`,
    );
  });

  it('by e-mail carries them as subject and body', async () => {
    const {checkout} = await open('mailto:help+shop@example.com');
    await checkout.type('transaction', HASH);
    await until(() => checkout.parts('error').length === 0, 'nothing wrong');
    expect(await href(checkout)).to.equal(`mailto:help+shop@example.com?subject=order-1&body=${HASH}`);
  });
});

describe('the countdown', () => {
  if (!customElements.get('test-countdown'))
    customElements.define('test-countdown', class extends CrCountdown {});

  it('says the time at falling intervals and after a sleep, and its end once', async () => {
    let now = 0;
    const announced: string[] = [];
    const countdown = document.createElement('test-countdown') as CrCountdown;
    Object.assign(countdown, {deadline: 1_801_000, now: () => now, messages: en});
    const host = await fixture(html`<div>${countdown}</div>`);
    let said: string | undefined = '';
    host.addEventListener('cr-time-up', () => announced.push('up'));
    const look = async (left: number) => {
      now = 1_801_000 - left * 1000;
      document.dispatchEvent(new Event('visibilitychange'));
      await countdown.updateComplete;
      const region = countdown.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
      if (region && region !== said) announced.push(region);
      said = region;
    };
    for (const left of [1801, 1800, 1799, 900, 899, 600, 300, 120, 119, 60, 30, 29, 0, -5]) await look(left);
    expect(announced).to.deep.equal([
      '30 minutes left to pay',
      '15 minutes left to pay',
      '10 minutes left to pay',
      '5 minutes left to pay',
      '2 minutes left to pay',
      '1 minute left to pay',
      '30 seconds left to pay',
      'up',
    ]);
    announced.length = 0;
    await look(1801);
    await look(200);
    globalThis.dispatchEvent(new Event('pageshow'));
    expect(announced).to.deep.equal(['4 minutes left to pay']);
    const timer = countdown.shadowRoot?.querySelector('[role=timer]');
    expect(timer?.textContent).to.equal('3:20');
    expect(timer?.classList.contains('low')).to.equal(false);
    await look(119);
    expect(timer?.classList.contains('low'), 'below two minutes').to.equal(true);
  });
});
