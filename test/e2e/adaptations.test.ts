/** Reads every state as people adapt it: text of twice the size, more space between letters, on paper, in forced colours. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {states} from '../pictures/checkout-states.mjs';
import {openBrowser} from './support/browser.js';
import {openStates, read} from './support/reading.js';

/** The longest words, the ones from right to left, and the original. */
const LANGUAGES = ['de', 'ar', 'en'];
/** WCAG 2.2, 1.4.12: at least these, and twice the font size after paragraphs. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
`;

let browser: Browser;
let page: Page;

before(async () => {
  browser = await openBrowser();
  page = await openStates(browser);
});

after(async () => {
  await page?.close();
  await browser?.close();
});

const stateOf = (name: string) => states.find(state => state.name === name);
const show = async (name: string, theme = 'light') => {
  await read(page, 'open', stateOf(name), ['en']);
  await read(page, 'show', 360, theme);
};

describe('every state can be read whole at 320 px', () => {
  for (const state of states) {
    it(`with text of twice the size, and with text spacing: ${state.name}`, async () => {
      await read(page, 'open', state, LANGUAGES);
      await read(page, 'show', 320, 'light');
      await page.evaluate('document.body.style.fontSize = "200%"');
      assert.deepEqual(await read(page, 'cutOff'), [], 'text of twice the size');
      await page.evaluate('document.body.style.fontSize = ""');
      await read(page, 'style', SPACING);
      assert.deepEqual(await read(page, 'cutOff'), [], 'text spacing');
    });
  }
});

describe('on paper', () => {
  before(() => page.emulateMedia({media: 'print'}));
  after(() => page.emulateMedia({media: 'screen'}));

  it('there is a code that was revealed, its card and how to redeem it, and nothing to press', async () => {
    await show('revealed');
    const [code] = await read<string[]>(page, 'texts', 'code');
    assert.match(code ?? '', /X9Q2/);
    assert.match((await read<string[]>(page, 'texts', 'instructions')).join(), /Redeem/);
    assert.match((await read<string[]>(page, 'texts', 'receipt')).join(), /Voltaic/);
    for (const part of ['reveal', 'action', 'copy', 'back'])
      assert.deepEqual(await read(page, 'texts', part), [], part);
    assert.deepEqual(await read(page, 'cutOff'), []);
  });

  it('a code that was not revealed stays hidden', async () => {
    await show('done');
    assert.deepEqual(await read(page, 'texts', 'code'), []);
  });

  it('a payment keeps its code, amount and address', async () => {
    await show('waiting');
    for (const part of ['coin-amount', 'address'])
      assert.equal((await read<string[]>(page, 'texts', part)).length, 1, part);
    assert.equal((await read<string[]>(page, 'styles', 'qr', 'display')).length, 1);
    assert.deepEqual(await read(page, 'cutOff'), []);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`in forced colours, ${colorScheme}`, () => {
    before(() => page.emulateMedia({forcedColors: 'active', colorScheme}));
    after(() => page.emulateMedia({forcedColors: 'none', colorScheme: 'light'}));

    it('the amount that is chosen and the chips that are pressed differ from the others', async () => {
      await show('amounts', colorScheme);
      const amounts = await read<string[]>(page, 'styles', 'denomination', 'backgroundColor', 'color');
      assert.deepEqual(new Set(amounts.filter((_, at) => at !== 1)).size, 1);
      assert.notEqual(amounts[1], amounts[0]);
      await show('brands', colorScheme);
      const [all, ...others] = await read<string[]>(page, 'styles', 'kind', 'backgroundColor', 'color');
      assert.ok(others.length > 1 && others.every(other => other !== all));
    });

    it('every state can be read whole', async () => {
      for (const name of ['brands', 'amounts', 'review', 'waiting', 'part paid', 'failed', 'revealed']) {
        await show(name, colorScheme);
        assert.deepEqual(await read(page, 'cutOff'), [], name);
        assert.deepEqual(await read(page, 'violations', {runOnly: ['target-size']}), [], name);
      }
    });
  });
}
