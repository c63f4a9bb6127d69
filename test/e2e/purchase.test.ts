import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type OpenPage, openBrowser, openPage} from './support/browser.js';
import {type Demo, openDemo} from './support/demo.js';
import {Shop} from './support/shop.js';

const EMAIL = 'ana.lima@example.com';
const PHONE = '+2348031234567';

let browser: Browser;
let demo: Demo;
let open: OpenPage;
let shop: Shop;

before(async () => {
  [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close()]);
});

afterEach(async () => {
  await open?.close();
});

async function enter(path = '/', options = {}) {
  open = await openPage(browser, demo.url + path, {locale: 'en-US', ...options});
  shop = new Shop(open.page);
  await shop.part('brand').first().waitFor();
}

/** Goes from the details step to Done: the part that all kinds of products share. */
async function orderAndPay(): Promise<string> {
  await shop.fillEmail(EMAIL);
  await shop.checkDetails();
  const orderId = await shop.createOrder();
  await shop.acknowledge();
  await demo.control(orderId, 'pay');
  await shop.waitForOrderState('PaymentReceived');
  await demo.pass(1000);
  await shop.waitForOrderState('WaitingForDelivery');
  await demo.pass(1500);
  await shop.waitForStep('done');
  return orderId;
}

async function eventNames() {
  return (await open.events()).map(event => event.type);
}

describe('a whole purchase on the demo page', () => {
  it('sells a fixed card, tells the page in order, and nothing personal', async () => {
    await enter();
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$50');
    await shop.continue();
    const orderId = await orderAndPay();
    const codes = await shop.reveal();

    assert.ok(codes.length >= 2 && codes.every(code => code.length >= 4), 'code and serial are shown');
    assert.deepEqual(await eventNames(), [
      'cr-ready',
      'cr-step-change',
      'cr-quote',
      'cr-step-change',
      'cr-before-order',
      'cr-order-created',
      'cr-step-change',
      'cr-order-change',
      'cr-order-change',
      'cr-order-change',
      'cr-step-change',
      'cr-done',
    ]);
    const events = await open.events();
    const changes = events
      .filter(event => event.type === 'cr-order-change')
      .map(event => event.detail as {state: string});
    assert.deepEqual(
      changes.map(change => change.state),
      ['PaymentReceived', 'WaitingForDelivery', 'Done'],
    );
    assert.deepEqual(events.at(-1)?.detail, {orderId});
    const quoted = events.find(event => event.type === 'cr-quote')?.detail as
      | Record<string, string>
      | undefined;
    assert.equal(quoted?.denomination, '50 USD');
    assert.equal(quoted?.faceValue, '50');
    assert.equal(quoted?.currency, 'USD');
    const said = JSON.stringify(events) + JSON.stringify(await shop.state());
    for (const secret of [EMAIL, ...codes])
      assert.ok(!said.includes(secret), 'no event and no state has a code or personal data');
    assert.deepEqual(open.pageErrors, []);
    assert.deepEqual(open.consoleErrors, []);
    assert.deepEqual(open.hosts(), [new URL(demo.url).host], 'no other host is asked for anything');
  });

  it('sells a range card at an amount between the ends', async () => {
    await enter();
    await shop.pickBrand('Larkstall');
    await shop.enterAmount('137.5');
    await shop.part('total').waitFor();
    await shop.continue();
    await orderAndPay();

    const created = (await open.events()).find(event => event.type === 'cr-before-order')?.detail as Record<
      string,
      string
    >;
    assert.equal(created.denomination, 'range');
    assert.equal(created.faceValue, '137.5');
    assert.match(await shop.text('receipt'), /\$137\.5/);
    assert.equal((await eventNames()).filter(name => name === 'cr-done').length, 1);
  });

  it('sells a phone top-up, with a number and an e-mail for the receipt', async () => {
    await enter('/topup.html');
    await shop.pickBrand('Kora Credits');
    await shop.chooseDenomination('₦1,000');
    await shop.continue();
    await shop.fillPhone('+234 803 123 4567');
    await orderAndPay();

    assert.match(await shop.text('receipt'), /234\s?803\s?123\s?4567/);
    assert.ok(!JSON.stringify(await open.events()).includes(PHONE.slice(4)));
  });

  it('sells an eSIM plan', async () => {
    await enter('/esim.html');
    await shop.pickBrand('Roamly eSIM');
    await shop.chooseDenomination('Unlimited 3 days');
    await shop.continue();
    await orderAndPay();

    assert.match(await shop.text('receipt'), /Unlimited 3 days/);
    assert.match(await shop.text('instructions'), /e-mail/i);
  });

  it('keeps what was entered on the way back', async () => {
    await enter();
    await shop.searchBrand('lark');
    await shop.pickBrand('Larkstall');
    await shop.enterAmount('42');
    await shop.payWith('BTC', 'Lightning');
    await shop.part('total').waitFor();
    await shop.continue();
    await shop.fillEmail(EMAIL);
    await shop.checkDetails();
    await shop.back();
    assert.equal(await shop.field('email').inputValue(), EMAIL);
    await shop.back();
    await shop.waitForStep('quote');
    assert.equal(await shop.field('amount').inputValue(), '42');
    assert.equal(await shop.field('network').inputValue(), 'Lightning');
    await shop.back();
    await shop.waitForStep('brand');
    assert.equal(await shop.field('search').inputValue(), 'lark');
    await shop.pickBrand('Larkstall');
    assert.equal(await shop.field('amount').inputValue(), '42');
    await shop.part('total').waitFor();
    await shop.continue();
    assert.equal(await shop.field('email').inputValue(), EMAIL);
  });

  it('comes back to the order after a reload, and to its delivery', async () => {
    await enter();
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.fillEmail(EMAIL);
    await shop.checkDetails();
    const orderId = await shop.createOrder();
    await open.page.reload();
    await shop.acknowledge();
    assert.equal((await shop.state()).orderId, orderId);
    await demo.deliver(orderId);
    await shop.waitForStep('done');
    await open.page.reload();
    await shop.part('receipt').waitFor();
    const stored = await open.page.evaluate(() => JSON.stringify({...localStorage}));
    assert.ok(stored.includes(orderId) && !stored.includes(EMAIL));
  });

  it('makes one order however often the button is pressed', async () => {
    await enter();
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.fillEmail(EMAIL);
    await shop.checkDetails();
    const button = shop.part('submit');
    await button.evaluate((element: HTMLElement) => {
      for (let press = 0; press < 5; press++) element.click();
    });
    await shop.waitForStep('payment');
    const orders = open.requests.filter(url => url.endsWith('/v5/orders'));
    assert.equal(orders.length, 1);
  });

  it('says when an order expires, and quotes again with everything kept', async () => {
    await enter();
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.fillEmail(EMAIL);
    await shop.checkDetails();
    const orderId = await shop.createOrder();
    await demo.control(orderId, 'expire');
    await shop.waitForOrderState('Expired');
    assert.equal(await shop.part('qr').count(), 0, 'nothing can be paid any more');
    await shop.continue();
    await shop.waitForStep('quote');
    await shop.part('total').waitFor();
    await shop.continue();
    assert.equal(await shop.field('email').inputValue(), EMAIL);
    assert.deepEqual(
      (await open.events()).filter(event => event.type === 'cr-order-failed').map(event => event.detail),
      [{orderId, state: 'Expired'}],
    );
  });
});
