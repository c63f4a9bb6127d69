/** Tests that tabs share event streams over HTTP/1.1, where a browser has six connections to a host for all of its tabs. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {MAX_SHARED_STREAMS} from '../../src/controllers/shared-event-source.js';
import {openBrowser} from './support/browser.js';
import {type StreamServer, startStreamServer} from './support/stream-server.js';

let browser: Browser;
let server: StreamServer;
let context: BrowserContext;

before(async () => {
  [browser, server] = await Promise.all([openBrowser(), startStreamServer()]);
});

after(async () => {
  server?.close();
  await browser?.close();
});

afterEach(() => context?.close());

/** Opens a tab on an order and waits until the order is on screen. */
async function openTab(orderId: string, prepare = (_: Page): Promise<unknown> => Promise.resolve()) {
  const page = await context.newPage();
  await prepare(page);
  await page.goto(server.page(orderId));
  await waitForState(page, 'WaitingForPayment');
  return page;
}

function waitForState(page: Page, state: string) {
  return page.waitForFunction(
    expected =>
      document.querySelector<HTMLElement & {state: {orderState?: string}}>('cr-checkout')?.state
        ?.orderState === expected,
    state,
  );
}

/** Reads a value of the server again until it is the expected one, and fails with what it is after ten seconds. */
async function waitForValue<Value>(read: () => Value, expected: Value) {
  const deadline = Date.now() + 10_000;
  while (read() !== expected && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 20));
  assert.equal(read(), expected);
}

/** Waits until the open streams are those of these orders. */
function waitForStreams(...orderIds: readonly string[]) {
  return waitForValue(() => [...server.streams()].sort().join(' '), [...orderIds].sort().join(' '));
}

/** Counts the streams that were opened so far, those that are closed again included. */
function openedStreams() {
  return server.requests.filter(({path}) => path.endsWith('/subscribe')).length;
}

