/** Reads every state of the checkout in every language: axe in both themes at two widths, and texts that are cut off at 320 px. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {startedAt, states, statesPage} from '../../scripts/checkout-states.mjs';
import {answerFrom} from '../../scripts/picture-page.mjs';
import {LANGUAGES} from '../../src/locales/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {openBrowser} from './support/browser.js';
import {READING} from './support/reading.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Width, theme and rules of each reading by axe. A theme changes nothing but colours, so that their rules do for two of them. */
const READINGS = [
  [360, 'light', undefined],
  [360, 'dark', ['color-contrast', 'target-size']],
  [720, 'light', ['color-contrast', 'target-size']],
  [720, 'dark', undefined],
] as const;

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

it('finds texts that are cut off and colours without contrast', async () => {
  const page = await openStates();
  await run(page, 'open', states[0], ['en']);
  await run(page, 'show', 90, 'light');
  assert.notDeepEqual(await run(page, 'cutOff'), []);
  await page.addStyleTag({content: 'cr-checkout {--cr-text: #ccc}'});
  assert.notDeepEqual(await run(page, 'violations', ['color-contrast']), []);
  await page.close();
});

/** Two pages at a time, each with half of the states: while one waits for its requests, the other computes. */
describe('every language', {concurrency: 2}, () => {
  for (const half of [0, 1]) {
    describe(`in half ${half + 1} of the states`, {concurrency: 1}, () => {
      let page: Page;
      before(async () => {
        page = await openStates();
      });
      after(() => page?.close());

      for (const state of states.filter((_, at) => at % 2 === half)) {
        it(`is accessible and not cut off: ${state.name}`, async () => {
          await run(page, 'open', state, LANGUAGES);
          await run(page, 'show', 320, 'light');
          assert.deepEqual(await run(page, 'cutOff'), [], 'at 320 px');
          for (const [width, theme, rules] of READINGS) {
            await run(page, 'show', width, theme);
            assert.deepEqual(await run(page, 'violations', rules), [], `${theme} at ${width} px`);
          }
        });
      }
    });
  }
});

async function openStates(): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1024, height: 768}, reducedMotion: 'reduce'});
  page.setDefaultTimeout(60_000);
  await page.clock.setFixedTime(startedAt);
  const sandbox = createSandbox({seed: 'pictures'});
  await page.route('http://localhost/**', answerFrom(statesPage, sandbox));
  await page.goto('http://localhost/');
  await page.waitForFunction('window.states');
  await page.evaluate(AXE);
  await page.evaluate(`{${READING}}`);
  return page;
}

/** Calls a function of the page's script for reading. */
function run(page: Page, name: string, ...values: readonly unknown[]): Promise<unknown> {
  return page.evaluate(
    `window.reading.${name}(...${JSON.stringify(values.filter(value => value !== undefined))})`,
  );
}
