import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {type AddressInfo, createServer} from 'node:net';
import {Redis} from 'ioredis';
import {createClient} from 'redis';
import {findProgram} from '../../../scripts/browsers.mjs';
import {type ProxyStore, redisStore} from '../../../src/proxy/index.js';
import {endProcess, endWithUs} from '../../e2e/support/process.js';

/** Starts a real Redis on a free port of loopback, without persistence; it can be stopped and restarted. */
export async function startRedis() {
  const program = findProgram('redis-server');
  const port = await freePort();
  const closers: (() => void)[] = [];

  async function start() {
    const words = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn(program, words, {stdio: ['ignore', 'pipe', 'inherit'], cwd: '/'});
    endWithUs(child);
    let output = '';
    for await (const chunk of child.stdout) {
      output += chunk;
      if (output.includes('Ready to accept connections')) break;
    }
    if (child.exitCode !== null) throw new Error(`Redis did not start; it wrote:\n${output}`);
    return child;
  }

  let child = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => endProcess(child),
    async restart() {
      child = await start();
    },
    async ioredis(): Promise<ProxyStore> {
      const client = new Redis(port, '127.0.0.1', {retryStrategy: () => 50});
      client.on('error', () => {});
      closers.push(() => client.disconnect());
      await once(client, 'ready');
      return redisStore(client);
    },
    async nodeRedis(): Promise<ProxyStore> {
      const client = createClient({socket: {host: '127.0.0.1', port, reconnectStrategy: 50}});
      client.on('error', () => {});
      closers.push(() => client.destroy());
      await client.connect();
      return redisStore(client);
    },
    async close() {
      for (const close of closers) close();
      await endProcess(child);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
