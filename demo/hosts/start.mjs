/**
 * Starts one of the examples beside this file with a sandbox behind it, or with the real API where a Partner ID is set,
 * and prints its address. Usage: node demo/hosts/start.mjs <name>
 */
import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {chmodSync, cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startSandbox} from 'cr-checkout/sandbox/node';
import {nextCommand} from './start/next.mjs';
import {nginxCommand} from './start/nginx.mjs';
import {runtimePath} from './start/runtime.mjs';

const example = name => fileURLToPath(new URL(name, import.meta.url));
const node = name => [process.execPath, example(name)];
const denoFlags = ['--node-modules-dir=manual', '--allow-env', '--allow-net', '--allow-read'];
const commands = {
  node: () => node('node.mjs'),
  express: () => node('express.mjs'),
  fastify: () => node('fastify.mjs'),
  hono: () => node('hono.mjs'),
  next: () => nextCommand(example('next')),
  worker: () => node('start/worker.mjs'),
  deno: () => [runtimePath('deno'), 'run', ...denoFlags, example('deno.mjs')],
  bun: () => [runtimePath('bun'), example('bun.mjs')],
  nginx: () => nginxCommand(example('nginx.conf'), cwd, env),
};

const name = process.argv[2] ?? '';
if (!Object.hasOwn(commands, name)) {
  console.error(`Say which: ${Object.keys(commands).join(', ')}`);
  process.exit(1);
}
const isLive = Boolean(process.env.CRYPTOREFILLS_PARTNER_ID);
// Random, so that an order which a browser remembers from an earlier start is not taken for a new one.
const sandbox = isLive ? undefined : await startSandbox({seed: randomUUID()});
const env = {
  PORT: '3000',
  CHECKOUT_SECRET: randomUUID(),
  ...process.env,
  ...(sandbox && {CRYPTOREFILLS_PARTNER_ID: 'demo', CRYPTOREFILLS_UPSTREAM: sandbox.url}),
};
// What a shop would serve: its page, and the one file with its languages.
const cwd = mkdtempSync(join(tmpdir(), 'checkout-'));
chmodSync(cwd, 0o755); // nginx gives up root's rights.
cpSync(example('public'), join(cwd, 'public'), {recursive: true});
for (const built of ['cr-checkout.js', 'locales']) {
  cpSync(example(`../../dist/${built}`), join(cwd, 'public/checkout', built), {recursive: true});
}

const [program, ...words] = commands[name]();
const child = spawn(program, words, {cwd, env, stdio: 'inherit'});
child.once('error', error => console.error(error.message));
child.once('close', code => process.exit(code ?? 0));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill('SIGTERM'));
process.once('exit', () => {
  child.kill('SIGKILL');
  rmSync(cwd, {recursive: true, force: true});
});

const url = `http://127.0.0.1:${env.PORT}/`;
while (!(await fetch(url).catch(() => undefined))) await new Promise(resolve => setTimeout(resolve, 50));
console.log(`cr-checkout on ${name}: ${url}`);
if (sandbox) console.log(`sandbox: ${sandbox.url}/`);
