import {readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {createProxy} from '../../src/proxy/index.js';
import {nodeHandler} from '../../src/proxy/node/index.js';
import {createSandbox, type Sandbox} from '../../src/sandbox/index.js';
import {type ChaosProxy, startChaos} from './chaos-proxy.js';
import type {Fault} from './mishap.js';
import type {ChaosTime} from './time.js';

export interface ShopServer {
  /** Base address, without a slash at the end. */
  readonly url: string;
  /** The API behind the proxy. */
  readonly sandbox: Sandbox;
  /** The chaos proxy between our proxy and the API. */
  readonly behind: ChaosProxy;
  close(): Promise<void>;
}

export interface ShopServerOptions {
  readonly time: ChaosTime;
  readonly seed?: string;
  /** Faults between our proxy and the API. */
  readonly behind?: readonly Fault[];
  /** Attributes of the element, as HTML. Default: `country="US"`. */
  readonly attributes?: string;
}

/** Reads the script once: a build in the middle of a run changes nothing. */
const script = readFileSync(new URL('../../dist/cr-checkout.js', import.meta.url));
const csp =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data: http://127.0.0.1:*; require-trusted-types-for 'script'";

/**
 * Starts a shop in this process: a page with the element, our proxy at `/api`, and the sandbox, all in the story's
 * time.
 */
export async function startShop({
  time,
  seed = 'chaos',
  behind: faults = [],
  attributes = 'country="US"',
}: ShopServerOptions): Promise<ShopServer> {
  const sandbox = createSandbox({seed, now: time.now, requireHeaders: true});
  // Drops the request's signal: an aborted stream is then cancelled without an error on the console.
  const play = ({url, method, headers, body}: Request) =>
    sandbox(new Request(url, {method, headers, body, ...(body ? {duplex: 'half'} : {})}));
  const api = await serve(getRequestListener(play, {overrideGlobalObjects: false}));
  const behind = await startChaos({target: api.url, faults, time});
  const proxy = nodeHandler(
    createProxy({
      partnerId: 'chaos',
      appVersion: '1',
      upstream: behind.url,
      basePath: '/api',
      secrets: ['a key of the bench, and of nothing else'],
      now: time.now,
      timeouts: {
        connect: time.real(5000),
        headers: time.real(25_000),
        stall: time.real(10_000),
        read: time.real(30_000),
        order: time.real(30_000),
        stream: time.real(10_000),
        heartbeat: time.real(15_000),
      },
    }),
  );
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
<script type="module" src="/cr-checkout.js"></script><link rel="icon" href="data:,">
<cr-checkout proxy-url="/api" ${attributes}></cr-checkout></html>`;
  const shop = await serve((req, res) => {
    const {pathname} = new URL(req.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/')) return proxy(req, res);
    if (pathname.endsWith('.js')) {
      return void res.writeHead(200, {'content-type': 'text/javascript'}).end(script);
    }
    res.writeHead(200, {'content-type': 'text/html', 'content-security-policy': csp}).end(page);
  });
  return {
    url: shop.url,
    sandbox,
    behind,
    close: async () => void (await Promise.all([shop.close(), behind.close(), api.close()])),
  };
}

async function serve(handle: (req: IncomingMessage, res: ServerResponse) => void) {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const {port} = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {url: `http://127.0.0.1:${port}`, close};
}
