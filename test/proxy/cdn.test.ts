/** nginx with `proxy_cache` in front of a proxy with `cdn: true`: a purchase works, and many reads are one request. */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import {createProxy} from '../../src/proxy/index.js';
import {nodeHandler} from '../../src/proxy/node/index.js';
import {startSandbox} from '../../src/sandbox/node.js';
import {type Nginx, startNginx} from '../e2e/support/nginx.js';
import {cdnLocations} from './support/cdn-locations.js';
import {secret} from './support/fake-api.js';
import {purchase} from './support/purchase.js';

const reached = new Map<string, number>();
const closers: (() => unknown)[] = [];
let nginx: Nginx;
before(async () => {
  const sandbox = await startSandbox();
  const options = {
    partnerId: 'p',
    appVersion: '1',
    secrets: [secret],
    basePath: '/api',
    cdn: true,
    trustedHops: 1,
  };
  const handler = nodeHandler(createProxy({...options, upstream: sandbox.url}));
  const server = createServer((req, res) => {
    const {url = ''} = req;
    reached.set(url, (reached.get(url) ?? 0) + 1);
    void handler(req, res);
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  nginx = await startNginx(cdnLocations(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  closers.push(
    () => nginx.close(),
    () => server.close(),
    () => server.closeAllConnections(),
    () => sandbox.close(),
  );
});
after(async () => {
  for (const close of closers) await close();
});

test('two buyers buy, and each has an order of their own', async () => {
  const [one, other] = [await purchase(`${nginx.url}/api`), await purchase(`${nginx.url}/api`)];
  assert.notEqual(one.order_id, other.order_id);
  assert.notEqual(one.order_key, other.order_key);
});

test('many reads of a catalogue reach the proxy once, in each encoding', async () => {
  reached.clear();
  for (const encoding of ['gzip', 'identity']) {
    const reads = Array.from({length: 200}, () =>
      fetch(`${nginx.url}/api/v2/brands?country_code=CA`, {headers: {'accept-encoding': encoding}}),
    );
    for (const read of reads) {
      const response = await read;
      assert.equal(response.status, 200);
      assert.match(response.headers.get('cache-control')!, /^public, /);
      assert.equal(response.headers.get('set-cookie'), null);
      await response.json();
    }
  }
  assert.ok(reached.get('/api/v2/brands?country_code=CA')! <= 2, JSON.stringify([...reached]));
});

test('prices and orders are read at the proxy each time', async () => {
  const {order_id: id, order_key: key = ''} = await purchase(`${nginx.url}/api`);
  const withKey = await fetch(`${nginx.url}/api/v5/orders/${id}`, {headers: {'x-cr-order-key': key}});
  const without = await fetch(`${nginx.url}/api/v5/orders/${id}`);
  assert.equal(((await withKey.json()) as {delivered?: string}).delivered, undefined);
  assert.equal(((await without.json()) as {delivered?: string}).delivered, 'withheld');
});
