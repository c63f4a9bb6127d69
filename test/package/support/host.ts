import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {getRequestListener} from '@hono/node-server';
import sirv from 'sirv';
import {createProxy} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {createSandbox, type Sandbox} from '../../../src/sandbox/index.js';
import {root} from './project.js';

/**
 * Serves a site like those in the documents: its page at `/`, the copied files below `/checkout/`, the proxy below
 * `/api/`.
 */
export interface Host {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Serves this page at `/` from now on. */
  show(page: string): void;
  /** Serves this script at a path from now on. */
  addScript(path: string, code: string): void;
  close(): void;
}

export async function startHost(): Promise<Host> {
  const sandbox = createSandbox();
  const scripts = new Map<string, string>();
  const dist = sirv(join(root, 'dist'));
  let page = '';
  let api: RequestListener = notFound;
  const logos = getRequestListener(request => sandbox(request), {overrideGlobalObjects: false});
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const script = scripts.get(path);
    if (path === '/') return send(response, 'text/html', page);
    if (script !== undefined) return send(response, 'text/javascript', script);
    // Browsers request it without a link.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    if (path.startsWith('/api/')) return api(request, response);
    if (path.startsWith('/sandbox/')) return void logos(request, response);
    if (!path.startsWith('/checkout/')) return notFound(request, response);
    request.url = path.slice('/checkout'.length);
    return dist(request, response, () => notFound(request, response));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  // The sandbox's logos have the host of the request: this one.
  const options = {partnerId: 'a-partner', appVersion: '1.0.0', rawOrderIds: true, basePath: '/api'};
  api = nodeHandler(createProxy({...options, upstream: url, fetch: sandbox}));
  return {
    url,
    sandbox,
    show: html => {
      page = `<!doctype html><html lang="en"><title>Shop</title>${html}</html>`;
    },
    addScript: (path, code) => void scripts.set(path, code),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', `${type}; charset=utf-8`).end(text);
}

function notFound(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end();
}
