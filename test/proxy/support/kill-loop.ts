import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {endWithUs} from '../../e2e/support/process.js';
import {orderRequest} from './fake-api.js';

export interface KillOptions {
  /** How many processes are killed. */
  readonly kills: number;
  readonly instances: number;
  /** URL of a Redis that the instances share; without it, the one instance has a file of claims. */
  readonly redis?: string;
}

export interface KillReport {
  readonly kills: number;
  /** Orders at the API for each key, by how many keys had so many. */
  readonly ordersPerKey: Readonly<Record<number, number>>;
  /** Keys by the last response: with an order, or unknown. */
  readonly answers: {order: number; unknown: number; other: number};
  /** Keys whose response named an order that was not made for them. */
  readonly wrong: number;
}

/** Starts an API that makes orders in 0 to 40 ms and counts them by the buyer's address. */
async function startApi() {
  const orders = new Map<string, string[]>();
  const server = createServer(async (req, res) => {
    let text = '';
    for await (const chunk of req) text += chunk;
    const {email} = JSON.parse(text) as {email: string};
    const id = crypto.randomUUID();
    orders.set(email, [...(orders.get(email) ?? []), id]);
    setTimeout(() => res.end(JSON.stringify({order_id: id})), Math.random() * 40);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    orders,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Kills proxies at random moments around orders, starts them again, and sends each order until it has an outcome. */
export async function killLoop({kills, instances, redis}: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const outfile = join(folder, 'proxy.mjs');
  // One file starts in a tenth of the time.
  await build({
    entryPoints: [new URL('../../../src/proxy/cli/index.ts', import.meta.url).pathname],
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: redis ? [] : ['ioredis', 'redis'],
    banner: {
      js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outfile,
  });
  const api = await startApi();
  const words = ['--port', '0', '--upstream', api.url, ...(redis ? ['--redis', redis] : [])];
  const env = {
    CR_PARTNER_ID: `partner-${crypto.randomUUID()}`,
    CR_SECRETS: 'a secret of this loop and of nothing else',
    CR_TIMEOUTS: 'order=1000',
    CR_TRUSTED_HOPS: '1',
  };

  async function start(): Promise<{child: ChildProcess; url: string}> {
    const child = spawn(process.execPath, [outfile, ...words], {
      env,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    endWithUs(child);
    let output = '';
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    for (let line: string | undefined; ; ) {
      line = output.split('\n').find(each => each.includes('"listening"') && each.endsWith('}'));
      if (line) return {child, url: (JSON.parse(line) as {url: string}).url};
      if (child.exitCode !== null) throw new Error(`The proxy did not start: ${output}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  }

  const report = {
    kills: 0,
    ordersPerKey: {} as Record<number, number>,
    answers: {order: 0, unknown: 0, other: 0},
    wrong: 0,
  };
  const running = await Promise.all(Array.from({length: instances}, start));

  async function press(
    url: string,
    key: string,
    turn: number,
  ): Promise<{order_id?: string; error?: {code: string}}> {
    const response = await fetch(`${url}/v5/orders`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        // Another buyer each time, so that no limit ends the loop.
        'x-forwarded-for': `10.${turn >> 8}.${turn & 255}.1`,
      },
      body: JSON.stringify({...orderRequest, email: key}),
    });
    return response.json() as Promise<{order_id?: string; error?: {code: string}}>;
  }

  /** Sends an order until its outcome is known. */
  async function outcome(key: string, turn: number) {
    for (let attempt = 0; attempt < 50; attempt++) {
      const {url} = running[attempt % instances]!;
      const body = await press(url, key, turn).catch(() => undefined);
      if (body?.order_id || body?.error?.code === 'order_unknown') return body;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    return undefined;
  }

  try {
    for (let turn = 0; turn < kills; turn++) {
      const key = `key-${turn}@example.com`;
      const presses = running.flatMap(({url}) => [press(url, key, turn), press(url, key, turn)]);
      for (const each of presses) each.catch(() => {});
      await new Promise(resolve => setTimeout(resolve, Math.random() * 60));
      const index = Math.floor(Math.random() * instances);
      const {child} = running[index]!;
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      report.kills++;
      running[index] = await start();
      const body = await outcome(key, turn);
      await Promise.allSettled(presses);
      const made = api.orders.get(key) ?? [];
      report.ordersPerKey[made.length] = (report.ordersPerKey[made.length] ?? 0) + 1;
      if (body?.order_id) {
        report.answers.order++;
        if (!made.includes(body.order_id.split('.')[0]!)) report.wrong++;
      } else if (body) report.answers.unknown++;
      else report.answers.other++;
    }
  } finally {
    for (const {child} of running) child.kill('SIGKILL');
    api.close();
    rmSync(folder, {recursive: true, force: true});
  }
  return report;
}
