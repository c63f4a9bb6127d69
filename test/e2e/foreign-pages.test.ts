/** Tests the element in pages that do what pages of others have done: preselected neighbours, a wrapped fetch, shortcuts, logs. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type Pages, page, servePages, TAG} from './support/pages.js';
import {buy, order} from './support/purchase.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let pages: Pages;

before(async () => {
  [browser, pages] = await Promise.all([openBrowser(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), pages?.close()]);
});

const SCRIPT = '<script type="module" src="/dist/cr-checkout.js"></script>';

async function open(html: string) {
  pages.put('/', html);
  const opened = await openPage(browser, pages.url, {locale: 'en-US'});
  return {...opened, shop: new Shop(opened.page)};
}

describe('two elements with a brand each', () => {
  it('come back to their own orders after a reload, and each order is done once', async () => {
    const tag = (brand: string) =>
      `<section><cr-checkout proxy-url="/api" country="US" brand="${brand}"></cr-checkout></section>`;
    const {page: tab, events, close} = await open(page(`${tag('Voltaic')}${tag('Larkstall')}`));
    const left = new Shop(tab, 'section:first-of-type cr-checkout');
    const right = new Shop(tab, 'section:last-of-type cr-checkout');
    await right.waitForStep('quote');
    await left.chooseDenomination('$25');
    await left.continue();
    await left.fillEmail('ana@example.com');
    await left.checkDetails();
    const orderId = await left.createOrder();

    await tab.reload();
    await left.waitForStep('payment');
    assert.equal((await left.state()).orderId, orderId);
    await right.waitForStep('quote');
    assert.equal((await right.state()).orderId, undefined);
    const line = right.part('notice').filter({hasText: 'Open order Voltaic'});
    await line.waitFor();

    pages.pay();
    await left.waitForStep('done');
    assert.equal((await right.state()).step, 'quote');
    const done = (await events()).filter(({type}) => type === 'cr-done');
    assert.deepEqual(
      done.map(({detail}) => detail),
      [{orderId}],
    );

    await line.getByRole('button', {name: 'Back to this order'}).click();
    await right.waitForStep('done');
    assert.equal((await right.state()).orderId, orderId);
    await close();
  });
});

describe('a page that wraps fetch', () => {
  it('for texts and an init alone is called so, and sells', async () => {
    const wrap = `<script>
      const o = fetch;
      window.fetch = (url, opts) => o(url.startsWith('/') ? url : String(url), opts);
    </script>`;
    const {shop, pageErrors, close} = await open(page(TAG, wrap + SCRIPT));
    await buy(shop, pages.pay);
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('and fails is named, with its message, and no lost connection', async () => {
    const wrap = '<script>window.fetch = () => { throw new RangeError("quota of the page"); };</script>';
    const {shop, events, close} = await open(page(TAG, wrap + SCRIPT));
    await shop.part('retry').first().waitFor();
    const [error] = (await events()).filter(({type}) => type === 'cr-error');
    const {code, message} = (error?.detail ?? {}) as {code?: string; message?: string};
    assert.equal(code, 'fetch_failed');
    assert.match(message ?? '', /quota of the page/);
    assert.doesNotMatch((await shop.errors()).join(), /No connection/);
    await close();
  });
});

describe('a page with shortcuts of one key', () => {
  it('that leave fields alone takes no letter, and gets Escape and those with a modifier', async () => {
    const shortcuts = `<script>
      window.keys = [];
      document.addEventListener('keydown', event => {
        if (/input|select|textarea/i.test(event.target.tagName)) return;
        keys.push(event.key);
        if (event.key === 's') event.preventDefault();
      });
    </script>`;
    const {page: tab, shop, close} = await open(page(TAG, shortcuts + SCRIPT));
    await shop.field('search').click();
    await tab.keyboard.type('skyline');
    assert.equal(await shop.field('search').inputValue(), 'skyline');
    await tab.keyboard.press('Escape');
    await tab.keyboard.press('Control+k');
    assert.deepEqual(await tab.evaluate('keys'), ['Escape', 'Control', 'k']);
    await close();
  });
});

describe('what a page and its logs see', () => {
  it('of an order is its id, and never the key that opens its codes', async () => {
    const {page: tab, shop, requests, close} = await open(page(TAG));
    const keys: string[] = [];
    tab.on('request', request => {
      const key = request.headers()['x-cr-order-key'];
      if (key) keys.push(key);
    });
    await order(shop);
    pages.pay();
    await shop.waitForStep('done');
    await shop.reveal();
    assert.ok(keys.length > 0 && keys.every(key => key.length > 20));
    const seen = await tab.evaluate<string>(
      'JSON.stringify([performance.getEntries(), location.href, history.state, document.cookie])',
    );
    for (const key of keys) {
      assert.ok(!seen.includes(key), 'in the performance entries');
      assert.ok(!requests.some(url => url.includes(key)), 'in an address');
    }
    await close();
  });
});