async function setHidden(page: Page, isHidden: boolean) {
  await page.evaluate(hidden => {
    Object.defineProperty(document, 'hidden', {configurable: true, value: hidden});
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

async function openTabs(...orderIds: readonly string[]) {
  context = await browser.newContext({locale: 'en-US'});
  const tabs: Page[] = [];
  for (const orderId of orderIds) tabs.push(await openTab(orderId));
  return tabs;
}

describe('seven tabs of one browser', () => {
  it('with one order load, share one stream, and all see a change', async () => {
    server.set({});
    const tabs = await openTabs(...Array(7).fill('one'));
    await waitForStreams('one');
    server.set({order_state: 'PaymentReceived', payment_state: 'PaymentReceived', sent_coin_amount: '50.84'});
    await Promise.all(tabs.map(tab => waitForState(tab, 'PaymentReceived')));
    assert.deepEqual(server.streams(), ['one']);
  });

  it('with an order each load, hold few streams, and all see a change', async () => {
    server.set({});
    const tabs = await openTabs('a', 'b', 'c', 'd', 'e', 'f', 'g');
    assert.ok(server.streams().length <= MAX_SHARED_STREAMS, server.streams().join(' '));
    server.set({order_state: 'PaymentReceived', payment_state: 'PaymentReceived', sent_coin_amount: '50.84'});
    await Promise.all(tabs.map(tab => waitForState(tab, 'PaymentReceived')));
  });
});

describe('the tab that holds the stream', () => {
  it('is replaced when it is closed', async () => {
    server.set({});
    const [first] = await openTabs('one', 'one');
    await waitForStreams('one');
    const before = openedStreams();
    await first?.close();
    await waitForValue(openedStreams, before + 1);
    await waitForStreams('one');
    assert.equal(openedStreams(), before + 1);
  });

  it('gives it up while it is hidden, to another or to none', async () => {
    server.set({});
    const [first, second] = await openTabs('one', 'one');
    await waitForStreams('one');
    await setHidden(first!, true);
    await waitForStreams('one');
    await setHidden(second!, true);
    await waitForStreams();
    await setHidden(first!, false);
    await waitForStreams('one');
  });
});

describe('what tabs send each other', () => {
  it('holds no code, which a plain proxy streams as the API does', async () => {
    server.set({});
    context = await browser.newContext({locale: 'en-US'});
    const tab = await openTab('one', page =>
      page.addInitScript(() => {
        const sent: unknown[] = [];
        Object.assign(window, {sent});
        const {postMessage} = BroadcastChannel.prototype;
        BroadcastChannel.prototype.postMessage = function (message: unknown) {
          sent.push(message);
          postMessage.call(this, message);
        };
      }),
    );
    await waitForStreams('one');
    server.set({
      order_state: 'Done',
      payment_state: 'PaymentReceived',
      sent_coin_amount: '50.84',
      deliveries: [
        {
          delivery_state: 'Done',
          deliverable: {brand_name: 'Voltaic', denomination: '50 USD'},
          pin_code: 'CODE-1234',
        },
      ],
    });
    await waitForState(tab, 'Done');
    const sent = await tab.evaluate(() => JSON.stringify((window as unknown as {sent: unknown[]}).sent));
    assert.match(sent, /"message"/);
    assert.doesNotMatch(sent, /1234|mvines|Voltaic/);
  });
});

describe('without Web Locks, or without channels', () => {
  for (const name of ['locks', 'BroadcastChannel']) {
    it(`each tab has a stream of its own (${name})`, async () => {
      server.set({});
      context = await browser.newContext({locale: 'en-US'});
      await context.addInitScript(missing => {
        if (missing === 'locks') Object.defineProperty(Navigator.prototype, 'locks', {value: undefined});
        else Object.defineProperty(window, missing, {value: undefined});
      }, name);
      await openTab('one');
      await openTab('one');
      await waitForStreams('one', 'one');
    });
  }
});

describe('headers of the page', () => {
  it('go with every request to the proxy, the stream included, and are read anew for each', async () => {
    server.set({});
    context = await browser.newContext({locale: 'en-US'});
    const tab = await context.newPage();
    const before = server.requests.length;
    await tab.goto(
      server.own(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Pay</title>
      <script type="module" src="/cr-checkout.js"></script>
      <script>
        document.cookie = 'session=1';
        let count = 0;
        const checkout = document.createElement('cr-checkout');
        checkout.headers = async () => ({authorization: 'Bearer ' + (count += 1), accept: 'text/plain'});
        checkout.credentials = 'omit';
        checkout.noResume = true;
        checkout.orderId = 'headed';
        checkout.proxyUrl = '/api';
        document.addEventListener('DOMContentLoaded', () => document.body.append(checkout));
      </script>`),
    );
    await waitForState(tab, 'WaitingForPayment');
    await waitForStreams('headed');
    server.set({order_state: 'PaymentReceived', payment_state: 'PaymentReceived', sent_coin_amount: '50.84'});
    await waitForState(tab, 'PaymentReceived');
    const sent = server.requests.slice(before).map(({headers}) => headers);
    assert.ok(sent.length > 1);
    assert.equal(new Set(sent.map(({authorization}) => authorization)).size, sent.length);
    for (const {authorization, accept, cookie} of sent) {
      assert.match(authorization ?? '', /^Bearer \d+$/);
      assert.match(accept ?? '', /^(application\/json|text\/event-stream)$/);
      assert.equal(cookie, undefined);
    }
  });

  it('that cannot be had are a failed fetch of the page, with its message', async () => {
    context = await browser.newContext({locale: 'en-US'});
    const tab = await context.newPage();
    await tab.goto(
      server.own(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Pay</title>
      <script type="module" src="/cr-checkout.js"></script>
      <script>
        window.errors = [];
        document.addEventListener('cr-error', ({detail}) => errors.push(detail));
        const checkout = document.createElement('cr-checkout');
        checkout.headers = () => { throw new Error('no session'); };
        checkout.proxyUrl = '/api';
        document.addEventListener('DOMContentLoaded', () => document.body.append(checkout));
      </script>`),
    );
    await tab.waitForFunction('errors.length > 0');
    const [error] = await tab.evaluate<{code: string; message: string}[]>('errors');
    assert.equal(error?.code, 'fetch_failed');
    assert.match(error?.message ?? '', /no session/);
  });
});
