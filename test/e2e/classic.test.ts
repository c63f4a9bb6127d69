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
  it('sells, and leaves one name on window beside those of lit and zod, as the module does', async () => {
    pages.put('/', page(TAG, `<script>window.before = Object.keys(window)</script>${CLASSIC}`));
    const {page: tab, pageErrors, close} = await openPage(browser, pages.url, {locale: 'en-US'});
    const names = await tab.evaluate<string[]>(
      'Object.keys(window).filter(name => !before.includes(name) && name !== "before")',
    );
    const ofPackages = /^(?:lit(?:Html|Element|Property)|reactiveElement|__zod_)/;
    assert.deepEqual(
      names.filter(name => !ofPackages.test(name)),
      ['CrCheckout'],
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
