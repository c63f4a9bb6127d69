import {spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {type AddressInfo, connect, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findProgram} from '../../../scripts/browsers.mjs';
import {endProcess, endWithUs} from './process.js';

export interface Nginx {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Returns the minimum that replaces our proxy: six lines that add the partner's headers to requests to the API. */
export function headerLocation(upstream: string, partnerId: string, appVersion: string): string {
  return `location /api/ {
  proxy_pass ${upstream}/; proxy_buffering off;
  proxy_set_header X-Cr-Application "${partnerId}";
  proxy_set_header X-Cr-Version "${appVersion}";
  proxy_set_header X-Forwarded-For $remote_addr;
}`;
}

/** Starts nginx on a free port of loopback with these `location` blocks; all its files are in a temporary folder. */
export async function startNginx(locations: string): Promise<Nginx> {
  const program = findProgram('nginx');
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  await writeFile(join(folder, 'nginx.conf'), configuration(locations, port));
  const words = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  const child = spawn(program, words, {stdio: ['ignore', 'ignore', 'pipe']});
  endWithUs(child);
  let output = '';
  child.stderr.on('data', chunk => {
    output += chunk;
  });
  const close = async () => {
    await endProcess(child);
    await rm(folder, {recursive: true, force: true});
  };
  try {
    await listening(port, () => child.exitCode !== null);
  } catch {
    await close();
    throw new Error(`nginx did not start; it wrote:\n${output}`);
  }
  return {url: `http://127.0.0.1:${port}`, close};
}

/** Configures one process without a master, so that ending it ends all. */
function configuration(locations: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
master_process off;
pid nginx.pid;
events {}
http {
  access_log off;
  ${temporary.map(name => `${name}_temp_path ${name}_temp;`).join(' ')}
  proxy_cache_path cache keys_zone=listings:10m;
  server {
    listen 127.0.0.1:${port};
    ${locations}
  }
}
`;
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

/** Waits until something accepts connections; gives up when its process has ended or after a minute. */
async function listening(port: number, ended: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await accepts(port))) {
    if (ended() || Date.now() > deadline) throw new Error(`nothing listens on ${port}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    const answer = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
