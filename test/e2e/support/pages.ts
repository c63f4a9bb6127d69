import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import sirv from 'sirv';
import {createProxy} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {startSandbox} from '../../../src/sandbox/node.js';

export type Headers = Readonly<Record<string, string>>;

/** Serves pages of a test on one origin, with `dist`, the proxy below `/api`, and the logos on another origin. */
export interface Pages {
  readonly url: string;
  /** Origin of the logos. */
  readonly logos: string;
  /** Bodies that browsers sent to `/reports`. */
  readonly reports: readonly string[];
  /** Serves a body at a path from now on: HTML, or a script if the path ends in `.js`. */
  put(path: string, body: string, headers?: Headers): void;
  /** Pays the newest order, which is delivered at once. */
  pay(): void;
  /** Moves the clock of the sandbox and the proxy on by milliseconds. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

export async function servePages(): Promise<Pages> {
  const api = await startSandbox();
  const proxy = nodeHandler(
    createProxy({
      partnerId: 'a-partner',
      appVersion: '1.0.0',
      secrets: ['a secret for this test only, for nothing else'],
      upstream: api.url,
      basePath: '/api',
      allowedOrigins: ['null'],
      now: api.sandbox.now,
      // All buyers of a test file have one address.
      limits: false,
    }),
  );
  const dist = sirv(fileURLToPath(new URL('../../../dist', import.meta.url)), {
    dev: true,
    // A sandboxed frame has an opaque origin, and loads modules across origins.
    setHeaders: response => void response.setHeader('access-control-allow-origin', '*'),
  });
  const put = new Map<string, {body: string; headers: Headers}>();
  const reports: string[] = [];
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const found = put.get(pathname);
    if (found) {
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
      const headers = {'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*'};
      return void response.writeHead(200, {...headers, ...found.headers}).end(found.body);
    }
    if (pathname === '/reports') {
      let report = '';
      request.on('data', chunk => {
        report += chunk;
      });
      return void request.on('end', () => {
        reports.push(report);
        response.writeHead(204).end();
      });
    }
    if (pathname.startsWith('/api/')) return proxy(request, response);
    if (!pathname.startsWith('/dist/')) return void response.writeHead(204).end();
    request.url = request.url?.slice('/dist'.length);
    return dist(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logos: api.url,
    reports,
    put: (path, body, headers = {}) => void put.set(path, {body, headers}),
    pay: () => {
      api.sandbox.control(api.sandbox.orders()[0]!.order_id, 'pay');
      api.sandbox.pass(2500);
    },
    pass: api.sandbox.pass,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await api.close();
    },
  };
}

/** Returns a page with the element for `put`. */
export function page(
  body: string,
  head = '<script type="module" src="/dist/cr-checkout.js"></script>',
): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}</head><body>${body}</body></html>`;
}

export const TAG = '<cr-checkout proxy-url="/api" country="US"></cr-checkout>';
