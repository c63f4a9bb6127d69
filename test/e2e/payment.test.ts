import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {said} from '../samples/payment-texts.js';
import {type PaymentSample, payments} from '../samples/payments.js';
import {type OpenPage, openBrowser, openPage, type PageOptions} from './support/browser.js';
import {type OrderServer, startOrderServer} from './support/order-server.js';
import {millisatoshisOf, readPayment, scan} from './support/read-payment.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let server: OrderServer;
let tabOfAll: Promise<OpenPage> | undefined;

before(async () => {
  [browser, server] = await Promise.all([openBrowser(), startOrderServer(payments)]);
});

after(async () => {
  server?.close();
  await browser?.close();
});

/** Opens an order, in one tab for all tests without page options; `errors` reads the error codes reported since then. */
async function open(sample: PaymentSample, change: object = {}, options?: PageOptions) {
  const url = server.page(sample, {...change});
  const tab = options ? await openPage(browser, url, options) : await shared();
  const before = (await tab.events()).length;
  if (!options) await tab.page.goto(url);
  const errors = async () =>
    (await tab.events())
      .slice(options ? 0 : before)
      .filter(({type}) => type === 'cr-error')
      .map(({detail}) => (detail as {code: string}).code);
  const close = async () => {
    if (options) await tab.close();
  };
  return {tab, shop: new Shop(tab.page), errors, close};
}

async function shared(): Promise<OpenPage> {
  tabOfAll ??= openPage(browser, 'about:blank', {width: 360, height: 740});
  return tabOfAll;
}

/** Asserts that an independent reader reads the order's recipient, amount, asset and chain. */
function assertAsksFor({order, network, units}: PaymentSample, text: string) {
  const read = readPayment(text);
  const same = (one: string, other: string) => assert.equal(one.toLowerCase(), other.toLowerCase());
  const isLoneInvoice = read.scheme === 'lightning' && order.network !== 'Lightning';
  if (isLoneInvoice) return assert.equal(BigInt(read.units ?? ''), BigInt(units) * 1000n);
  same(read.address, order.address);
  if (read.scheme === 'bare') return;
  if (read.amount !== undefined) assert.equal(read.amount, order.coinAmount);
  else assert.equal(read.units, units);
  same(read.contract ?? '', network.contract?.address ?? '');
  if (read.scheme === 'ethereum') assert.equal(read.chainId, network.chainId);
  if (read.invoice) assert.equal(BigInt(millisatoshisOf(read.invoice)), BigInt(units) * 1000n);
}

describe('the code on screen, photographed and read by others', () => {
  for (const sample of payments) {
    it(`asks for exactly the order: ${sample.name}`, async () => {
      const {shop, errors, close} = await open(sample);
      await shop.acknowledge();
      const drawn = await scan(shop.part('qr'));
      assert.equal(readPayment(drawn).scheme, sample.drawn);
      assertAsksFor(sample, drawn);
      for (const button of await shop.part('qr-form').all()) {
        await button.click();
        await shop.part('qr').locator('path').first().waitFor();
        assertAsksFor(sample, await scan(shop.part('qr')));
      }
      const links = shop.part('open-wallet');
      const link = (await links.count()) > 0 ? await links.getAttribute('href') : undefined;
      assert.equal(link ? readPayment(link).scheme : undefined, sample.linked);
      if (link) assertAsksFor(sample, link);
      assert.equal(await shop.text('address').then(text => text.replace(/\s/g, '')), sample.order.address);
      assert.deepEqual(await errors(), []);
      await close();
    });
  }
});

