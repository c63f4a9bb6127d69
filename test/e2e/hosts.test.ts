/** Starts each example of `demo/hosts` by its documented command, and makes a purchase in Chromium. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {openBrowser, openPage} from './support/browser.js';
import {type ExampleHost, startExampleHost} from './support/example-host.js';
import {Shop} from './support/shop.js';
import {startWatchedApi, type WatchedApi} from './support/watched-api.js';

/** Names in the order of the tests: those that need an installation come last, and are prepared meanwhile. */
const NAMES = ['node', 'express', 'fastify', 'hono', 'worker', 'nginx', 'deno', 'bun', 'next'];
/** Milliseconds between the heartbeats that a proxy sends. */
const HEARTBEAT = 15_000;
const READY_MEANWHILE = ['deno', 'next'];

interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

let browser: Browser;
let api: WatchedApi;
const starting = new Map<string, Promise<ExampleHost>>();

before(async () => {
  [browser, api] = await Promise.all([openBrowser(), startWatchedApi()]);
  for (const name of READY_MEANWHILE) void start(name).catch(() => {});
});

after(async () => {
  const hosts = await Promise.allSettled(starting.values());
  await Promise.all(hosts.map(host => host.status === 'fulfilled' && host.value.close()));
  await browser?.close();
  api?.close();
});

function start(name: string): Promise<ExampleHost> {
  const host = starting.get(name) ?? startExampleHost(name, api.url);
  starting.set(name, host);
  return host;
}

for (const name of NAMES) {
  describe(`the checkout on ${name}`, () => {
    it('sells: an order is paid and delivered, and only the event stream can have said so', async () => {
      const host = await start(name);
      const open = await openPage(browser, 'about:blank', {locale: 'en-US', width: 480});
      await open.page.addInitScript(recordStreams);
      // Leaves reads of an order without a response.
      await open.page.route(/\/api\/v5\/orders\/[^/]+$/, route =>
        route.request().method() === 'GET' ? undefined : route.fallback(),
      );
      await open.page.goto(host.url);
      const orderId = await buy(new Shop(open.page));
      api.sandbox.control(rawId(orderId), 'pay');
      api.sandbox.pass(2500);
      await new Shop(open.page).waitForStep('done');

      const events = await streamEvents(open.page);
      if (name !== 'nginx') assert.equal(events[0]?.type, 'heartbeat');
      const states = events
        .filter(({type}) => type === 'message')
        .map(({data}) => (JSON.parse(data) as {order_state: string}).order_state);
      assert.equal(states.at(-1), 'Done');
      assert.equal((await open.events()).filter(({type}) => type === 'cr-done').length, 1);
      assert.deepEqual(open.pageErrors, []);
      assert.deepEqual(open.consoleErrors, []);
      // The logos come from the API.
      assert.deepEqual(open.hosts().toSorted(), [host.url, api.url].map(url => new URL(url).host).toSorted());
      await open.close();
    });

    it('tells the API who the partner and the buyer are, whoever a header says that the buyer is', async () => {
      const {url} = await start(name);
      const response = await fetch(`${url}/api/v5/products/country/US?brand_name=Voltaic&coin=USDC`, {
        headers: {'x-forwarded-for': '203.0.113.9'},
      });
      assert.equal(response.status, 200);
      const {headers} = api.lastAsked('/v5/products/country/US')!;
      assert.equal(headers['x-cr-application'], `partner-on-${name}`);
      // Next hides the address of the connection from a route: the proxy in front has to send it.
      assert.equal(headers['x-forwarded-for'], name === 'next' ? '203.0.113.9' : '127.0.0.1');
    });

    it('shows a catalogue whole however it is packed, from the API and from the cache', async () => {
      const {url} = await start(name);
      for (const encoding of ['identity', 'gzip', 'gzip, deflate, br', 'gzip, deflate, br']) {
        const response = await fetch(`${url}/api/v2/brands?country_code=IT`, {
          headers: {'accept-encoding': encoding},
        });
        const {all_brands: brands} = (await response.json()) as {all_brands: unknown[]};
        assert.ok(brands.length > 5, encoding);
      }
    });

    it('closes the stream at the API when the buyer leaves, before the next heartbeat', async () => {
      const {url} = await start(name);
      const orderId = await orderBehind(url);
      await api.streamsClosed();
      const path = name === 'next' ? `/orders/${orderId}/subscribe` : `/v5/orders/${orderId}/subscribe`;
      const buyer = new AbortController();
      const stream = await fetch(`${url}/api${path}`, {signal: buyer.signal});
      assert.equal(stream.headers.get('content-type')?.split(';')[0], 'text/event-stream');
      assert.equal(stream.headers.get('content-encoding'), null);
      await stream.body?.getReader().read();
      assert.equal(api.openStreams(), 1);
      const leftAt = performance.now();
      buyer.abort();
      // workerd alone, unlike Cloudflare's platform, notices at the next event that the client has left.
      if (name === 'worker') api.sandbox.control(rawId(orderId), 'underpay');
      await api.streamsClosed();
      assert.ok(performance.now() - leftAt < HEARTBEAT, 'only a heartbeat that was not taken has closed it');
    });
  });
}

async function buy(shop: Shop): Promise<string> {
  await shop.pickBrand('Voltaic');
  await shop.chooseDenomination('$50');
  await shop.continue();
  await shop.fillEmail('ana@example.com');
  await shop.checkDetails();
  return shop.createOrder();
}

/** Makes an order that waits for its payment, without a browser. */
async function orderBehind(url: string): Promise<string> {
  const delivery = {brand_name: 'Voltaic', country_code: 'US', denomination: '50 USD'};
  const response = await fetch(`${url}/api/v5/orders`, {
    method: 'POST',
    headers: {'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()},
    body: JSON.stringify({
      email: 'ana@example.com',
      payment: {type: 'via', payment_via: 'USER_WALLET', coin: 'USDC', network: 'Solana'},
      deliveries: [{...delivery, kind: 'giftcard', beneficiary_account: 'ana@example.com'}],
    }),
  });
  const text = await response.text();
  assert.equal(response.status, 201, text);
  return (JSON.parse(text) as {order_id: string}).order_id;
}

/** Removes the signature, which the proxy appends after a dot. */
function rawId(orderId: string): string {
  return orderId.split('.')[0] ?? '';
}

/** Runs in the page, before its own scripts. */
function recordStreams(): void {
  const events: StreamEvent[] = [];
  const Original = window.EventSource;
  window.EventSource = class extends Original {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      for (const name of ['heartbeat', 'message']) {
        this.addEventListener(name, ({type, data}) => void events.push({type, data}));
      }
    }
  };
  Object.assign(window, {streamEvents: events});
}

function streamEvents(page: Page): Promise<readonly StreamEvent[]> {
  return page.evaluate(() => (window as unknown as {streamEvents: StreamEvent[]}).streamEvents);
}
