import {spawn} from 'node:child_process';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import sirv from 'sirv';
import {createProxy} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node.js';
import {type SandboxServer, startSandbox} from '../../../src/sandbox/node.js';
import {endProcess, endWithUs} from '../../e2e/support/process.js';

/** A built app on its own origin, with the proxy below `/api` and a sandbox behind that. */
export interface Site {
  readonly url: string;
  readonly sandbox: SandboxServer['sandbox'];
  close(): Promise<void>;
}

/** Serves the files of a build, and our proxy beside them. */
export async function serveFiles(folder: string): Promise<Site> {
  const api = await startSandbox();
  const options = {partnerId: 'a-partner', appVersion: '1.0.0', secrets: ['a secret for this test only']};
  const proxy = nodeHandler(createProxy({...options, upstream: api.url, basePath: '/api'}));
  const files = sirv(folder, {dev: true});
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) return proxy(request, response);
    const isIcon = request.url === '/favicon.ico';
    return files(request, response, () => void response.writeHead(isIcon ? 204 : 404).end());
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

/** Starts the server that Next.js has built, whose own route is the proxy. */
export async function serveNext(folder: string): Promise<Site> {
  const api = await startSandbox();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CRYPTOREFILLS_PARTNER_ID: 'a-partner',
    CHECKOUT_SECRET: 'a secret for this test only',
    CRYPTOREFILLS_UPSTREAM: api.url,
  };
  const words = ['node_modules/next/dist/bin/next', 'start', '--port', '0', '--hostname', '127.0.0.1'];
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithUs(child);
  const close = async () => {
    await endProcess(child);
    await api.close();
  };
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`next ended with ${code}:\n${output}`)));
    child.stdout.on('data', chunk => {
      output += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found && output.includes('Ready')) resolve(found);
    });
  });
  return {url, sandbox: api.sandbox, close};
}
