import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type Pages, page, servePages, TAG} from './support/pages.js';
import {buy} from './support/purchase.js';
import {Shop} from './support/shop.js';

const checksums = JSON.parse(
  readFileSync(new URL('../../dist/integrity.json', import.meta.url), 'utf8'),
) as Record<string, string>;

let browser: Browser;
let pages: Pages;

before(async () => {
  [browser, pages] = await Promise.all([openBrowser(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), pages?.close()]);
});

function load(file: string, language: string, host = ''): string {
  const map = JSON.stringify({integrity: {[`${host}/dist/locales/vi.js`]: language}});
  return `<script type="importmap">${map}</script><script type="module" src="${host}/dist/cr-checkout.js" integrity="${file}" crossorigin="anonymous"></script>`;
}

describe('the checksums', () => {
  const [file = '', language = ''] = [checksums['cr-checkout.js'], checksums['locales/vi.js']];

  it('let the one file and its languages load', async () => {
    pages.put('/', page(`<div lang="vi">${TAG}</div>`, load(file, language)));
    const {page: tab, consoleErrors, close} = await openPage(browser, pages.url, {locale: 'en-US'});
    await new Shop(tab).part('brand').first().waitFor();
    await tab.waitForFunction(() =>
      document.querySelector('cr-checkout')?.shadowRoot?.querySelector('[lang=vi]'),
    );
    assert.deepEqual(consoleErrors, []);
    await close();
  });

  it('let both come from another host, and a card is sold under a policy that names it', async () => {
    const host = await servePages();
    const head = load(file, language, host.url);
    const [, map = ''] = /<script type="importmap">(.*?)<\/script>/.exec(head) ?? [];
    const own = createHash('sha256').update(map).digest('base64');
    const policy = `default-src 'none'; script-src 'sha256-${own}' ${host.url}; connect-src 'self'; img-src ${pages.logos}`;
    pages.put('/', page(`<div lang="vi">${TAG}</div>`, head), {'content-security-policy': policy});
    const {page: tab, consoleErrors, requests, close} = await openPage(browser, pages.url, {locale: 'en-US'});
    const shop = new Shop(tab);
    await shop.part('brand').first().waitFor();
    await tab.waitForFunction(() =>
      document.querySelector('cr-checkout')?.shadowRoot?.querySelector('[lang=vi]'),
    );
    await buy(shop, pages.pay, '25');
    assert.deepEqual(
      requests.filter(url => url.startsWith(host.url)).map(url => new URL(url).pathname),
      ['/dist/cr-checkout.js', '/dist/locales/vi.js'],
    );
    assert.deepEqual(consoleErrors, []);
    await close();
    await host.close();
  });

  it('keep a file out that is another, and the page shows what stands in the tag', async () => {
    const fallback = TAG.replace('></', '><a href="/cards">Buy on our site</a></');
    pages.put('/', page(fallback, load(language, language)));
    const {page: tab, close} = await openPage(browser, pages.url, {locale: 'en-US'});
    await tab.waitForLoadState('load');
    assert.equal(await tab.evaluate(() => customElements.get('cr-checkout') === undefined), true);
    assert.equal(await tab.getByText('Buy on our site').isVisible(), true);
    await close();
  });
});
