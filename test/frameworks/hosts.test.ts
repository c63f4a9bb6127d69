/** Installs the packed package in demo/hosts/frameworks, builds what has a build, and buys a card through each. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startWatchedApi, type WatchedApi} from '../e2e/support/watched-api.js';
import {purchase} from '../proxy/support/purchase.js';
import {addPages, HOSTS, startFramework} from './support/hosts.js';
import {openWorkshop, succeed, type Workshop} from './support/install.js';

let api: WatchedApi;
let workshop: Workshop;
let folder: string;

before(async () => {
  [api, workshop] = await Promise.all([startWatchedApi(), openWorkshop()]);
  folder = await workshop.install('demo/hosts/frameworks');
  addPages(folder);
});

after(() => {
  workshop?.close();
  api?.close();
});

// Two at a time, as builds wait for their workers.
describe('the proxy on a framework', {concurrency: 2}, () => {
  for (const host of HOSTS) {
    it(`sells on ${host.name}: page, card, event stream`, async t => {
      const {name, isBuilt, address} = host;
      const variables = {ASTRO_TELEMETRY_DISABLED: '1'};
      if (isBuilt) await succeed('npm', ['run', '-s', `build:${name}`], folder, variables);
      const {url, close} = await startFramework(host, folder, api.url);
      t.after(close);

      const page = await (await fetch(url)).text();
      assert.match(page, /<cr-checkout proxy-url="\/api" country="US"/);

      const {order_id: orderId} = await purchase(`${url}/api`, {address: '203.0.113.9'});
      const [rawId = ''] = orderId.split('.');
      const {headers} = api.lastAsked(`/v5/orders/${rawId}`)!;
      assert.equal(headers['x-cr-application'], `partner-on-${name}`);
      assert.equal(headers['x-forwarded-for'], address === 'header' ? '203.0.113.9' : '127.0.0.1');

      const path = `/v5/orders/${rawId}/subscribe`;
      const buyer = new AbortController();
      const stream = await fetch(`${url}/api/v5/orders/${orderId}/subscribe`, {signal: buyer.signal});
      assert.equal(stream.headers.get('content-type')?.split(';')[0], 'text/event-stream');
      assert.equal(stream.headers.get('content-encoding'), null);
      const {value} = await stream.body!.getReader().read();
      assert.match(new TextDecoder().decode(value), /^event: heartbeat\n/);
      const request = api.lastAsked(path)!;
      assert.equal(request.destroyed, false);
      buyer.abort();
      while (!request.socket.destroyed) await new Promise(resolve => setTimeout(resolve, 20));

      for (const encoding of ['identity', 'gzip', 'gzip, deflate, br']) {
        const listing = await fetch(`${url}/api/v2/brands?country_code=IT`, {
          headers: {'accept-encoding': encoding},
        });
        const {all_brands: brands} = (await listing.json()) as {all_brands: unknown[]};
        assert.ok(brands.length > 5, encoding);
      }
      assert.equal((await fetch(`${url}/api/v6/anything`)).status, 404);
    });
  }
});
