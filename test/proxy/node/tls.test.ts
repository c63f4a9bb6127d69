/** Connections to an API by TLS: its certificate is verified, for streams too. */
import assert from 'node:assert/strict';
import {fork, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createOrderIdSigner} from '../../../src/proxy/core/signed-order-id.js';
import {errorCode, secret} from '../support/fake-api.js';

const folder = mkdtempSync(join(tmpdir(), 'tls-'));
after(() => rmSync(folder, {recursive: true}));
const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
const made = spawnSync('openssl', [
  ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost'.split(
    ' ',
  ),
  ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', keyFile, '-out', certificateFile],
]);
const skip = made.status === 0 ? false : 'there is no openssl to make a certificate with';

/** Starts a proxy in its own process, which trusts the certificate or not. */
async function startProxy(upstream: string, env: Readonly<Record<string, string>>): Promise<string> {
  const file = fileURLToPath(new URL('../support/held-proxy.ts', import.meta.url));
  const child = fork(file, {
    execArgv: ['--import', 'tsx'],
    env: {...process.env, SECRET: secret, UPSTREAM: upstream, ...env},
  });
  after(() => child.kill());
  const [port] = (await once(child, 'message')) as [number];
  return `http://127.0.0.1:${port}`;
}

test('streams and reads go to an API whose certificate is good, and to no other', {skip}, async () => {
  const api = createServer(
    {key: readFileSync(keyFile), cert: readFileSync(certificateFile)},
    ({url = ''}, res) => {
      const isStream = url.endsWith('/subscribe');
      res.setHeader('content-type', isStream ? 'text/event-stream' : 'application/json');
      res.end(isStream ? 'data: 1\n\n' : '[{"brand_name":"Voltaic"}]');
    },
  ).listen(0, '127.0.0.1');
  after(() => {
    api.close();
    api.closeAllConnections();
  });
  await once(api, 'listening');
  const {port} = api.address() as AddressInfo;
  const signedId = await createOrderIdSigner([secret]).sign('order-1');
  const paths = [`/v5/orders/${signedId}/subscribe`, '/v2/brands?country_code=US'];
  const trusted = {NODE_EXTRA_CA_CERTS: certificateFile};

  const good = await startProxy(`https://localhost:${port}`, trusted);
  const [events, brands] = await Promise.all(paths.map(async path => (await fetch(good + path)).text()));
  assert.match(events!, /^event: heartbeat\ndata: .*\n\ndata: 1\n\n$/);
  assert.equal(brands, '[{"brand_name":"Voltaic"}]');

  const bad = {
    'of an unknown authority': await startProxy(`https://localhost:${port}`, {}),
    'for another name': await startProxy(`https://127.0.0.1:${port}`, trusted),
  };
  for (const [what, base] of Object.entries(bad)) {
    for (const path of paths) {
      const response = await fetch(base + path);
      assert.equal(response.status, 502, `${what}: ${path}`);
      assert.equal(await errorCode(response), 'api_unreachable');
    }
  }
});
