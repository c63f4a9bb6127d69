import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, CDPSession, ElementHandle} from 'playwright-core';
import {Buyer} from '../chaos/buyer.js';
import {openChaosPage} from '../chaos/chaos-page.js';
import {startChaos} from '../chaos/chaos-proxy.js';
import {type Live, watchLife} from '../chaos/page-scripts.js';
import {startShop} from '../chaos/shop-server.js';
import {scaledTime} from '../chaos/time.js';
import {openBrowser} from './support/browser.js';

const ROUNDS = 200;
/** Growth that the browser's own caches may cause; a leak of one a round would be two hundred. */
const SLACK = 20;

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** Returns the browser's counts of listeners and nodes after a full garbage collection. */
async function measure(session: CDPSession) {
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const {metrics} = await session.send('Performance.getMetrics');
  const named = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN;
  return {listeners: named('JSEventListeners'), nodes: named('Nodes')};
}

type Checkout = HTMLElement & {readonly state: {readonly orderId?: string; readonly orderState?: string}};

/** Exists in the page. */
declare function countLive(): Live;

/**
 * Runs in the page: removes the element and adds it again, the same one and new ones by turns, before its first
 * request, during it, and after it has the order. Leaves it removed.
 */
async function mountAndUnmount({kept, rounds}: {kept: Checkout; rounds: number}) {
  const {orderId = ''} = kept.state;
  kept.remove();
  for (let round = 0; round < rounds; round++) {
    const element = round % 2 === 0 ? kept : (document.createElement('cr-checkout') as Checkout);
    element.setAttribute('proxy-url', '/api');
    if (element !== kept) element.setAttribute('order-id', orderId);
    document.body.append(element);
    if (round % 3 > 0) await new Promise(requestAnimationFrame);
    while (round % 3 === 2 && element.state.orderState === undefined)
      await new Promise(requestAnimationFrame);
    element.remove();
  }
}

describe('an element with an open order', () => {
  it(`leaves no timer, stream, channel, listener or node behind in ${ROUNDS} rounds of mounting and unmounting`, async () => {
    const time = scaledTime(1);
    const shop = await startShop({time, attributes: 'country="US" brand="Voltaic" amount="25"'});
    const chaos = await startChaos({target: shop.url, time});
    const open = await openChaosPage(browser, 'about:blank', {time});
    const {page} = open;
    try {
      await page.context().addInitScript(watchLife);
      await page.goto(chaos.url);
      const buyer = new Buyer(page);
      await buyer.order('ana.lima@example.com');
      await page.waitForFunction(() => countLive().streams === 1);
      const kept = (await page.locator('cr-checkout').elementHandle()) as ElementHandle<Checkout>;
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');

      // The first rounds fill caches that stay: templates, style sheets, the browser's own.
      await page.evaluate(mountAndUnmount, {kept, rounds: 12});
      const first = await measure(session);
      await page.evaluate(mountAndUnmount, {kept, rounds: ROUNDS});
      await page.waitForFunction(() => countLive().timers === 0);
      const last = await measure(session);

      assert.deepEqual(await page.evaluate(() => countLive()), {timers: 0, streams: 0, channels: 0});
      assert.ok(
        last.listeners - first.listeners < SLACK,
        `${first.listeners} listeners became ${last.listeners}`,
      );
      assert.ok(last.nodes - first.nodes < SLACK, `${first.nodes} nodes became ${last.nodes}`);
      while (chaos.openStreams + shop.behind.openStreams > 0) await new Promise(setImmediate);
      const asked = chaos.seen.length;
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 300)));
      assert.equal(chaos.seen.length, asked, 'nothing is asked any more');
      assert.deepEqual(open.complaints, []);
    } finally {
      await open.close();
      await Promise.all([chaos.close(), shop.close()]);
    }
  });
});
