import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, BrowserContext} from 'playwright-core';
import {openBrowser} from './support/browser.js';
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

/** Opens a tab at the summary of the same card, one press before the order. */
async function tabAtSummary(context: BrowserContext): Promise<Shop> {
  const page = await context.newPage();
  await page.route('**/tab', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script type="module" src="/dist/cr-checkout.js"></script>
        <cr-checkout proxy-url="/api" country="US" brand="Voltaic" lang="en"></cr-checkout>`,
    }),
  );
  await page.goto(`${demo.url}/tab`);
  const shop = new Shop(page);
  await shop.waitForStep('quote');
  await shop.chooseDenomination('$25');
  await shop.continue();
  await shop.fillEmail('tabs@example.com');
  await shop.checkDetails();
  return shop;
}

async function ordersAtApi(): Promise<number> {
  const answer = await fetch(`${demo.url}/sandbox/orders`);
  return ((await answer.json()) as readonly unknown[]).length;
}

describe('two tabs with the same purchase', () => {
  it('make one order when both commit at once', async () => {
    const context = await browser.newContext({locale: 'en-US'});
    const before = await ordersAtApi();
    const tabs = [await tabAtSummary(context), await tabAtSummary(context)];
    const ids = await Promise.all(tabs.map(tab => tab.createOrder()));
    assert.equal(ids[0], ids[1]);
    assert.equal((await ordersAtApi()) - before, 1);
    await context.close();
  });

  it('make one order when one commits after the other, and two once the first is paid', async () => {
    const context = await browser.newContext({locale: 'en-US'});
    const before = await ordersAtApi();
    const [one, two, three] = [
      await tabAtSummary(context),
      await tabAtSummary(context),
      await tabAtSummary(context),
    ];
    const id = await one.createOrder();
    assert.equal(await two.createOrder(), id);
    assert.equal((await ordersAtApi()) - before, 1);
    await demo.deliver(id);
    await one.waitForStep('done');
    assert.notEqual(await three.createOrder(), id);
    assert.equal((await ordersAtApi()) - before, 2);
    await context.close();
  });
});
