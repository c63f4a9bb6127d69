/** How much a purchase asks of a buyer: presses, stops of the Tab key, what is above the fold, the size of what is pressed. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {payments} from '../samples/payments.js';
import {openBrowser, openPage, type PageOptions} from './support/browser.js';
import {type Demo, openDemo} from './support/demo.js';
import {type OrderServer, startOrderServer} from './support/order-server.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let demo: Demo;
let server: OrderServer;

before(async () => {
  [browser, demo, server] = await Promise.all([openBrowser(), openDemo(), startOrderServer(payments)]);
});

after(async () => {
  server?.close();
  await Promise.all([browser?.close(), demo?.close()]);
});

/** Counts what the buyer presses by pointer from now on. */
async function countPresses(page: Page) {
  await page.evaluate(
    "window.presses = 0; document.addEventListener('pointerdown', () => { window.presses += 1; }, true)",
  );
  return () => page.evaluate<number>('window.presses');
}

describe('from a brand to the QR code', () => {
  for (const [what, coin, network] of [
    ['one network', 'BTC', 'Lightning'],
    ['several', 'USDC', 'Solana'],
  ] as const) {
    it(`takes four presses and the email for a coin with ${what}`, async () => {
      const open = await openPage(browser, `${demo.url}/`, {locale: 'en-US'});
      const shop = new Shop(open.page);
      await shop.root.evaluate((element, pay) => Object.assign(element, pay), {coin, network});
      await shop.part('brand').first().waitFor();
      const presses = await countPresses(open.page);
      await shop.pickBrand('Voltaic');
      await shop.chooseDenomination('$50');
      await shop.part('total').waitFor();
      await shop.continue();
      await shop.field('email').pressSequentially('ana@example.com');
      await shop.field('email').press('Enter');
      await shop.part('summary').waitFor();
      await shop.continue();
      await shop.part('qr').locator('path').first().waitFor();
      assert.equal(await presses(), 4);
      await open.close();
    });
  }

  it('takes at most twenty stops of the Tab key', async () => {
    const open = await openPage(browser, `${demo.url}/`, {locale: 'en-US'});
    const {keyboard} = open.page;
    const shop = new Shop(open.page);
    await shop.part('brand').first().waitFor();
    await shop.root.evaluate(element => {
      const before = Object.assign(document.createElement('button'), {textContent: 'before'});
      element.before(before);
      before.focus();
    });
    let tabs = 0;
    const part = () =>
      shop.root.evaluate(element => {
        let active = element.shadowRoot?.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return [...(active?.part ?? []), active?.className, active?.getAttribute('name')].join(' ');
      });
    const tabTo = async (name: string) => {
      for (let stop = 0; stop < 30; stop += 1) {
        await keyboard.press('Tab');
        tabs += 1;
        if ((await part()).includes(name)) return;
      }
      throw new Error(`no stop at ${name}, but at ${await part()}`);
    };
    await tabTo('brand');
    await keyboard.press('Enter');
    await shop.waitForStep('quote');
    await shop.part('denomination').first().waitFor();
    await tabTo('denomination');
    await keyboard.press('Space');
    await shop.part('total').waitFor();
    await tabTo('submit');
    await keyboard.press('Enter');
    await shop.waitForStep('details');
    await tabTo('email');
    await keyboard.type('ana@example.com');
    await keyboard.press('Enter');
    await shop.part('summary').waitFor();
    await tabTo('submit');
    await keyboard.press('Enter');
    await shop.part('qr').locator('path').first().waitFor();
    await tabTo('enlarge');
    assert.ok(tabs <= 20, `${tabs} stops`);
    await open.close();
  });
});

describe('above the fold', () => {
  const names = ['USDC on Base', 'LTC on Mainnet'];
  const hand: PageOptions = {context: {hasTouch: true, isMobile: true}};
  const changes = {
    'nothing has come': {},
    'a part has come': {order_state: 'PartialPaymentStarted', sent_coin_amount: '0.00001'},
  };
  const chosen = payments.filter(({name}) => names.includes(name));
  for (const height of [560, 640]) {
    for (const [device, options] of Object.entries({desk: {}, hand})) {
      for (const [when, change] of Object.entries(changes)) {
        it(`of 360x${height} at the ${device} are code or wallet, amount and address when ${when}`, async () => {
          // A Lightning invoice is paid as a whole.
          const samples = chosen.filter(
            ({order}) => when === 'nothing has come' || order.network !== 'Lightning',
          );
          for (const sample of samples) {
            const {page, close} = await openPage(browser, server.page(sample, {...change}), {
              width: 360,
              height,
              ...options,
            });
            const shop = new Shop(page);
            await shop.part('acknowledge').or(shop.part('address')).first().waitFor();
            if (await shop.part('acknowledge').isVisible()) await shop.part('acknowledge').click();
            await shop.part('address').waitFor();
            await shop.root.evaluate(() => scrollTo(0, 0));
            const isWallet = await shop
              .part('open-wallet')
              .first()
              .evaluate(link => link.classList.contains('primary'))
              .catch(() => false);
            for (const part of [isWallet ? 'open-wallet' : 'qr', 'coin-amount', 'address']) {
              const box = await shop.part(part).first().boundingBox();
              const bottom = (box?.y ?? Infinity) + (box?.height ?? 0);
              assert.ok(bottom <= height, `${sample.name}: ${part} ends at ${bottom}`);
            }
            await close();
          }
        });
      }
    }
  }
});

/** Lists what can be pressed and is smaller than so many pixels. Links in a text are as high as its lines. */
function small(root: Element, least: number): string[] {
  const found: string[] = [];
  const trees: ParentNode[] = [root.shadowRoot ?? root];
  for (const tree of trees) {
    for (const element of tree.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) trees.push(element.shadowRoot);
      if (!element.matches('button, a, input:not([type=radio]), select, summary, label[part]')) continue;
      const {width, height} = element.getBoundingClientRect();
      if (width === 0 || element.closest('.prose, .foot, [aria-hidden=true]') !== null) continue;
      if (width < least || height < least)
        found.push(`${element.className} ${element.part} ${width}x${height}`);
    }
  }
  return found;
}

describe('what is pressed', () => {
  it('is 24 px at least everywhere, and 44 px where a payment is made', async () => {
    const open = await openPage(browser, `${demo.url}/`, {locale: 'en-US', width: 360, height: 740});
    const shop = new Shop(open.page);
    const least = (pixels: number) => shop.root.evaluate(small, pixels);
    await shop.part('brand').first().waitFor();
    assert.deepEqual(await least(24), []);
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$50');
    await shop.part('total').waitFor();
    assert.deepEqual(await least(24), []);
    await shop.continue();
    await shop.fillEmail('ana@example.com');
    assert.deepEqual(await least(24), []);
    await shop.checkDetails();
    assert.deepEqual(await least(24), []);
    await shop.createOrder();
    await shop.acknowledge();
    assert.deepEqual(await least(44), []);
    await open.close();
  });
});
