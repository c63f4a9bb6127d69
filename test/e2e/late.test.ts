/**
 * Tests pages that set properties and add listeners long after the element has started, as frameworks do that hydrate
 * what a server rendered.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {version} from '../../src/version.js';
import {openBrowser, openPage} from './support/browser.js';
import {type Pages, page, servePages, TAG} from './support/pages.js';
import {order} from './support/purchase.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let pages: Pages;

before(async () => {
  [browser, pages] = await Promise.all([openBrowser(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), pages?.close()]);
});

async function open(html = page(TAG)) {
  pages.put('/', html);
  const opened = await openPage(browser, pages.url, {locale: 'en-US'});
  return {...opened, shop: new Shop(opened.page)};
}

/** Runs in the page; a string, because a compiled function would carry helpers that the page does not have. */
const LISTEN = `(() => {
  const checkout = document.querySelector('cr-checkout');
  window.received = [{isReady: checkout.isReady, step: checkout.state.step}];
  for (const name of ['cr-ready', 'cr-step-change', 'cr-done'])
    checkout.addEventListener(name, ({type, detail}) => received.push({type, detail}));
})()`;
const received = (tab: Page) => tab.evaluate('received');

describe('a page that is late', () => {
  it('reads from isReady and state what it has missed, and receives the rest', async () => {
    const {page: tab, shop, close} = await open();
    const orderId = await order(shop);
    await tab.evaluate(LISTEN);
    pages.pay();
    await shop.waitForStep('done');
    assert.deepEqual(await received(tab), [
      {isReady: true, step: 'payment'},
      {type: 'cr-step-change', detail: {step: 'done', previous: 'payment'}},
      {type: 'cr-done', detail: {orderId}},
    ]);
    await close();
  });

  it('can tell from isReady that cr-ready is still to come', async () => {
    const {page: tab, shop, close} = await open(page(TAG, ''));
    await tab.evaluate(
      `window.received = []; document.querySelector('cr-checkout').messages = {brand: {heading: 'Early'}}`,
    );
    await tab.evaluate(`import('/dist/cr-checkout.js').then(() => (${LISTEN}))`);
    await shop.part('brand').first().waitFor();
    assert.deepEqual(await received(tab), [
      {isReady: false, step: 'brand'},
      {type: 'cr-ready', detail: {version}},
    ]);
    assert.equal(await shop.heading(), 'Early');
    await close();
  });

  it('sets its properties in the middle of a choice, which stays', async () => {
    const {page: tab, shop, pageErrors, close} = await open();
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.part('total').waitFor();
    const before = await shop.state();
    await tab.evaluate(() => {
      const words = {quote: {payWith: 'Hand over'}};
      const late = {proxyUrl: '/api', country: 'US', lockCountry: true, theme: 'dark', messages: words};
      Object.assign(document.querySelector('cr-checkout')!, late);
    });
    await tab.getByText('Hand over').waitFor();
    assert.deepEqual(await shop.state(), before);
    await shop.continue();
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('moves the element about in the middle of a choice, which stays', async () => {
    const {page: tab, shop, pageErrors, close} = await open(page(`${TAG}<main></main>`));
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.part('total').waitFor();
    const before = await shop.state();
    await tab.evaluate(() => {
      const checkout = document.querySelector('cr-checkout')!;
      for (let turn = 0; turn < 5; turn++)
        document.querySelector(turn % 2 ? 'body' : 'main')!.append(checkout);
    });
    await shop.part('total').waitFor();
    assert.deepEqual(await shop.state(), before);
    await shop.continue();
    await shop.waitForStep('details');
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('makes the element by markup, by a copy, or in a template, and each begins', async () => {
    const {
      page: tab,
      pageErrors,
      close,
    } = await open(page(`<template>${TAG}</template><main></main><aside></aside>`));
    await tab.evaluate(tag => {
      const main = document.querySelector('main')!;
      main.innerHTML = tag.replace('></', ' no-resume id="markup"></');
      const copy = main.firstElementChild!.cloneNode(true) as Element;
      copy.id = 'copy';
      const fromTemplate = document.importNode(document.querySelector('template')!.content, true);
      fromTemplate.firstElementChild!.id = 'template';
      document.querySelector('aside')!.append(copy, fromTemplate);
    }, TAG);
    for (const id of ['markup', 'copy', 'template'])
      await new Shop(tab, `#${id}`).part('brand').first().waitFor();
    assert.deepEqual(pageErrors, []);
    await close();
  });
});
