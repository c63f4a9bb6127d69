/**
 * Tests the element in pages that were not made for it: other copies of it, frameworks' containers, resets, patched
 * platforms.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type OpenPage, openBrowser, openPage, type PageOptions} from './support/browser.js';
import {type Pages, page, servePages, TAG} from './support/pages.js';
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

const SCRIPT = '<script type="module" src="/dist/cr-checkout.js"></script>';
/** Milliseconds within which an order is read again without an event stream. */
const NEXT_READ = 10_000;
const APART = '<cr-checkout proxy-url="/api" country="US" no-resume></cr-checkout>';

async function open(html: string, options: PageOptions = {}) {
  pages.put('/', html);
  const opened = await openPage(browser, pages.url, {locale: 'en-US', ...options});
  return {...opened, shop: new Shop(opened.page)};
}

/** Opens a page, buys a card in it, and asserts that only events reach the page. */
async function sells(html: string, selector = 'cr-checkout') {
  const {page: tab, events, pageErrors, close} = await open(html);
  const orderId = await buy(new Shop(tab, selector), pages.pay);
  await assertSold({orderId, page: tab, events, pageErrors});
  await close();
}

/** Does the same in a page without an event stream, by moving its clock on to the next read of the order. */
async function sellsByReads(html: string) {
  const {page: tab, shop, events, pageErrors, pass, close} = await open(html, {hasClock: true});
  const orderId = await buy(shop, async () => {
    pages.pay();
    pages.pass(NEXT_READ);
    await pass(NEXT_READ);
  });
  await assertSold({orderId, page: tab, events, pageErrors});
  await close();
}

async function assertSold({
  orderId,
  page: tab,
  events,
  pageErrors,
}: Pick<OpenPage, 'page' | 'events' | 'pageErrors'> & {orderId: string}) {
  const done = (await events()).filter(({type}) => type === 'cr-done');
  assert.deepEqual(
    done.map(({detail}) => detail),
    [{orderId}],
  );
  assert.deepEqual(pageErrors, []);
  assert.equal(new URL(tab.url()).pathname, '/', 'the page has gone nowhere');
}

