import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type Demo, startDemo} from './support/demo.js';

const PAGES = readdirSync(new URL('../../demo', import.meta.url)).filter(name => name.endsWith('.html'));

/** Runs in the page; a string, because a compiled function would carry helpers that the page does not have. */
const FIND_UNDEFINED = `(() => {
  const all = root => [...root.querySelectorAll('*')].flatMap(it => [it, ...(it.shadowRoot ? all(it.shadowRoot) : [])]);
  return all(document).filter(it => it.matches(':not(:defined)')).map(it => it.localName);
})()`;

interface AxeResult {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly html: string}[]}[];
}

let browser: Browser;
let demo: Demo;
let axe: string;

before(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [browser, demo] = await Promise.all([openBrowser(), startDemo()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close()]);
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    (window as unknown as {axe: {run(): Promise<AxeResult>}}).axe.run(),
  );
  return result.violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`);
}

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
