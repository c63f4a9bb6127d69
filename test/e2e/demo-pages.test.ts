import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type Demo, openDemo} from './support/demo.js';
import {violations} from './support/violations.js';

const PAGES = readdirSync(new URL('../../demo', import.meta.url)).filter(name => name.endsWith('.html'));

/** Runs in the page; a string, because a compiled function would carry helpers that the page does not have. */
const FIND_UNDEFINED = `(() => {
  const all = root => [...root.querySelectorAll('*')].flatMap(it => [it, ...(it.shadowRoot ? all(it.shadowRoot) : [])]);
  return all(document).filter(it => it.matches(':not(:defined)')).map(it => it.localName);
})()`;

let browser: Browser;
let demo: Demo;

before(async () => {
  [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close()]);
});

describe('every demo page', () => {
  it('is found at all', () => {
    assert.ok(PAGES.includes('index.html') && PAGES.length >= 5);
  });

  for (const name of PAGES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`${name} opens ${colorScheme}, is usable, accessible, and makes no noise`, async () => {
        const open = await openPage(browser, `${demo.url}/${name}`, {
          locale: 'en-US',
          width: 360,
          height: 740,
          colorScheme,
        });
        const elements = open.page.locator('cr-checkout');
        for (let index = 0; index < (await elements.count()); index++) {
          await elements
            .nth(index)
            .locator('[part~="brand"], [part~="quote"], [part~="qr"]')
            .first()
            .waitFor();
        }
        const undefinedTags = await open.page.evaluate<string[]>(FIND_UNDEFINED);
        assert.deepEqual(undefinedTags, []);
        assert.deepEqual(await violations(open.page), []);
        const overflow = await open.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
        assert.deepEqual(open.pageErrors, []);
        assert.deepEqual(open.consoleErrors, []);
        assert.deepEqual(open.hosts(), [new URL(demo.url).host]);
        await open.close();
      });
    }
  }
});
