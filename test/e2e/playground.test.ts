import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type Demo, openDemo} from './support/demo.js';
import {type Pages, servePages} from './support/pages.js';
import {Shop} from './support/shop.js';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly cssProperties: readonly Named[];
}

const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8')) as {
  modules: {declarations: Declaration[]}[];
};
const declaration = manifest.modules.flatMap(module => module.declarations).find(({tagName}) => tagName)!;

let browser: Browser;
let demo: Demo;
let pages: Pages;

before(async () => {
  [browser, demo, pages] = await Promise.all([openBrowser(), openDemo(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close(), pages?.close()]);
});

async function open() {
  const opened = await openPage(browser, `${demo.url}/playground.html`, {locale: 'en-US'});
  await opened.page.locator('#control-proxy-url').waitFor();
  return {
    ...opened,
    shop: new Shop(opened.page),
    snippet: async () => (await opened.page.locator('#snippet').textContent()) ?? '',
  };
}

describe('the playground', () => {
  it('has a control for every attribute and every custom property', async () => {
    const {page, close} = await open();
    const all = [...declaration.attributes, ...declaration.cssProperties].map(({name}) => name);
    const labels = await page.locator('.control label').allTextContents();
    assert.deepEqual(
      all.filter(name => !labels.includes(name)),
      [],
    );
    await close();
  });

  it('offers languages, countries and coins to pick', async () => {
    const {page, close} = await open();
    for (const [name, value] of Object.entries({lang: 'zh-Hant', country: 'BR', coin: 'BTC'})) {
      const listed = await page
        .locator(`#control-${name}`)
        .evaluate(field =>
          [...((field as HTMLInputElement).list?.options ?? [])].map(option => option.value),
        );
      assert.ok(listed.includes(value), `${name}: ${listed.join(' ')}`);
    }
    await close();
  });

  it('changes the checkout at once, and the snippet makes the same one on another page', async () => {
    const {page, shop, snippet, pageErrors, consoleErrors, close} = await open();
    await page.locator('#control-country').fill('IT');
    await page.locator('#control-country').press('Enter');
    await page.locator('#control-lock-country').check();
    await page.locator('#control-theme').selectOption('dark');
    await page.locator('summary', {hasText: 'Theme variables'}).click();
    await page.locator('#control-cr-accent').fill('rgb(200, 30, 90)');
    await page.locator('#control-cr-accent').press('Enter');
    await page.waitForFunction(
      () =>
        (document.querySelector('cr-checkout') as unknown as {state: {country: string}}).state.country ===
        'IT',
    );
    const text = await snippet();
    assert.match(text, /country="IT"/);
    assert.match(text, /lock-country/);
    assert.match(text, /--cr-accent: rgb\(200, 30, 90\);/);

    const copy = text.replace('/checkout/cr-checkout.js', '/dist/cr-checkout.js');
    pages.put('/', `<!doctype html><html lang="en"><title>Copy</title>${copy}</html>`);
    await page.goto(pages.url);
    await shop.part('brand').first().waitFor();
    const colour = await page.evaluate(() => {
      const element = document.querySelector('cr-checkout')!;
      return getComputedStyle(element).getPropertyValue('--cr-accent').trim();
    });
    assert.equal(colour, 'rgb(200, 30, 90)');
    assert.equal((await shop.state()).country, 'IT');
    assert.equal(await shop.part('country').locator('select:enabled').count(), 0);
    assert.deepEqual([pageErrors, consoleErrors], [[], []]);
    await close();
  });

  it('takes a colour that is picked, copies, and takes back what is emptied', async () => {
    const {page, snippet, close} = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('summary', {hasText: 'Theme variables'}).click();
    await page.getByLabel('--cr-accent, picked').fill('#aa3300');
    assert.match(await snippet(), /--cr-accent: #aa3300;/);
    await page.getByRole('button', {name: 'Copy', exact: true}).first().click();
    await page.getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await snippet());
    await page.locator('#control-cr-accent').fill('');
    await page.locator('#control-cr-accent').press('Enter');
    assert.doesNotMatch(await snippet(), /--cr-accent/);
    await close();
  });

  it('plays a scenario by the address that it fills in', async () => {
    const {page, shop, snippet, close} = await open();
    await page.locator('#control-scenario').selectOption('paid@sandbox.test');
    assert.match(await snippet(), /email="paid@sandbox\.test"/);
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.checkDetails();
    await shop.createOrder();
    await demo.pass(10_000);
    await shop.waitForStep('done');
    await close();
  });

  it('writes values that are hostile to markup as they are to be written', async () => {
    const {page, snippet, close} = await open();
    await page.locator('#control-brand').fill('"><script>alert(1)</script>');
    await page.locator('#control-brand').press('Enter');
    assert.match(await snippet(), /brand="&quot;><script>alert\(1\)<\/script>"/);
    await close();
  });
});
