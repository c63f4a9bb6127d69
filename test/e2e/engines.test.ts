/** Makes a whole purchase in Firefox and in WebKitGTK; the other files run in Chromium. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {firefox} from 'playwright-core';
import {findProgram, firefoxPreferences} from '../../scripts/browsers.mjs';
import {startWebkit, type WebkitDriver} from '../../scripts/webkit.mjs';
import {openPage} from './support/browser.js';
import {type Pages, page, servePages, TAG} from './support/pages.js';
import {buy} from './support/purchase.js';
import {Shop} from './support/shop.js';

let pages: Pages;

before(async () => {
  pages = await servePages();
  pages.put('/', page(TAG));
});

after(() => pages?.close());

describe('a purchase', () => {
  it('goes to its end in Firefox', async () => {
    const browser = await firefox.launch({
      channel: 'moz-firefox',
      executablePath: findProgram('firefox'),
      headless: true,
      firefoxUserPrefs: {...firefoxPreferences},
    });
    try {
      const {page: tab, pageErrors} = await openPage(browser, pages.url, {locale: 'en-US'});
      const shop = new Shop(tab);
      const orderId = await buy(shop, pages.pay);
      assert.equal((await shop.state()).orderId, orderId);
      assert.deepEqual(pageErrors, []);
    } finally {
      await browser.close();
    }
  });

  it('goes to its end in WebKitGTK', async () => {
    const {driver, close} = await startWebkit();
    try {
      await driver.get(pages.url);
      await press(driver, 'brand', 'Voltaic');
      await press(driver, 'denomination', '$25');
      await press(driver, 'submit');
      await type(driver, 'email', 'ana@example.com');
      await press(driver, 'submit');
      await find(driver, 'summary');
      await press(driver, 'submit');
      await find(driver, 'order-state');
      await find(driver, 'qr');
      pages.pay();
      await press(driver, 'reveal');
      const code = await driver.executeScript<string>(
        'return arguments[0].textContent',
        await find(driver, 'code'),
      );
      assert.ok(code.trim().length > 3);
      const state = await driver.executeScript<{step: string}>(
        'return document.querySelector("cr-checkout").state',
      );
      assert.equal(state.step, 'done');
    } finally {
      await close();
    }
  });
});

/** Runs in the page: returns the first enabled part of a name that shows the words, in any shadow root. */
const FIND = `
  const [name, words] = arguments;
  const all = root => [...root.querySelectorAll('*')].flatMap(it => [it, ...(it.shadowRoot ? all(it.shadowRoot) : [])]);
  return all(document).find(it => it.part.contains(name) && it.textContent.includes(words) && !it.disabled) ?? null;
`;

const TEXT = `
  const text = root => [...root.children].map(it => it.shadowRoot ? text(it.shadowRoot) : it.localName === 'style' ? '' : it.children.length ? text(it) : it.textContent).join(' ');
  return text(document.body).replace(/\\s+/g, ' ').slice(0, 600);
`;

/** Waits for a part, and returns selenium's reference to it. */
async function find(driver: WebkitDriver, name: string, words = ''): Promise<unknown> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await driver.executeScript(FIND, name, words);
    if (found) return found;
    if (Date.now() > deadline)
      throw new Error(`there is no ${name} ${words} on: ${await driver.executeScript(TEXT)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function press(driver: WebkitDriver, name: string, words = ''): Promise<void> {
  await driver.executeScript('arguments[0].click()', await find(driver, name, words));
}

async function type(driver: WebkitDriver, name: string, text: string): Promise<void> {
  const field = await find(driver, name);
  const script = `
    const field = arguments[0].matches('input') ? arguments[0] : arguments[0].querySelector('input');
    field.value = arguments[1];
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  `;
  await driver.executeScript(script, field, text);
}
