/** A process that is asked to stop: streams end at once, orders in their own time. */
import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {Agent, get as httpGet, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {startServer} from '../../../src/proxy/cli/server.js';
import {endProcess, endWithUs} from '../../e2e/support/process.js';
import {orderRequest, secret} from '../support/fake-api.js';
import {openServers} from '../support/listen.js';

const servers = openServers();
const folder = mkdtempSync(join(tmpdir(), 'drain-'));
const children: ChildProcess[] = [];
after(async () => {
  await Promise.all(children.map(child => endProcess(child)));
  await servers.close();
  rmSync(folder, {recursive: true});
});

/** Starts the command; returns where it listens and what it wrote. */
async function start(words: readonly string[]) {
  const file = fileURLToPath(new URL('../../../src/proxy/cli/index.ts', import.meta.url));
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, file, '--port', '0', ...words], {
    env: {PATH: process.env.PATH, CR_PARTNER_ID: 'partner-1', CR_SECRETS: secret},
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithUs(child);
  children.push(child);
  const output = {text: ''};
  child.stdout.on('data', chunk => {
    output.text += chunk;
  });
  while (!output.text.includes('"listening"')) {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(output.text);
  }
  const line = output.text.split('\n').find(each => each.includes('"listening"'));
  return {child, output, url: (JSON.parse(line!) as {url: string}).url};
}

/** Starts an API that holds its response to an order until it is released. */
async function startApi() {
  const held: ServerResponse[] = [];
  const url = await servers.listen((req, res) => {
    if (!req.url?.endsWith('/subscribe')) return void held.push(res);
    res.writeHead(200, {'content-type': 'text/event-stream'});
    res.flushHeaders();
  });
  const reached = async (count: number) => {
    while (held.length < count) await new Promise(resolve => setTimeout(resolve, 5));
  };
  return {url, held, reached, release: () => held.at(-1)!.end('{"order_id":"order-1"}')};
}

function order(url: string, key: string) {
  return fetch(`${url}/v5/orders`, {
    method: 'POST',
    headers: {'content-type': 'application/json', 'idempotency-key': key},
    body: JSON.stringify(orderRequest),
  });
}

async function closing({child, output}: Awaited<ReturnType<typeof start>>) {
  child.kill('SIGTERM');
  while (!output.text.includes('"closing"')) await once(child.stdout!, 'data');
}

test('an order ends in its own time, a stream does not wait for it, and the next process knows the order', async () => {
  const api = await startApi();
  const words = ['--upstream', api.url, '--drain-seconds', '0'];
  const one = await start(words);
  const raw = await start([...words, '--raw-order-ids']);
  const call = httpGet(`${raw.url}/v5/orders/order-1/subscribe`, {agent: false});
  const [stream] = (await once(call, 'response')) as [IncomingMessage];
  const streamEnded = new Promise(resolve =>
    stream
      .on('error', () => {})
      .resume()
      .once('close', resolve),
  );
  const pressed = order(one.url, 'key-1');
  const held = order(raw.url, 'key-2').catch(() => undefined);
  await api.reached(2);
  await Promise.all([closing(one), closing(raw)]);
  await streamEnded;
  assert.equal(one.child.exitCode, null);
  assert.equal(raw.child.exitCode, null, 'its order is still under way');
  const gone = Promise.all([once(one.child, 'exit'), once(raw.child, 'exit')]);
  for (const response of api.held) response.end('{"order_id":"order-1"}');
  const made = await (await pressed).json();
  await held;
  for (const [code] of await gone) assert.equal(code, 0);
  const next = await start(words);
  assert.deepEqual(await (await order(next.url, 'key-1')).json(), made);
  assert.equal(api.held.length, 2);
});

test('an order whose buyer has left is waited for, and the next process knows it', async () => {
  const api = await startApi();
  const words = ['--upstream', api.url, '--drain-seconds', '0'];
  const one = await start(words);
  const headers = {'content-type': 'application/json', 'idempotency-key': 'key-3'};
  const leaving = request(`${one.url}/v5/orders`, {method: 'POST', headers, agent: false});
  leaving.on('error', () => {}).end(JSON.stringify(orderRequest));
  await api.reached(1);
  leaving.destroy();
  await closing(one);
  const gone = once(one.child, 'exit');
  api.release();
  assert.equal((await gone)[0], 0);
  const next = await start(words);
  assert.equal((await order(next.url, 'key-3')).status, 200);
  assert.equal(api.held.length, 1);
});

test('without a file of claims one line says what a restart means', async () => {
  const api = await startApi();
  const {output} = await start(['--upstream', api.url, '--claims', 'false']);
  const lines = output.text.trim().split('\n');
  assert.equal(lines.filter(line => line.includes('claims_off')).length, 1);
  assert.match(lines[0]!, /After a restart, an order that is sent again is made again/);
});

test('a connection that its client keeps is closed after its last response', {timeout: 30_000}, async () => {
  const held: ServerResponse[] = [];
  const handler = async (_: IncomingMessage, res: ServerResponse) => {
    held.push(res);
    res.write('ma');
  };
  const server = await startServer(handler, 0, '127.0.0.1');
  const agent = new Agent({keepAlive: true});
  const [response] = (await once(httpGet(server.url, {agent}), 'response')) as [IncomingMessage];
  assert.equal(response.headers.connection, 'keep-alive');
  const closed = server.close(60_000);
  held[0]!.end('de');
  assert.equal((await response.toArray()).join(''), 'made');
  await closed;
  agent.destroy();
});
