import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer, get as httpGet, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {helpText} from '../../../src/proxy/cli/flags.js';
import {readCliOptions} from '../../../src/proxy/cli/options.js';
import {version} from '../../../src/version.js';
import {endProcess, endWithUs} from '../../e2e/support/process.js';
import {secret} from '../support/fake-api.js';

const env = {CR_PARTNER_ID: 'partner-1', CR_SECRETS: secret};
const closers: (() => unknown)[] = [];
after(async () => {
  for (const close of closers) await close();
});

function run(words: readonly string[], variables: Record<string, string>) {
  const file = fileURLToPath(new URL('../../../src/proxy/cli/index.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], {
    env: {PATH: process.env.PATH, ...variables},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  closers.push(() => endProcess(child));
  const output = {out: '', err: ''};
  child.stdout.on('data', chunk => {
    output.out += chunk;
  });
  child.stderr.on('data', chunk => {
    output.err += chunk;
  });
  return {child, output};
}

async function listening({child, output}: ReturnType<typeof run>): Promise<string> {
  while (!output.out.includes('\n')) {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(output.err);
  }
  return JSON.parse(output.out.split('\n')[0]!).url;
}

test('flags take precedence over variables, and each has one', () => {
  const options = readCliOptions(['--port', '9000', '--metrics'], {...env, PORT: '8000', HOST: '0.0.0.0'});
  assert.ok(typeof options === 'object');
  assert.equal(options.port, 9000);
  assert.equal(options.host, '0.0.0.0');
  assert.deepEqual(options.proxy, {
    partnerId: 'partner-1',
    appVersion: '1.0.0',
    secrets: [secret],
    rawOrderIds: false,
    allowedOrigins: [],
    trustedHops: 0,
    timeouts: {},
    metrics: true,
  });
  const more = readCliOptions([], {
    ...env,
    CR_SECRETS: 'new, old',
    CR_ALLOWED_ORIGINS: 'https://a.example, https://b.example',
    CR_BASE_PATH: '/api',
    CR_TRUSTED_HOPS: '2',
    CR_TIMEOUTS: 'connect=3000, headers=20000',
  });
  assert.ok(typeof more === 'object');
  assert.deepEqual(more.proxy.secrets, ['new', 'old']);
  assert.deepEqual(more.proxy.allowedOrigins, ['https://a.example', 'https://b.example']);
  assert.equal(more.proxy.basePath, '/api');
  assert.equal(more.proxy.trustedHops, 2);
  assert.deepEqual(more.proxy.timeouts, {connect: 3000, headers: 20_000});
  assert.equal(readCliOptions(['-h'], {}), 'help');
  assert.equal(readCliOptions(['--version'], {}), 'version');
});

test('a flag or variable that cannot be used is refused with what to set', () => {
  const cases: [string[], Record<string, string>, RegExp][] = [
    [[], {}, /set --partner-id \(or CR_PARTNER_ID\)/],
    [[], {CR_PARTNER_ID: 'p'}, /set CR_SECRETS .*openssl/],
    [['--port', 'http'], env, /set --port \(or PORT\) to a whole number from 0 to 65535, not "http"/],
    [['--port', '70000'], env, /from 0 to 65535/],
    [['--timeouts', 'connect=5s'], env, /set --timeouts \(or CR_TIMEOUTS\) .*not "connect=5s"/],
    [['--colour'], env, /--colour.*--help/s],
    [['--secrets', 'x'], env, /--secrets/],
    [['extra'], env, /extra/],
  ];
  for (const [words, variables, message] of cases)
    assert.throws(() => readCliOptions(words, variables), message);
});

test('the help names every flag and variable, and the version is the package’s', async () => {
  for (const name of [
    '--partner-id',
    'CR_PARTNER_ID',
    'CR_SECRETS',
    '--redis',
    '--timeouts',
    '--drain-seconds',
  ]) {
    assert.ok(helpText().includes(name), name);
  }
  const {child, output} = run(['--version'], {});
  await once(child, 'exit');
  assert.equal(output.out, `${version}\n`);
});

test('a failed start writes one line that names what to set', async () => {
  const cases: [string[], RegExp][] = [
    [['--upstream', 'nowhere'], /^cr-checkout-proxy: createProxy: set upstream to .*\n$/],
    [
      ['--timeouts', 'wait=5'],
      /^cr-checkout-proxy: createProxy: timeouts.wait is not an option; there are connect, .*\n$/,
    ],
  ];
  for (const [words, message] of cases) {
    const {child, output} = run(words, env);
    const [code] = await once(child, 'exit');
    assert.equal(code, 1);
    assert.match(output.err, message);
  }
});

test('it serves, logs nothing personal, and lets a stream end before it stops', async () => {
  let endStream = () => {};
  const api = createServer((req, res) => {
    if (!req.url?.endsWith('/subscribe')) return void res.end('[{"brand":"A"}]');
    res.writeHead(200, {'content-type': 'text/event-stream'});
    res.flushHeaders();
    endStream = () => res.end('data: {"last": true}\n\n');
  }).listen(0, '127.0.0.1');
  closers.push(
    () => api.close(),
    () => api.closeAllConnections(),
  );
  await once(api, 'listening');
  const upstream = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const words = ['--port', '0', '--upstream', upstream, '--metrics', '--raw-order-ids'];
  const server = run(words, {CR_PARTNER_ID: 'partner-1'});
  const base = await listening(server);
  assert.equal((await fetch(`${base}/v2/brands?country_code=US`)).status, 200);
  assert.equal((await fetch(`${base}/readyz`)).status, 200);
  const metrics = await (await fetch(`${base}/metrics`)).text();
  assert.match(metrics, /^cr_checkout_requests_total\{route="listBrands",status="200"\} 1$/m);
  assert.match(metrics, /^cr_checkout_cache_total\{route="listBrands",outcome="miss"\} 1$/m);
  assert.match(metrics, /^cr_checkout_api_seconds_count\{route="listBrands"\} 1$/m);

  const call = httpGet(`${base}/v5/orders/order-1/subscribe`, {agent: false});
  const [stream] = (await once(call, 'response')) as [IncomingMessage];
  stream.setEncoding('utf8');
  let text = '';
  stream.on('data', chunk => {
    text += chunk;
  });
  await once(stream, 'data');
  server.child.kill('SIGTERM');
  while (!server.output.out.includes('closing')) await once(server.child.stdout, 'data');
  await assert.rejects(fetch(`${base}/healthz`));
  assert.equal(server.child.exitCode, null);
  const gone = once(server.child, 'exit');
  endStream();
  await once(stream, 'end');
  assert.match(text, /^event: heartbeat[\s\S]*data: \{"last": true\}\n\n$/);
  assert.equal((await gone)[0], 0);
  const lines = server.output.out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  assert.deepEqual(
    lines.map(({event, route}) => event ?? route),
    ['listening', 'listBrands', 'ready', 'metrics', 'subscribeOrder', 'closing', 'closed'],
  );
  assert.doesNotMatch(server.output.out, /order-1|127\.0\.0\.1(?!:\d+",)/);
});

test('a stream that does not end is closed when the drain time is over', async () => {
  const api = createServer((_, res) => {
    res.writeHead(200, {'content-type': 'text/event-stream'});
    res.flushHeaders();
  }).listen(0, '127.0.0.1');
  closers.push(
    () => api.close(),
    () => api.closeAllConnections(),
  );
  await once(api, 'listening');
  const upstream = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const words = ['--port', '0', '--upstream', upstream, '--raw-order-ids', '--drain-seconds', '1'];
  const server = run(words, {CR_PARTNER_ID: 'partner-1'});
  const base = await listening(server);
  const call = httpGet(`${base}/v5/orders/order-1/subscribe`, {agent: false});
  const [stream] = (await once(call, 'response')) as [IncomingMessage];
  stream.on('error', () => {}).resume();
  server.child.kill('SIGINT');
  assert.equal((await once(server.child, 'exit'))[0], 0);
});