describe('beside others of its kind', () => {
  it('the version that was loaded first stays, and the other says one line', async () => {
    const code = readFileSync(new URL('../../dist/cr-checkout.js', import.meta.url), 'utf8');
    const quoted = /(["'`])0\.1\.0\1/g;
    assert.match(code, quoted);
    pages.put('/old.js', code.replace(quoted, '"0.0.9"'));
    const {page: tab, shop, events, pageErrors, close} = await open('');
    const lines: string[] = [];
    tab.on('console', message => void lines.push(message.text()));
    pages.put('/', page(TAG, `<script type="module" src="/old.js"></script>${SCRIPT}`));
    await tab.reload();
    await shop.part('brand').first().waitFor();
    const [ready] = (await events()).filter(({type}) => type === 'cr-ready');
    assert.deepEqual(ready?.detail, {version: '0.0.9'});
    assert.deepEqual(
      lines.filter(line => line.startsWith('cr-checkout')),
      ['cr-checkout 0.1.0 is not used: another copy has already registered <cr-checkout>.'],
    );
    await buy(shop, pages.pay);
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('two elements do not know each other', async () => {
    const {page: tab, pageErrors, close} = await open(page(`<main>${APART}</main><aside>${APART}</aside>`));
    const [left, right] = [new Shop(tab, 'main cr-checkout'), new Shop(tab, 'aside cr-checkout')];
    await order(left);
    assert.equal((await right.state()).step, 'brand');
    await buy(right, pages.pay);
    assert.equal((await left.state()).step, 'payment');
    assert.deepEqual(pageErrors, []);
    await close();
  });
});

describe('sells a card', () => {
  it('inside of another shadow root, where its events still reach the window', async () => {
    await sells(page(`<my-shop><template shadowrootmode="open">${TAG}</template></my-shop>`));
  });

  it('inside of a modal dialog', async () => {
    const script = '<script>document.querySelector("dialog").showModal()</script>';
    await sells(page(`<dialog>${TAG}</dialog>${script}`));
  });

  it('in a page that is written by document.write', async () => {
    const text = JSON.stringify(`${TAG}${SCRIPT}`).replaceAll('</script>', '<\\/script>');
    await sells(page(`<script>document.write(${text})</script>`, ''));
  });

  it('in a page that unsets everything', async () => {
    await sells(page(TAG, `<style>* {all: unset}</style>${SCRIPT}`));
  });

  it('in a page that resets everything and means it', async () => {
    const reset = `*, *::before, *::after {margin: 0 !important; padding: 0 !important; border: 0 !important;
      font: 10px serif !important; line-height: 1 !important; list-style: none !important; box-sizing: content-box !important;
      color: red !important; background: none !important; float: left !important; text-align: center !important}
      button, input, select {display: none !important} [hidden] {display: block !important}`;
    await sells(page(TAG, `<style>${reset}</style>${SCRIPT}`));
  });

  it('in a page that changes the look of its text, and none of an address, code or width', async () => {
    const styles = `<style>main {text-transform: uppercase; font-variant: small-caps; white-space: nowrap; text-indent: 3em;
      text-align: right; line-height: 3; font-weight: 700; cursor: wait; user-select: none}</style>`;
    const {page: tab, shop, close} = await open(page(`<main>${APART}</main>`, styles + SCRIPT), {width: 360});
    await order(shop);
    await shop.acknowledge();
    const address = shop.part('address').first();
    const [shown = ''] = await address.allInnerTexts();
    assert.match(shown, /[a-z]/, 'in capitals it is another address');
    assert.equal(await address.evaluate(it => getComputedStyle(it).fontVariant), 'normal');
    assert.equal(await address.evaluate(it => getComputedStyle(it).userSelect), 'text', 'it can be selected');
    assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    await close();
  });

  it('in a page without a doctype, whose libraries put methods on all objects, and that logs every hidden error', async () => {
    const old = `<script>
      Object.prototype.extend = function () {}; Array.prototype.each = function () {}; String.prototype.trimAll = function () {};
      Function.prototype.bind = function (it, ...first) { const f = this; return function (...rest) { return f.apply(it, [...first, ...rest]); }; };
    </script>`;
    await sells(page(TAG, old + SCRIPT).replace('<!doctype html>', ''));
  });

  it('in a page that watches fetch and EventSource, which sees all and no address of the buyer', async () => {
    const patch = `<script>
      const own = window.fetch;
      window.asked = [];
      window.fetch = function (...words) { window.asked.push(String(words[0].url ?? words[0])); return own.apply(this, words); };
      window.EventSource = class extends EventSource { constructor(...words) { super(...words); window.asked.push(words[0]); } };
    </script>`;
    const {page: tab, shop, pageErrors, close} = await open(page(TAG, patch + SCRIPT));
    await buy(shop, pages.pay);
    const asked = await tab.evaluate<string[]>('asked');
    assert.ok(
      asked.some(url => url.endsWith('/api/v5/orders')) && asked.some(url => url.endsWith('/subscribe')),
    );
    assert.deepEqual(
      asked.filter(url => url.includes('@') || url.includes('%40')),
      [],
      'the buyer is in an address',
    );
    assert.deepEqual(pageErrors, []);
    await close();
  });

  for (const [name, code] of [
    ['none', 'delete window.EventSource'],
    ['one that throws', 'window.EventSource = function () { throw new Error("blocked"); }'],
  ]) {
    it(`in a page whose EventSource is ${name}`, async () => {
      await sellsByReads(page(TAG, `<script>${code}</script>${SCRIPT}`));
    });
  }

  it('in a page whose storage is blocked, channels to other tabs included, and that relays no event stream', async () => {
    const blocked = 'throw new DOMException("The operation is insecure.", "SecurityError")';
    const code = `window.BroadcastChannel = window.EventSource = function () { ${blocked}; };
      Object.defineProperty(window, 'localStorage', {get() { ${blocked}; }});`;
    await sellsByReads(page(TAG, `<script>${code}</script>${SCRIPT}`));
  });

  it('in a shadow root with a registry of its own', async () => {
    const script = `<script type="module">
      import {CrCheckout} from '/dist/cr-checkout.js';
      const customElementRegistry = new CustomElementRegistry();
      customElementRegistry.define('till-point', class extends CrCheckout {});
      const root = document.querySelector('div').attachShadow({mode: 'open', customElementRegistry});
      root.innerHTML = '<till-point proxy-url="/api" country="US"></till-point>';
    </script>`;
    await sells(page(`<div></div>${script}`, ''), 'till-point');
  });
});
