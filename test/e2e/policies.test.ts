/** Makes purchases on pages with the strictest policies that browsers support. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type OpenPage, openBrowser, openPage} from './support/browser.js';
import {type Headers, type Pages, page, servePages, TAG} from './support/pages.js';
import {buy, order} from './support/purchase.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let pages: Pages;

before(async () => {
  [browser, pages] = await Promise.all([openBrowser(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), pages?.close()]);
});

const strict = () => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'none'",
  "connect-src 'self'",
  `img-src ${pages.logos}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

/** Opens a page with these headers, and records every violation of its policies. */
async function open(body: string, headers: Headers): Promise<OpenPage & {shop: Shop; violations: string[]}> {
  pages.put('/', body, headers);
  const violations: string[] = [];
  const opened = await openPage(browser, `${pages.url}/dist/integrity.json`, {locale: 'en-US'});
  await opened.page.exposeBinding('noteViolation', (_, text: string) => void violations.push(text));
  // Scripts of the test are exempt from the page's policy.
  await opened.page.addInitScript(() => {
    const {noteViolation} = window as unknown as {noteViolation(text: string): void};
    document.addEventListener('securitypolicyviolation', event =>
      noteViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
    new ReportingObserver(reports => {
      for (const {type, body} of reports) noteViolation(`${type} ${JSON.stringify(body)}`);
    }).observe();
  });
  await opened.page.goto(pages.url);
  return {...opened, violations, shop: new Shop(opened.page)};
}

/** Waits for something that happens outside of the page; a test's own time limit ends it. */
async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise(resolve => setTimeout(resolve, 20));
}

const policy = (...directives: readonly string[]): Headers => ({
  'content-security-policy': [...directives, 'report-uri /reports'].join('; '),
});

describe('a Content Security Policy', () => {
  it('as strict as can be, with Trusted Types and without any style, lets a purchase through without one report', async () => {
    const {shop, violations, consoleErrors, pageErrors, close} = await open(page(TAG), policy(...strict()));
    await buy(shop, pages.pay);
    assert.equal(await shop.part('instructions').first().isVisible(), true, 'the text of the API is parsed');
    await close();
    assert.deepEqual([violations, pages.reports, consoleErrors, pageErrors], [[], [], [], []]);
  });

  it('of that kind lets other languages load, and logos of the named host', async () => {
    const {
      shop,
      page: tab,
      violations,
      close,
    } = await open(page(`<div lang="vi">${TAG}</div>`), policy(...strict()));
    await shop.part('brand').first().waitFor();
    await tab.waitForFunction(
      () =>
        document.querySelector('cr-checkout')?.shadowRoot?.querySelector('[lang]')?.getAttribute('lang') ===
        'vi',
    );
    const sizes = await shop
      .part('brand')
      .locator('img')
      .evaluateAll(images => images.map(image => (image as HTMLImageElement).naturalWidth));
    assert.ok(sizes.length > 3 && sizes.some(width => width > 0));
    await close();
    assert.deepEqual(violations, []);
  });

  it('that forbids all images costs no more than the logos', async () => {
    const {shop, violations, close} = await open(
      page(TAG),
      policy(...strict().map(each => (each.startsWith('img-src') ? "img-src 'none'" : each))),
    );
    await buy(shop, pages.pay);
    await close();
    assert.ok(violations.every(each => each.includes('img-src')));
  });

  it('is really at work in these tests: a page that breaks it is reported', async () => {
    const seen = pages.reports.length;
    const {page: tab, violations, close} = await open(page('', ''), policy(...strict()));
    await until(async () => {
      await tab
        .evaluate(() => {
          document.documentElement.innerHTML = '<p style="color: red">red</p>';
        })
        .catch(() => undefined);
      return pages.reports.length > seen && violations.length > 0;
    });
    await close();
  });
});

describe('a frame', () => {
  for (const sandbox of ['allow-scripts allow-forms', 'allow-scripts']) {
    it(`that is sandboxed by "${sandbox}", of no origin and without storage, sells, and its enlarged QR code closes`, async () => {
      pages.put('/frame', page(TAG), {});
      const {
        page: tab,
        pageErrors,
        close,
      } = await open(
        page(`<iframe sandbox="${sandbox}" src="/frame" width="480" height="900"></iframe>`, ''),
        {},
      );
      const shop = new Shop(tab.frames()[1]!);
      await order(shop);
      await shop.acknowledge();
      const qr = shop.part('qr');
      await qr.getByRole('button').first().click();
      await qr.locator('dialog').getByRole('button').click();
      await qr.locator('dialog').waitFor({state: 'hidden'});
      pages.pay();
      await shop.waitForStep('done');
      await shop.reveal();
      await close();
      assert.deepEqual(pageErrors, []);
    });
  }

  it('without permission for the clipboard copies by selection, or says that it cannot', async () => {
    const {shop, close} = await open(page(TAG), {
      'permissions-policy': 'clipboard-write=(), clipboard-read=()',
    });
    await order(shop);
    await shop.part('copy').first().click();
    const said = shop.root.locator('[part~="copy"].done, [role=alert]');
    await said.first().waitFor({state: 'attached'});
    await close();
  });
});

describe('a page of its own process', () => {
  for (const embedder of ['credentialless', 'require-corp']) {
    it(`with COOP and COEP ${embedder} sells`, async () => {
      const {
        shop,
        page: tab,
        pageErrors,
        close,
      } = await open(page(TAG), {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': embedder,
      });
      assert.equal(await tab.evaluate(() => crossOriginIsolated), true);
      await buy(shop, pages.pay);
      await close();
      assert.deepEqual(pageErrors, []);
    });
  }
});
