/**
 * Measures how far a page's own clock moves until a change of the order is on screen: the limits hold on any machine.
 * `npm run faults` prints times of the wall's clock.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {Buyer} from '../chaos/buyer.js';
import {openChaosPage} from '../chaos/chaos-page.js';
import {startChaos} from '../chaos/chaos-proxy.js';
import {faultNamed} from '../chaos/faults.js';
import {STATES} from '../chaos/purchase.js';
import {startShop} from '../chaos/shop-server.js';
import {scaledTime} from '../chaos/time.js';
import {openBrowser} from './support/browser.js';
import {stopClock} from './support/page-clock.js';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/**
 * Opens an order that waits for its payment, on a page whose clock stands still; the servers' clock is moved with it.
 */
async function orderBehind(faultName: string) {
  let ahead = 0;
  const time = {...scaledTime(), now: () => Date.now() + ahead};
  const shop = await startShop({time, attributes: 'country="US" brand="Voltaic" amount="25"'});
  const chaos = await startChaos({target: shop.url, faults: [faultNamed(faultName)], time});
  const open = await openChaosPage(browser, chaos.url, {time, hasClock: true});
  const buyer = new Buyer(open.page);
  const orderId = await buyer.order('ana.lima@example.com');
  await stopClock(open.page);
  return {
    open,
    chaos,
    advance: () => shop.sandbox.control(orderId.split('.')[0] ?? '', 'advance'),
    isSeen: (state: string) => buyer.shop.waitForOrderState(state),
    pass: async (milliseconds: number) => {
      ahead += milliseconds;
      await open.pass(milliseconds);
    },
    close: async () => {
      await open.close();
      await Promise.all([chaos.close(), shop.close()]);
      assert.deepEqual(open.complaints, []);
    },
  };
}

describe('a change is on screen', () => {
  it('at once on a healthy stream, without any timer of the page', async () => {
    const {advance, isSeen, close} = await orderBehind('none');
    for (const state of STATES) {
      advance();
      await isSeen(state);
    }
    await close();
  });

  it('within 2 s of waking, on a device that lost its connections asleep', async () => {
    const {open, chaos, advance, isSeen, pass, close} = await orderBehind('none');
    for (const state of STATES) {
      await open.freeze();
      chaos.dropConnections();
      advance();
      await open.wake(60_000);
      await pass(2000);
      await isSeen(state);
    }
    await close();
  });

  it('within 10 s behind a proxy that buffers', async () => {
    const {advance, isSeen, pass, close} = await orderBehind('buffered');
    for (const state of STATES) {
      advance();
      await pass(10_000);
      await isSeen(state);
    }
    await close();
  });
});
