import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage, type PageOptions} from './support/browser.js';
import {type Demo, openDemo} from './support/demo.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let demo: Demo;

before(async () => {
  [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close()]);
});

/** Opens a page of the test on the demo's origin, where proxy and script are served. */
async function embed(body: string, options: PageOptions = {}) {
  const open = await openPage(browser, `${demo.url}/favicon.svg`, {locale: 'en-US', ...options});
  const lines: string[] = [];
  open.page.on('console', message => {
    if (message.text().startsWith('cr-checkout')) lines.push(message.text());
  });
  await open.page.route('**/embedded', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Embedded</title>${body}`,
    }),
  );
  await open.page.goto(`${demo.url}/embedded`);
  return {...open, lines, shop: new Shop(open.page)};
}

const TAG = '<cr-checkout proxy-url="/api" country="US" no-resume></cr-checkout>';
const script = (query = '') => `<script type="module" src="/dist/cr-checkout.js${query}"></script>`;

describe('a page that embeds the element', () => {
  it('may load the script twice: the first copy stays, and one line says so', async () => {
    const {shop, lines, pageErrors, close} = await embed(`${TAG}${script()}${script('?again')}`);
    await shop.part('brand').first().waitFor();
    assert.deepEqual(lines, [
      'cr-checkout 0.1.0 is not used: another copy has already registered <cr-checkout>.',
    ]);
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('shows what stands in the tag while there is no script', async () => {
    const {page, close} = await embed(
      `<cr-checkout proxy-url="/api"><a href="/elsewhere">Buy elsewhere</a></cr-checkout>${script()}`,
      {
        javaScriptEnabled: false,
      },
    );
    assert.equal(await page.getByText('Buy elsewhere').isVisible(), true);
    await close();
  });

  it('may remove the element while an order is followed, and put it back', async () => {
    const {page, shop, requests, pageErrors, events, pass, close} = await embed(
      `<main>${TAG}</main>${script()}`,
      {hasClock: true},
    );
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.fillEmail('ana@example.com');
    await shop.checkDetails();
    const orderId = await shop.createOrder();
    await page.evaluate('window.kept = document.querySelector("cr-checkout"); kept.remove();');
    const before = requests.length;
    await demo.deliver(orderId);
    await pass(60_000);
    assert.equal(requests.length, before, 'nothing is asked for while it is away');
    await page.evaluate('document.querySelector("main").append(kept)');
    await shop.waitForStep('done');
    const done = (await events()).filter(event => event.type === 'cr-done');
    assert.deepEqual(
      done.map(event => event.detail),
      [{orderId}],
    );
    assert.deepEqual(pageErrors, []);
    await close();
  });

  it('may name another address for the event stream', async () => {
    const tag = TAG.replace('no-resume', 'no-resume subscribe-url="/api/orders/{orderId}/subscribe"');
    const {page, shop, close} = await embed(`${tag}${script()}`);
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.fillEmail('ana@example.com');
    await shop.checkDetails();
    const stream = page.waitForRequest(request => /\/api\/orders\/[^/]+\/subscribe$/.test(request.url()));
    await shop.createOrder();
    assert.equal((await stream).headers().accept, 'text/event-stream');
    await close();
  });
});
