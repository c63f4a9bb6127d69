/** Reads every state of the checkout in every language: axe in both themes at two widths, and texts that are cut off at 320 px. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {LANGUAGES} from '../../src/locales/index.js';
import {states} from '../pictures/checkout-states.mjs';
import {openBrowser} from './support/browser.js';
import {openStates, read} from './support/reading.js';

/** Long words, words from right to left, and the original: what a width or a theme changes is the same in the others. */
const FEW = ['ar', 'de', 'en'];
const CONTRAST = {runOnly: ['color-contrast']};
/** Width, theme, languages and rules of each reading by axe; a language that one leaves out is gone for the next. */
const READINGS = [
  [360, 'light', LANGUAGES, {}],
  [720, 'light', FEW, {}],
  [720, 'dark', FEW, CONTRAST],
  [360, 'dark', FEW, CONTRAST],
] as const;

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

it('finds texts that are cut off and colours without contrast', async () => {
  const page = await openStates(browser);
  await read(page, 'open', states[0], ['en']);
  await read(page, 'show', 90, 'light');
  assert.notDeepEqual(await read(page, 'cutOff'), []);
  await page.addStyleTag({content: 'cr-checkout {--cr-text: #ccc}'});
  assert.notDeepEqual(await read(page, 'violations', CONTRAST), []);
  await page.close();
});

/** Two pages at a time, each with half of the states: while one waits for its requests, the other computes. */
describe('every language', {concurrency: 2}, () => {
  for (const half of [0, 1]) {
    describe(`in half ${half + 1} of the states`, {concurrency: 1}, () => {
      let page: Page;
      before(async () => {
        page = await openStates(browser);
      });
      after(() => page?.close());

      for (const state of states.filter((_, at) => at % 2 === half)) {
        it(`is accessible and not cut off: ${state.name}`, async () => {
          await read(page, 'open', state, LANGUAGES);
          await read(page, 'show', 320, 'light');
          assert.deepEqual(await read(page, 'cutOff'), [], 'at 320 px');
          for (const [width, theme, languages, rules] of READINGS) {
            await read(page, 'keep', languages);
            await read(page, 'show', width, theme);
            assert.deepEqual(await read(page, 'violations', rules), [], `${theme} at ${width} px`);
          }
        });
      }
    });
  }
});
