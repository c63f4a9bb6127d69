/** Tests the file for pages and tools that load no modules. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type Pages, page, servePages, TAG} from './support/pages.js';
import {buy} from './support/purchase.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let pages: Pages;

before(async () => {
  [browser, pages] = await Promise.all([openBrowser(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), pages?.close()]);
});

const CLASSIC = '<script src="/dist/cr-checkout.classic.js"></script>';

describe('a script without type=module', () => {
  it('sells, and leaves its name and one of lit on window', async () => {
    pages.put('/', page(TAG, `<script>window.before = Object.keys(window)</script>${CLASSIC}`));
    const {page: tab, pageErrors, close} = await openPage(browser, pages.url, {locale: 'en-US'});
    assert.deepEqual(
      await tab.evaluate('Object.keys(window).filter(name => !before.includes(name) && name !== "before")'),
      ['CrCheckout', 'litPropertyMetadata'],
    );
    await buy(new Shop(tab), pages.pay);
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('speaks other languages, which it fetches from beside it', async () => {
    pages.put('/', page(TAG.replace('country', 'lang="de" country'), CLASSIC));
    const {page: tab, pageErrors, close} = await openPage(browser, pages.url, {locale: 'en-US'});
    await tab.locator('cr-checkout [lang=de]').first().waitFor();
    assert.deepEqual(pageErrors, []);
    await close();
  });
});