describe('a payment text that does not agree with the order', () => {
  for (const [name, , lies] of said) {
    const sample = payments.find(payment => payment.name === name)!;
    for (const [what, lie] of Object.entries(lies)) {
      it(`leaves the bare address, and is reported once: ${name}, another ${what}`, async () => {
        const {shop, errors, close} = await open(sample, {qr_text: lie});
        await shop.acknowledge();
        const drawn = await scan(shop.part('qr'));
        assert.equal(drawn.toLowerCase(), sample.order.address.toLowerCase());
        assert.equal(await shop.part('open-wallet').count(), 0);
        assert.deepEqual(await errors(), ['payment_uri_mismatch']);
        await close();
      });
    }
  }

  it('is reported once, however often the order changes', async () => {
    const sample = payments.find(({name}) => name === 'SOL on Solana')!;
    const {shop, errors, close} = await open(sample, {qr_text: `solana:${sample.order.address}?amount=1`});
    await shop.acknowledge();
    for (let press = 0; press < 3; press++) await shop.part('submit').click();
    await shop.part('report').click();
    await shop.part('report').click();
    await shop.acknowledge();
    assert.deepEqual(await errors(), ['payment_uri_mismatch']);
    await close();
  });
});

describe('an address that fails the checks of its chain', () => {
  for (const {order, name, ...sample} of payments.filter(
    ({order}) => !['SOL', 'SUI', 'XMR'].includes(order.coin),
  )) {
    if (order.network === 'Solana') continue;
    it(`is never shown as payable: ${name}`, async () => {
      const at = order.address.length - 8;
      const wrong = order.address[at] === '2' ? '3' : '2';
      const wallet_address = order.address.slice(0, at) + wrong + order.address.slice(at + 1);
      const {shop, errors, close} = await open(
        {order, name, ...sample},
        {wallet_address, qr_text: wallet_address},
      );
      await shop.part('error').waitFor();
      assert.match(await shop.text('error'), /Do not pay/);
      for (const part of ['qr', 'address', 'open-wallet', 'copy', 'acknowledge'])
        assert.equal(await shop.part(part).count(), 0, part);
      const href = await shop.part('support').getAttribute('href');
      assert.match(href ?? '', /order-\d+/);
      assert.deepEqual(await errors(), ['payment_unverified']);
      await close();
    });
  }
});

const small = ['BTC on Mainnet and Lightning', 'BTC on Lightning', 'USDC on Base', 'LTC on Mainnet'];

describe('at 320 px', () => {
  const looks: Readonly<Record<string, PageOptions>> = {
    light: {colorScheme: 'light'},
    dark: {colorScheme: 'dark'},
    'forced colours': {forcedColors: 'active'},
    'forced colours on dark': {forcedColors: 'active', colorScheme: 'dark'},
  };
  for (const [look, options] of Object.entries(looks)) {
    for (const name of small) {
      it(`the code is read in ${look}: ${name}`, async () => {
        const sample = payments.find(payment => payment.name === name)!;
        const {tab, shop, close} = await open(sample, {}, {width: 320, height: 568, ...options});
        await shop.acknowledge();
        assertAsksFor(sample, await scan(shop.part('qr')));
        const pixels = await shop
          .part('qr')
          .locator('svg')
          .first()
          .evaluate(svg => {
            const side = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
            return svg.getBoundingClientRect().width / side;
          });
        assert.ok(pixels >= 3, `${pixels.toFixed(2)} px a module`);
        const overflow = await tab.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px too wide`);
        await close();
      });
    }
  }

  it('how far the order is shows in forced colours', async () => {
    const {shop, close} = await open(payments[0]!, {}, {width: 320, height: 568, forcedColors: 'active'});
    await shop.acknowledge();
    const bars = await shop.root
      .locator('.stages li')
      .evaluateAll(stages => stages.map(stage => getComputedStyle(stage, '::before').borderTopWidth));
    assert.deepEqual(bars, ['2px', '0px', '0px', '0px', '0px'], 'backgrounds are all alike there');
    await close();
  });

  it('the code is read enlarged, and Escape brings the page back', async () => {
    const sample = payments.find(({name}) => name === 'BTC on Mainnet and Lightning')!;
    const {tab, shop, close} = await open(sample, {}, {width: 320, height: 568});
    await shop.acknowledge();
    await shop.part('qr').getByRole('button').first().press('Enter');
    const dialog = shop.part('qr').locator('dialog');
    assertAsksFor(sample, await scan(dialog));
    await tab.page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    const back = await shop.part('qr').evaluate(host => host.shadowRoot?.activeElement?.localName);
    assert.equal(back, 'button');
    await close();
  });
});
