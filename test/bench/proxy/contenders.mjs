import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findProgram} from '../../../scripts/browsers.mjs';
import {nginxConfiguration} from './nginx.mjs';

const file = name => fileURLToPath(new URL(name, import.meta.url));

/** Names of the contenders: ours, two Node peers, Node's own `http` without checks, and nginx. */
export const names = ['ours', 'http-proxy-middleware', 'fastify-http-proxy', 'bare-http', 'nginx'];
/** Those that ours is compared with; the others show what Node and the machine allow. */
export const peers = ['http-proxy-middleware', 'fastify-http-proxy'];

const folders = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true, maxRetries: 3});
});

/** Starts the API in its own process; it counts its requests. */
export async function startApi() {
  const child = spawn(process.execPath, [file('api.mjs')], {stdio: ['ignore', 'pipe', 'inherit']});
  const [line] = await once(child.stdout, 'data');
  const url = `http://127.0.0.1:${/\d+/.exec(String(line))[0]}`;
  return {url, counts: async () => (await fetch(`${url}/bench`)).json(), close: () => child.kill()};
}

/** Starts one of `names` in front of the API, in its own process. */
export async function startContender(name, upstream, secret) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/api`;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  folders.push(folder);
  const env = {...process.env, PORT: `${port}`, UPSTREAM: upstream, SECRET: secret, NODE_ENV: 'production'};
  const child = spawn(...command(name, folder, port, upstream), {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    // Sends SIGTERM: a killed nginx leaves its worker behind, which holds our output open.
    child.kill('SIGTERM');
    await ended;
  };
  for (
    let tries = 0;
    !(await fetch(`${url}/v2/brands?country_code=US`).catch(() => undefined))?.ok;
    tries++
  ) {
    if (child.exitCode !== null || tries > 200) throw new Error(`${name} does not answer`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {name, url, pid: child.pid, close};
}

function command(name, folder, port, upstream) {
  if (name !== 'nginx') return [process.execPath, [file(`${name}.mjs`)]];
  chmodSync(folder, 0o755);
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, nginxConfiguration(port, upstream));
  return [findProgram('nginx'), ['-p', folder, '-c', configuration, '-e', 'stderr']];
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
}
