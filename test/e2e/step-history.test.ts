/** Tests the attribute `history` with the Back button of a browser, among entries of the page and of other elements. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type Pages, page, servePages} from './support/pages.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let pages: Pages;

before(async () => {
  [browser, pages] = await Promise.all([openBrowser(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), pages?.close()]);
});

const TAG = '<cr-checkout proxy-url="/api" country="US" history></cr-checkout>';

/** Opens a page of the site first, and then the one with the element. */
async function open(html = page(TAG), before = '') {
  pages.put('/before', page('Before', ''));
  pages.put('/', before ? html.replace('<head>', `<head><script>${before}</script>`) : html);
  const opened = await openPage(browser, `${pages.url}/before`, {locale: 'en-US'});
  await opened.page.goto(pages.url);
  return {...opened, shop: new Shop(opened.page)};
}

async function toDetails(shop: Shop) {
  await shop.pickBrand('Voltaic');
  await shop.chooseDenomination('$25');
  await shop.continue();
  await shop.waitForStep('details');
}

/** Goes back in the history, which may stay in the document: in a task of its own, as leaving it ends what is evaluated. */
const goBack = (tab: Page) => tab.evaluate(() => void setTimeout(() => history.back()));
const left = (tab: Page) => tab.waitForURL('**/before');

describe('Back with the attribute history', () => {
  it('walks the steps at the same URL, and then leaves the page', async () => {
    const {page: tab, shop, pageErrors, close} = await open();
    const {href} = new URL(tab.url());
    await toDetails(shop);
    await shop.fillEmail('ana@example.com');
    await shop.checkDetails();
    assert.equal(tab.url(), href);
    await goBack(tab);
    await shop.part('summary').waitFor({state: 'detached'});
    assert.equal((await shop.state()).step, 'details');
    await goBack(tab);
    await shop.waitForStep('quote');
    await goBack(tab);
    await shop.waitForStep('brand');
    assert.equal(tab.url(), href);
    await goBack(tab);
    await left(tab);
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('is one press shorter for each step back in the element', async () => {
    const {page: tab, shop, close} = await open();
    await toDetails(shop);
    await shop.back();
    await shop.waitForStep('quote');
    await shop.back();
    await shop.waitForStep('brand');
    await tab.waitForFunction(() => history.state?.crCheckout?.by === undefined);
    await goBack(tab);
    await left(tab);
    await close();
  });

  it('starts at the amounts of a preselected brand', async () => {
    const {page: tab, shop, close} = await open(page(TAG.replace(' history', ' history brand="Voltaic"')));
    await shop.waitForStep('quote');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.waitForStep('details');
    await goBack(tab);
    await shop.waitForStep('quote');
    await goBack(tab);
    await left(tab);
    await close();
  });

  it('leaves the page at once after a reload, which starts at the brands', async () => {
    const {page: tab, shop, close} = await open();
    await toDetails(shop);
    await tab.reload();
    await shop.part('brand').first().waitFor();
    await tab.waitForFunction(() => history.state?.crCheckout?.by === undefined);
    await goBack(tab);
    await left(tab);
    await close();
  });

  it('leaves an order with the page, and comes back to it', async () => {
    const {page: tab, shop, close} = await open();
    await toDetails(shop);
    await shop.fillEmail('ana@example.com');
    await shop.checkDetails();
    const orderId = await shop.createOrder();
    await tab.waitForFunction(() => history.state?.crCheckout?.by === undefined);
    assert.equal((await shop.state()).step, 'payment');
    await goBack(tab);
    await left(tab);
    await tab.goto(pages.url);
    await shop.waitForStep('payment');
    assert.equal((await shop.state()).orderId, orderId);
    await close();
  });

  it('adds nothing without the attribute', async () => {
    const {page: tab, shop, close} = await open(page(TAG.replace(' history', '')));
    await toDetails(shop);
    assert.equal(await tab.evaluate(() => history.state), null);
    await goBack(tab);
    await left(tab);
    await close();
  });
});

describe('beside a router', () => {
  it('its state stays in every entry, and its entries move no step', async () => {
    const router = 'history.replaceState({key: "first", idx: 4}, "")';
    const {page: tab, shop, close} = await open(undefined, router);
    await shop.pickBrand('Voltaic');
    const state = () => tab.evaluate(() => ({key: history.state?.key, idx: history.state?.idx}));
    assert.deepEqual(await state(), {key: 'first', idx: 4});
    await tab.evaluate(() => history.pushState({key: 'second', idx: 5}, '', '/?tab=2'));
    await goBack(tab);
    await tab.waitForFunction(() => history.state?.key === 'first');
    assert.equal((await shop.state()).step, 'quote');
    await tab.evaluate(() => {
      location.hash = 'terms';
    });
    assert.equal((await shop.state()).step, 'quote');
    await goBack(tab);
    await tab.waitForFunction(() => location.hash === '');
    assert.equal((await shop.state()).step, 'quote');
    await goBack(tab);
    await shop.waitForStep('brand');
    assert.deepEqual(await state(), {key: 'first', idx: 4});
    await close();
  });

  for (const [name, script] of [
    [
      'reads the URL of every entry',
      'const own = history.pushState; history.pushState = (state, title, url) => own.call(history, state, title, url.replace("", ""));',
    ],
    ['refuses entries', 'history.pushState = () => { throw new Error("full"); };'],
  ] as const) {
    it(`one that ${name} breaks nothing`, async () => {
      const {shop, pageErrors, close} = await open(undefined, script);
      await toDetails(shop);
      await shop.back();
      await shop.waitForStep('quote');
      assert.deepEqual(pageErrors, []);
      await close();
    });
  }
});

describe('two elements', () => {
  it('each go back their own steps, in the order of what was done', async () => {
    const {page: tab, close} = await open(page(`<main>${TAG}</main><aside>${TAG}</aside>`));
    const one = new Shop(tab, 'main cr-checkout');
    const two = new Shop(tab, 'aside cr-checkout');
    await one.pickBrand('Voltaic');
    await two.pickBrand('Northbeam');
    await one.chooseDenomination('$25');
    await one.continue();
    await one.waitForStep('details');
    await goBack(tab);
    await one.waitForStep('quote');
    assert.equal((await two.state()).step, 'quote');
    await goBack(tab);
    await two.waitForStep('brand');
    assert.equal((await one.state()).step, 'quote');
    await goBack(tab);
    await one.waitForStep('brand');
    await goBack(tab);
    await left(tab);
    await close();
  });
});
