/** Tests hostile HTML of the API in the one file: it upgrades no element, loads nothing and violates no policy. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type Browser, firefox} from 'playwright-core';
import {findProgram, firefoxPreferences} from '../../scripts/browsers.mjs';
import {hostileHtml} from '../samples/hostile-html.js';
import {openBrowser, openPage} from './support/browser.js';
import {type Headers, type Pages, page, servePages} from './support/pages.js';

const RUN = 'window.hasRun=true';

/** The policy that docs/security.md recommends, with an address for reports of violations. */
const STRICT: Headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' https:",
    "style-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    'report-uri /reports',
  ].join('; '),
};

/** Defines elements that count themselves, and shows a delivered order with every hostile text. */
const script = (texts: readonly string[]) => `
  import '/dist/cr-checkout.js';

  window.awake = [];
  const noted = (name, parent) => class extends parent {
    constructor() { super(); window.awake.push(name + ' constructed'); }
    connectedCallback() { window.awake.push(name + ' connected'); }
    attributeChangedCallback() { window.awake.push(name + ' changed'); }
    static observedAttributes = ['src', 'text'];
  };
  customElements.define('page-widget', noted('page-widget', HTMLElement));
  customElements.define('page-button', noted('page-button', HTMLButtonElement), {extends: 'button'});
  customElements.define('page-paragraph', noted('page-paragraph', HTMLParagraphElement), {extends: 'p'});

  const deliveries = ${JSON.stringify(texts)}.map(redeem_instructions => ({
    delivery_state: 'Succeeded',
    deliverable: {brand_name: 'Voltaic', denomination: '25 USD', redeem_instructions},
  }));
  const element = document.createElement('cr-checkout');
  element.proxyUrl = '/api';
  element.orderId = 'x';
  element.noResume = true;
  element.fetch = async request => new URL(request.url).pathname.endsWith('/orders/x')
    ? Response.json({order_id: 'x', order_state: 'Done', deliveries})
    : Response.json([]);
  document.body.append(element);
`;

const engines: Readonly<Record<string, () => Promise<Browser>>> = {
  Chromium: openBrowser,
  Firefox: () =>
    firefox.launch({
      channel: 'moz-firefox',
      executablePath: findProgram('firefox'),
      headless: true,
      firefoxUserPrefs: {...firefoxPreferences},
    }),
};

for (const [engine, launch] of Object.entries(engines)) {
  describe(`HTML of the API in ${engine}`, () => {
    let browser: Browser;
    let pages: Pages;

    before(async () => {
      [browser, pages] = await Promise.all([launch(), servePages()]);
    });

    after(async () => {
      await Promise.all([browser?.close(), pages?.close()]);
    });

    /** Shows the texts on a page with these headers, and returns their effects. */
    async function show(texts: readonly string[], headers: Headers) {
      const head = '<script type="module" src="/page.js"></script>';
      pages.put(
        '/',
        page('<img name="implementation" alt=""><form name="defaultView"></form>', head),
        headers,
      );
      pages.put('/page.js', script(texts));
      const seen = pages.reports.length;
      const opened = await openPage(browser, pages.url, {locale: 'en-US'});
      const {page: tab} = opened;
      await tab
        .locator('[part~="instructions"]')
        .nth(texts.length - 1)
        .waitFor();
      const shown = await tab.locator('[part~="instructions"]').evaluateAll(parts =>
        parts.map(part => {
          for (const type of ['click', 'mouseover', 'focus', 'animationstart'])
            for (const element of part.querySelectorAll('*:not(a)')) element.dispatchEvent(new Event(type));
          return [...part.querySelectorAll('*')].flatMap(element => [
            element.localName,
            ...element.getAttributeNames(),
          ]);
        }),
      );
      // Three more requests leave time to load or refuse whatever a parser has started.
      for (let time = 0; time < 3; time++)
        await tab.evaluate(() => fetch('/ready').then(answer => answer.text()));
      const awake = await tab.evaluate(() => (window as unknown as {awake: string[]}).awake);
      const hasRun = await tab.evaluate(() => 'hasRun' in window);
      const {requests, pageErrors, consoleErrors, close} = opened;
      await close();
      return {
        did: {
          awake,
          hasRun,
          asked: requests.filter(url => !url.startsWith(pages.url)),
          reports: pages.reports.slice(seen),
          pageErrors,
          consoleErrors,
        },
        shown,
      };
    }

    const nothing = {awake: [], hasRun: false, asked: [], reports: [], pageErrors: [], consoleErrors: []};

    it('wakes nothing and asks for nothing on a page without a policy', async () => {
      const {did, shown} = await show(hostileHtml(pages.logos, RUN), {});
      assert.deepEqual(did, nothing);
      const drawn = new Set(shown.flat());
      const allowed = [
        'bdi',
        'class',
        'p',
        'ul',
        'ol',
        'li',
        'strong',
        'em',
        'br',
        'a',
        'target',
        'rel',
        'href',
      ];
      assert.deepEqual(
        [...drawn].filter(name => !allowed.includes(name)),
        [],
      );
    });

    it('makes no report under the strictest policy, and stays readable', async () => {
      const {did, shown} = await show([...hostileHtml(pages.logos, RUN), '<p>Go to <b>shop</b></p>'], STRICT);
      assert.deepEqual(did, nothing);
      assert.deepEqual(shown.at(-1), ['bdi', 'class', 'p', 'strong']);
    });

    it('would be noticed if a page parsed it by itself', async () => {
      const head = '<script type="module" src="/page.js"></script>';
      const some = hostileHtml(pages.logos, RUN).slice(0, 12);
      const texts = JSON.stringify(some.join('<p style="color: red">'));
      const parsing = `${script([])} document.body.appendChild(document.createElement('div')).innerHTML = ${texts};`;
      pages.put('/', page('', head));
      pages.put('/strict', page('', head), STRICT);
      pages.put('/page.js', parsing);
      const seen = pages.reports.length;
      const {page: tab, requests, close} = await openPage(browser, pages.url, {locale: 'en-US'});
      await tab.waitForFunction(() => (window as unknown as {awake?: string[]}).awake?.length);
      const isAsked = () => requests.some(url => url.startsWith(pages.logos));
      const isReported = () => pages.reports.length > seen;
      while (!isAsked()) await new Promise(resolve => setTimeout(resolve, 20));
      await tab.goto(`${pages.url}/strict`);
      while (!isReported()) await new Promise(resolve => setTimeout(resolve, 20));
      await close();
    });
  });
}
