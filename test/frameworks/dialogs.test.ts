/** Goes through the dialogs of demo/apps/dialogs by keys: into the checkout, through it, and out again. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage} from '../e2e/support/browser.js';
import {Shop} from '../e2e/support/shop.js';
import {openWorkshop, succeed, type Workshop} from './support/install.js';
import {type Site, serveFiles} from './support/site.js';

let browser: Browser;
let workshop: Workshop;
let site: Site;

before(async () => {
  [browser, workshop] = await Promise.all([openBrowser(), openWorkshop()]);
  const folder = await workshop.install('demo/apps/dialogs');
  await succeed('npm', ['run', '-s', 'build'], folder);
  site = await serveFiles(join(folder, 'dist'));
});

after(async () => {
  await site?.close();
  workshop?.close();
  await browser?.close();
});

/** Returns the tag of the outermost element with the focus, and the part inside of it. */
const FOCUSED = `(() => {
  const outer = document.activeElement;
  let active = outer;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return [outer.localName + outer.textContent.trim(), active.getAttribute('part') ?? ''];
})()`;

for (const kind of ['native', 'trapped']) {
  test(`Tab leads into the checkout of a ${kind} dialog, to its end, and stays in the dialog`, async () => {
    const {page, pageErrors, close} = await openPage(browser, site.url, {locale: 'en-US'});
    const shop = new Shop(page, `#${kind} cr-checkout`);
    await page.click(`#open-${kind}`);
    await shop.part('brand').first().waitFor();
    const stops: string[][] = [];
    for (let tab = 0; tab < 24; tab += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate<string[]>(FOCUSED));
    }
    const parts = stops.map(([, part]) => part);
    assert.ok(
      ['search', 'country', 'brand'].every(part => parts.includes(part)),
      parts.join(),
    );
    assert.ok(
      stops.some(([outer]) => outer === 'buttonClose'),
      'the button behind the checkout',
    );
    assert.ok(!stops.some(([outer]) => outer?.startsWith('buttonBuy')), 'Tab has left the dialog');
    await shop.pickBrand('Voltaic');
    await page.getByRole('button', {name: 'Close'}).click();
    assert.equal(await page.locator(`#${kind}`).isVisible(), false);
    assert.deepEqual(pageErrors, []);
    await close();
  });
}
