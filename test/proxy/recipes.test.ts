/**
 * The recipes for nginx and Caddy, as the documentation has them: a good certificate, named routes and methods, no cookies, a purchase.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import type {IncomingHttpHeaders, RequestListener} from 'node:http';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {startNginx} from '../e2e/support/nginx.js';
import {startWatchedApi} from '../e2e/support/watched-api.js';
import {startCaddy} from './support/caddy.js';
import {purchase} from './support/purchase.js';

const folder = mkdtempSync(join(tmpdir(), 'nginx-tls-'));
const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
const {status} = spawnSync('openssl', [
  ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost'.split(
    ' ',
  ),
  ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', keyFile, '-out', certificateFile],
]);
const skip = status === 0 ? false : 'there is no openssl to make a certificate with';

const closers: (() => unknown)[] = [() => rmSync(folder, {recursive: true})];
after(async () => {
  for (const close of closers.reverse()) await close();
});

async function startApi(listener: RequestListener): Promise<number> {
  const api = createServer({key: readFileSync(keyFile), cert: readFileSync(certificateFile)}, listener);
  api.listen(0, '127.0.0.1');
  closers.push(
    () => api.close(),
    () => api.closeAllConnections(),
  );
  await once(api, 'listening');
  return (api.address() as AddressInfo).port;
}

const recipe = (file: string, upstream: string) =>
  readFileSync(new URL(`../../demo/hosts/${file}`, import.meta.url), 'utf8').replaceAll(
    'https://api.cryptorefills.com',
    upstream,
  );
const systemCertificates = '/etc/ssl/certs/ca-certificates.crt';

/** Starts a server with its recipe for this API, which trusts this file of certificates; returns its URL. */
const servers: Readonly<Record<string, (upstream: string, trusted?: string) => Promise<string>>> = {
  async nginx(upstream, trusted = systemCertificates) {
    const [locations = ''] = recipe('nginx.conf', upstream).split('location / {');
    const {url, close} = await startNginx(locations.replace(systemCertificates, trusted));
    closers.push(close);
    return url;
  },
  async caddy(upstream, trusted = systemCertificates) {
    const {url, close} = await startCaddy(recipe('Caddyfile', upstream), trusted);
    closers.push(close);
    return url;
  },
};

for (const [name, start] of Object.entries(servers)) describe(name, {skip}, () => testsOf(start));

