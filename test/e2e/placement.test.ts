/** Tests the element in forms, dialogs and narrow cells, and while it is loaded. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage, type PageOptions} from './support/browser.js';
import {type Pages, page, servePages} from './support/pages.js';
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

const SCRIPT = '<script type="module" src="/dist/cr-checkout.js"></script>';
const APART = '<cr-checkout proxy-url="/api" country="US" no-resume></cr-checkout>';

async function open(html: string, options: PageOptions = {}) {
  pages.put('/', html);
  const opened = await openPage(browser, pages.url, {locale: 'en-US', ...options});
  return {...opened, shop: new Shop(opened.page)};
}

describe('inside of a form of the page', () => {
  it('Enter in its fields never submits that form, and its fields are none of it', async () => {
    const {
      page: tab,
      shop,
      close,
    } = await open(page(`<form action="/submitted"><input name="own">${APART}</form>`));
    await tab.evaluate(() => {
      const form = document.querySelector('form')!;
      form.addEventListener('submit', () => document.body.setAttribute('data-submitted', ''));
    });
    await shop.field('search').press('Enter');
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.part('submit').press('Enter');
    await shop.field('email').press('Enter');
    await shop.fillEmail('ana@example.com');
    await shop.field('email').press('Enter');
    await shop.part('summary').waitFor();
    const names = await tab.evaluate(() => [...new FormData(document.querySelector('form')!).keys()]);
    assert.deepEqual(names, ['own']);
    assert.equal(await tab.locator('[data-submitted]').count(), 0);
    assert.equal(new URL(tab.url()).pathname, '/');
    await close();
  });
});

describe('inside of a frame without an address', () => {
  const inner = page(APART, SCRIPT);
  const written = JSON.stringify(inner).replaceAll('</', '<\\/');
  for (const [name, body] of [
    [
      'of its own markup',
      `<iframe srcdoc="${inner.replaceAll('"', '&quot;')}" width="480" height="900"></iframe>`,
    ],
    [
      'that a script writes',
      `<iframe width="480" height="900"></iframe><script>{const {contentDocument} = document.querySelector('iframe');
        contentDocument.write(${written}); contentDocument.close();}</script>`,
    ],
  ] as const) {
    it(`${name} it sells`, async () => {
      const {page: tab, pageErrors, close} = await open(page(body, ''), {height: 1000});
      await buy(new Shop(tab.frames()[1]!), pages.pay);
      assert.deepEqual(pageErrors, []);
      await close();
    });
  }
});

describe('in a cell of 280 px', () => {
  for (const display of [
    'display: grid; grid-template-columns: 280px 1fr',
    'display: flex; inline-size: 280px',
    'display: inline-grid; inline-size: 280px',
  ]) {
    it(`of a page with "${display}" nothing sticks out, on any step`, async () => {
      const styles = `<style>main {${display}}</style>`;
      const {
        page: tab,
        shop,
        close,
      } = await open(page(`<main>${APART}</main>`, styles + SCRIPT), {width: 640});
      const widths: number[] = [];
      const measure = async () => {
        widths.push(
          await tab.evaluate(() => document.querySelector('cr-checkout')!.getBoundingClientRect().width),
        );
        widths.push(await tab.evaluate(() => document.querySelector('cr-checkout')!.scrollWidth));
      };
      await shop.part('brand').first().waitFor();
      await measure();
      await shop.pickBrand('Voltaic');
      await measure();
      await shop.chooseDenomination('$25');
      await shop.continue();
      await shop.fillEmail('ana@example.com');
      await measure();
      await shop.checkDetails();
      await shop.createOrder();
      await shop.acknowledge();
      await measure();
      assert.deepEqual(
        widths.filter(width => width > 280 || width < 200),
        [],
      );
      await close();
    });
  }
});

describe('while it is loaded', () => {
  const RESERVED = `<style>cr-checkout:not(:defined) {display: grid; place-items: center; min-block-size: 100svh}</style>`;
  const WITH_FALLBACK =
    '<cr-checkout proxy-url="/api" country="US"><a href="/cards">Buy on our site</a></cr-checkout><p>Below</p>';

  it('what stands in the tag is shown, and the place that it needs is kept', async () => {
    const {page: tab, close} = await open(page(WITH_FALLBACK, RESERVED), {width: 480, height: 640});
    assert.equal(await tab.getByText('Buy on our site').isVisible(), true);
    assert.ok((await tab.locator('cr-checkout').boundingBox())!.height >= 640);
    await close();
  });

  it('what is below does not jump when the script arrives', async () => {
    const {page: tab, shop, close} = await open(page(WITH_FALLBACK, RESERVED), {width: 480, height: 640});
    await tab.addScriptTag({url: '/dist/cr-checkout.js', type: 'module'});
    await tab.evaluate(() => customElements.whenDefined('cr-checkout'));
    await tab.evaluate(
      () => (document.querySelector('cr-checkout') as unknown as {updateComplete: unknown}).updateComplete,
    );
    await shop.part('brand').first().waitFor();
    const shift = await tab.evaluate(
      () =>
        new Promise<number>(resolve => {
          new PerformanceObserver(list => {
            const shifts = list.getEntries() as (PerformanceEntry & {value: number})[];
            resolve(shifts.reduce((sum, {value}) => sum + value, 0));
          }).observe({type: 'layout-shift', buffered: true});
          setTimeout(resolve, 300, 0);
        }),
    );
    assert.equal(shift, 0);
    await close();
  });
});
