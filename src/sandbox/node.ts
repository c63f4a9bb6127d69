import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {createSandbox, type Sandbox, type SandboxOptions} from './sandbox.js';

export interface SandboxServerOptions extends SandboxOptions {
  /** Default: any free port. */
  readonly port?: number;
  /** Default: loopback only. */
  readonly host?: string;
}

export interface SandboxServer {
  /** Base address, without a slash at the end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Ends every open stream and stops listening. */
  close(): Promise<void>;
}

/** Starts a sandbox as an HTTP server. Rejects when the port is taken. */
export async function startSandbox(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const {port = 0, host = '127.0.0.1', ...rest} = options;
  const sandbox = createSandbox(rest);
  const server = createServer(
    getRequestListener(request => sandbox(request), {overrideGlobalObjects: false}),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const {port: actual} = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}`,
    sandbox,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
