import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {openBrowser, openPage, type PageOptions} from './support/browser.js';
import {type Demo, openDemo} from './support/demo.js';
import {stopClock} from './support/page-clock.js';
import {Shop} from './support/shop.js';

let browser: Browser;
let demo: Demo;

before(async () => {
  [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close()]);
});

/** Goes to an order that waits for its payment; `prepare` runs before the page is loaded. */
async function openOrder(
  prepare: (page: Page) => Promise<unknown> = async () => {},
  options: PageOptions = {},
) {
  const open = await openPage(browser, 'about:blank', {locale: 'en-US', ...options});
  await prepare(open.page);
  await open.page.goto(demo.url);
  const shop = new Shop(open.page);
  await shop.pickBrand('Voltaic');
  await shop.chooseDenomination('$25');
  await shop.continue();
  await shop.fillEmail('ana@example.com');
  await shop.checkDetails();
  const orderId = await shop.createOrder();
  await shop.acknowledge();
  return {...open, shop, orderId};
}

describe('two tabs on one order', () => {
  it('agree: when one sees the payment, the other shows no QR code any more', async () => {
    const first = await openOrder(undefined, {hasClock: true});
    const other = await first.page.context().newPage();
    // Without a stream of its own, it learns of changes from the first tab only.
    await other.route('**/subscribe', route => route.abort());
    await other.goto(demo.url);
    const shop = new Shop(other);
    await shop.acknowledge();
    assert.equal((await shop.state()).orderId, first.orderId);
    // The clock of both tabs stands still, so that neither reads the order again.
    await stopClock(other);
    await demo.control(first.orderId, 'pay');
    await first.shop.part('qr').first().waitFor({state: 'detached'});
    await shop.part('qr').first().waitFor({state: 'detached'});
    await demo.pass(2500);
    await first.pass(10_000);
    await shop.waitForStep('done');
    await first.close();
  });
});

describe('a stream that lives', () => {
  it('brings a change to the screen without any timer of the page', async () => {
    const {page, shop, orderId, events, close} = await openOrder(undefined, {hasClock: true});
    await stopClock(page);
    await demo.control(orderId, 'pay');
    await shop.part('qr').first().waitFor({state: 'detached'});
    assert.equal((await events()).filter(({type}) => type === 'cr-order-change').length, 1);
    await close();
  });
});

describe('the time left', () => {
  for (const hours of [1, -1]) {
    it(`is right within two seconds on a device whose clock is ${hours} hour off`, async () => {
      await demo.reset();
      const {shop, orderId, close} = await openOrder(async page => {
        await page.addInitScript(off => {
          const {now} = Date;
          Date.now = () => now() + off;
        }, hours * 3_600_000);
      });
      const order: {created_at: string} = await (await fetch(`${demo.url}/api/v5/orders/${orderId}`)).json();
      const read = () =>
        shop.part('countdown').evaluate(element => ({
          shown: element.shadowRoot?.textContent ?? '',
          now: performance.timeOrigin + performance.now(),
        }));
      const before = (await read()).shown;
      // Waits for the countdown's first step.
      let {shown, now} = await read();
      while (shown === before) ({shown, now} = await read());
      const [minutes = 0, seconds = 0] = (/(\d+):(\d+)/.exec(shown) ?? []).slice(1).map(Number);
      const left = Number(order.created_at) + 1800 - now / 1000;
      assert.ok(Math.abs(minutes * 60 + seconds - left) <= 2, `${shown} for ${left} s`);
      await close();
    });
  }
});

describe('an element that comes and goes 200 times with an open order', () => {
  it('leaves no timer, stream, channel, listener or node behind', async () => {
    const {page, close} = await openOrder(page => page.addInitScript(COUNT_WHAT_IS_OPEN));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const measure = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      const {metrics} = await cdp.send('Performance.getMetrics');
      const metric = (name: string) => metrics.find(found => found.name === name)?.value ?? 0;
      const open = await page.evaluate<Record<string, number>>('window.whatIsOpen()');
      return {listeners: metric('JSEventListeners'), nodes: metric('Nodes'), open};
    };
    const rounds = (count: number) =>
      page.evaluate(async times => {
        const element = document.querySelector('cr-checkout');
        const parent = element?.parentElement;
        for (let round = 0; round < times; round += 1) {
          element?.remove();
          if (round % 3 === 0) await new Promise(resolve => setTimeout(resolve, 20));
          if (element) parent?.append(element);
          if (round % 2 === 0) await new Promise(resolve => setTimeout(resolve, 20));
        }
        element?.remove();
        await new Promise(resolve => setTimeout(resolve, 300));
        Object.assign(window, {kept: element, parent});
      }, count);
    await rounds(5);
    const before = await measure();
    await page.evaluate('parent.append(kept)');
    await rounds(200);
    const after = await measure();
    assert.deepEqual(after.open, {timers: 0, streams: 0, channels: 0, listeners: before.open.listeners});
    assert.ok(
      after.listeners <= before.listeners + 5,
      `${before.listeners} listeners, then ${after.listeners}`,
    );
    assert.ok(after.nodes <= before.nodes + 20, `${before.nodes} nodes, then ${after.nodes}`);
    await close();
  });
});

/** Runs in the page, before its own scripts: counts timers, streams, channels, and listeners on window and document. */
const COUNT_WHAT_IS_OPEN = `
  const timers = new Set();
  const open = {streams: 0, channels: 0, listeners: 0};
  window.whatIsOpen = () => ({timers: timers.size, ...open});
  for (const name of ['setTimeout', 'setInterval']) {
    const original = window[name].bind(window);
    window[name] = (run, wait = 0, ...more) => {
      const id = original((...given) => {
        if (name === 'setTimeout') timers.delete(id);
        run(...given);
      }, wait, ...more);
      // Skips the short timers of the test itself.
      if (wait > 500) timers.add(id);
      return id;
    };
  }
  for (const name of ['clearTimeout', 'clearInterval']) {
    const original = window[name].bind(window);
    window[name] = id => {
      timers.delete(id);
      original(id);
    };
  }
  for (const [name, key] of [['EventSource', 'streams'], ['BroadcastChannel', 'channels']]) {
    window[name] = class extends window[name] {
      isOpen = true;
      constructor(...given) {
        super(...given);
        open[key] += 1;
      }
      close() {
        if (this.isOpen) open[key] -= 1;
        this.isOpen = false;
        super.close();
      }
    };
  }
  for (const target of [window, document]) {
    const {addEventListener, removeEventListener} = target;
    target.addEventListener = (type, listener, options) => {
      open.listeners += 1;
      options?.signal?.addEventListener('abort', () => {
        open.listeners -= 1;
      });
      addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (type, listener, options) => {
      open.listeners -= 1;
      removeEventListener.call(target, type, listener, options);
    };
  }
`;
