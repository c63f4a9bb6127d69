import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {LANGUAGES, loadMessages} from '../../src/locales/index.js';
import {openBrowser, openPage} from './support/browser.js';
import {clippedTexts} from './support/clipped.js';
import {type Demo, openDemo} from './support/demo.js';
import {Shop} from './support/shop.js';
import {violations} from './support/violations.js';

let browser: Browser;
let demo: Demo;

before(async () => {
  [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close()]);
});

describe('a whole purchase on a small phone', () => {
  for (const [at, language] of LANGUAGES.filter(language => language !== 'en').entries()) {
    const colorScheme = at % 2 ? 'light' : 'dark';

    it(`is made in ${language}, fits, and is accessible at every step`, async () => {
      const texts = await loadMessages(language);
      const open = await openPage(browser, demo.url, {locale: 'en-US', width: 320, height: 640, colorScheme});
      const shop = new Shop(open.page);
      await open.page.evaluate(lang => {
        document.documentElement.lang = lang;
      }, language);
      const isAt = async (heading: string) => {
        await shop.part('heading').filter({hasText: heading}).waitFor();
        const direction = await shop.part('heading').evaluate(element => getComputedStyle(element).direction);
        assert.equal(direction, language === 'ar' ? 'rtl' : 'ltr');
        const tooWide = await open.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(tooWide <= 0, `"${heading}" is ${tooWide} px too wide`);
        assert.deepEqual(await clippedTexts(open.page), [], heading);
        assert.deepEqual(await violations(open.page), [], heading);
      };

      await shop.part('brand').first().waitFor();
      await isAt(texts.brand.heading);
      await shop.pickBrand('Voltaic');
      await shop.part('denomination').nth(1).click();
      await shop.part('total').waitFor();
      await isAt(texts.quote.heading('Voltaic'));
      await shop.continue();
      await isAt(texts.details.heading);
      await shop.fillEmail('ana.lima@example.com');
      await shop.checkDetails();
      await isAt(texts.details.reviewHeading);
      const orderId = await shop.createOrder();
      await shop.acknowledge();
      await shop.part('qr').waitFor();
      await isAt('USDC');
      await demo.deliver(orderId);
      await shop.waitForStep('done');
      assert.ok((await shop.reveal()).length > 0, 'no code is shown');
      await isAt(texts.done.cardReady('Voltaic'));
      assert.deepEqual(open.pageErrors, []);
      await open.close();
    });
  }
});