function testsOf(start: (upstream: string, trusted?: string) => Promise<string>): void {
  test('talks to the API that its certificate names, and to no other', async () => {
    const reached: string[] = [];
    const port = await startApi((req, res) => {
      reached.push(req.url ?? '');
      res.end('[]');
    });
    const good = await start(`https://localhost:${port}`, certificateFile);
    assert.equal((await fetch(`${good}/api/v2/brands?country_code=US`)).status, 200);
    const bad = [
      await start(`https://localhost:${port}`),
      await start(`https://127.0.0.1:${port}`, certificateFile),
    ];
    for (const base of bad) {
      assert.equal((await fetch(`${base}/api/v2/brands?country_code=US`)).status, 502);
      const order = await fetch(`${base}/api/v5/orders`, {method: 'POST', body: '{}'});
      assert.equal(order.status, 502);
    }
    assert.deepEqual(reached, ['/v2/brands?country_code=US']);
  });

  test('passes on the named routes and methods, the partner’s headers, and nothing else', async () => {
    const requests: {line: string; headers: IncomingHttpHeaders}[] = [];
    const port = await startApi((req, res) => {
      requests.push({line: `${req.method} ${req.url}`, headers: req.headers});
      res
        .setHeader('set-cookie', 'a=b')
        .setHeader('authorization', 'x')
        .setHeader('www-authenticate', 'Basic');
      res.end('{"order_id":"order-1"}');
    });
    const base = await start(`https://localhost:${port}`, certificateFile);
    const secrets = {
      cookie: 'session=1',
      authorization: 'Bearer x',
      'x-cr-application': 'another',
      'x-forwarded-for': '203.0.113.9',
      'x-other': '1',
      origin: 'https://foe.example',
      referer: 'https://shop.example/private',
    };
    const send = (method: string, path: string) =>
      fetch(`${base}/api${path}`, {
        method,
        headers: {...secrets, ...(method === 'POST' ? {'content-type': 'application/json'} : {})},
        ...(method === 'POST' ? {body: '{"a":1}'} : {}),
      });
    const good: [string, string, string, string][] = [
      ['GET', '/v3/payment_vias', '/v3/payment_vias', 'US'],
      ['GET', '/v2/brands/?country_code=VN', '/v2/brands?country_code=VN', 'VN'],
      ['GET', '/v2/homepage?country_code=x%0d', '/v2/homepage?country_code=x%0d', 'US'],
      ['GET', '/v5/products/country/de?family_name=a%20b', '/v5/products/country/de?family_name=a%20b', 'de'],
      ['GET', '/v4/products/price?brand_name=A', '/v4/products/price?brand_name=A', 'US'],
      ['POST', '/v5/orders/validations', '/v5/orders/validations', 'US'],
      ['POST', '/v5/orders', '/v5/orders', 'US'],
      ['GET', '/v5/orders/order-1', '/v5/orders/order-1', 'US'],
      ['GET', '/v5/orders/order-1/subscribe', '/v5/orders/order-1/subscribe', 'US'],
      ['GET', '/orders/order-1/subscribe', '/orders/order-1/subscribe', 'US'],
    ];
    for (const [method, path, expected, country] of good) {
      const response = await send(method, path);
      assert.equal(response.status, 200, path);
      for (const name of ['set-cookie', 'authorization', 'www-authenticate'])
        assert.equal(response.headers.get(name), null, name);
      const {line, headers} = requests.at(-1)!;
      assert.equal(line, `${method} ${expected}`);
      const {
        host: _,
        connection: __,
        'content-length': ___,
        'user-agent': agent,
        accept,
        ...others
      } = headers;
      assert.ok(agent && accept);
      assert.deepEqual(others, {
        'x-cr-application': 'your-partner-id',
        'x-cr-version': '1.0.0',
        'x-forwarded-for': '127.0.0.1',
        'x-country-iso-code': country,
        ...(method === 'POST' ? {'content-type': 'application/json'} : {}),
      });
    }
    const before = requests.length;
    const refused: [string, string][] = [
      ['DELETE', '/v5/orders/order-1'],
      ['DELETE', '/v6/anything'],
      ['PUT', '/v5/orders'],
      ['GET', '/v5/orders'],
      ['GET', '/v5/orders/validations'],
      ['POST', '/v2/brands'],
      ['PATCH', '/v2/brands'],
      ['GET', '/v6/brands'],
      ['GET', '/v2/brands/x'],
      ['GET', '/v2/search/US'],
      ['GET', '/v5/orders/a.b'],
      ['GET', '/v5/orders/order-1/qr'],
      ['GET', '/'],
      ['GET', '/v5/orders/%2e%2e/%2e%2e/v6/x'],
    ];
    for (const [method, path] of refused) {
      const response = await send(method, path);
      assert.ok([403, 404].includes(response.status), `${method} ${path}: ${response.status}`);
    }
    assert.equal(requests.length, before);
  });

  test('sells a card, passes events on as they come, and closes the stream when the buyer leaves', async () => {
    const api = await startWatchedApi();
    closers.push(() => api.close());
    const base = await start(api.url);
    const {order_id: orderId} = await purchase(`${base}/api`);
    const buyer = new AbortController();
    const stream = await fetch(`${base}/api/v5/orders/${orderId}/subscribe`, {signal: buyer.signal});
    assert.equal(stream.headers.get('content-type')?.split(';')[0], 'text/event-stream');
    const {value} = await stream.body!.getReader().read();
    assert.match(new TextDecoder().decode(value), /"order_state":"/);
    assert.equal(api.openStreams(), 1);
    buyer.abort();
    await api.streamsClosed();
  });
}
