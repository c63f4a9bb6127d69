import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {createSandbox, type Sandbox} from '../../../src/sandbox/index.js';

/** Serves a sandbox and records its requests. */
export interface WatchedApi {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Returns the last request whose path has this prefix, or `undefined`. */
  lastAsked(path: string): IncomingMessage | undefined;
  /** Returns the number of open streams. */
  openStreams(): number;
  /** Resolves when the last open stream has been closed. */
  streamsClosed(): Promise<void>;
  close(): void;
}

export async function startWatchedApi(): Promise<WatchedApi> {
  const sandbox = createSandbox();
  const listener = getRequestListener(request => sandbox(request), {overrideGlobalObjects: false});
  const asked: IncomingMessage[] = [];
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    asked.push(request);
    if (request.url?.endsWith('/subscribe')) {
      streams.add(response);
      response.once('close', () => streams.delete(response));
    }
    void listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sandbox,
    lastAsked: path => asked.findLast(({url}) => url?.startsWith(path)),
    openStreams: () => streams.size,
    async streamsClosed() {
      for (const stream of [...streams]) if (!stream.closed) await once(stream, 'close');
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
