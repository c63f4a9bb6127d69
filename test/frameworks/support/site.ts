import {spawn} from 'node:child_process';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import sirv from 'sirv';
import {createProxy} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {type SandboxServer, startSandbox} from '../../../src/sandbox/node.js';
import {endProcess, endWithUs} from '../../e2e/support/process.js';
import {addServerFiles} from './rendered.js';

/** Serves an app on its own origin, with the proxy below `/api` and a sandbox behind it. */
export interface Site {
  readonly url: string;
  readonly sandbox: SandboxServer['sandbox'];
  close(): Promise<void>;
}

/** Serves the files of a build, and our proxy beside them. */
export async function serveFiles(folder: string): Promise<Site> {
  const api = await startSandbox();
  const options = {
    partnerId: 'a-partner',
    appVersion: '1.0.0',
    secrets: ['a secret for this test only, for nothing else'],
  };
  const proxy = nodeHandler(createProxy({...options, upstream: api.url, basePath: '/api'}));
  const files = sirv(folder, {dev: true});
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) return proxy(request, response);
    return files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await api.close();
  };
  return {url: `http://127.0.0.1:${port}`, sandbox: api.sandbox, close};
}

/** Starts the app's own development server of Vite, which passes `/api` on to our proxy. */
export async function developVite(folder: string): Promise<Site> {
  const api = await serveFiles(folder);
  const words = ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1'];
  return serveProgram(folder, words, {CHECKOUT_PROXY: api.url}, api);
}

/** Starts the same server with server rendering of the app. */
export async function developRendered(folder: string, app: 'vue' | 'svelte'): Promise<Site> {
  addServerFiles(app, folder);
  const api = await serveFiles(folder);
  const program = fileURLToPath(new URL('render.mjs', import.meta.url));
  return serveProgram(folder, [program], {CHECKOUT_PROXY: api.url}, api);
}

/** Starts the server that Next.js has built, or its development server; the app's own route is the proxy. */
export async function serveNext(folder: string, command: 'start' | 'dev' = 'start'): Promise<Site> {
  const api = await startSandbox();
  const words = ['node_modules/next/dist/bin/next', command, '--port', '0', '--hostname', '127.0.0.1'];
  const variables = {
    NODE_ENV: command === 'start' ? 'production' : 'development',
    CRYPTOREFILLS_PARTNER_ID: 'a-partner',
    CHECKOUT_SECRET: 'a secret for this test only, for nothing else',
    CRYPTOREFILLS_UPSTREAM: api.url,
  };
  return serveProgram(folder, words, variables, api);
}

/** Starts a server in its own process, which prints its address. */
async function serveProgram(
  folder: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
  api: Pick<Site, 'sandbox' | 'close'>,
): Promise<Site> {
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: {...process.env, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1', ...variables} as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithUs(child);
  const close = async () => {
    await endProcess(child);
    await api.close();
  };
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`${words[0]} ended with ${code}:\n${output}`)));
    child.stdout.on('data', chunk => {
      output += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found && /ready/i.test(output)) resolve(found);
    });
  });
  return {url, sandbox: api.sandbox, close};
}
