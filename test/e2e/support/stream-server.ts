import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Serves over HTTP/1.1 the built element on pages of orders, the orders, and their event streams, which it holds open. */
export interface StreamServer {
  /** Address of the page of an order. */
  page(orderId: string): string;
  /** Serves another page at `/own`, and returns its address. */
  own(html: string): string;
  /** Orders of the streams that are open. */
  streams(): readonly string[];
  /** Headers of every request below `/api`, with its path. */
  readonly requests: readonly {readonly path: string; readonly headers: IncomingHttpHeaders}[];
  /** Sets the state of every order, and writes them to the open streams. */
  set(change: Readonly<Record<string, unknown>>): void;
  close(): void;
}

const SCRIPT = readFileSync(new URL('../../../dist/cr-checkout.js', import.meta.url));
const ADDRESS = 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN';

export async function startStreamServer(): Promise<StreamServer> {
  const streams = new Map<ServerResponse, string>();
  const requests: {path: string; headers: IncomingHttpHeaders}[] = [];
  let change: Readonly<Record<string, unknown>> = {};
  let ownPage = '';
  const orderOf = (orderId: string) =>
    JSON.stringify({
      order_id: orderId,
      order_state: 'WaitingForPayment',
      payment_state: 'PaymentRequested',
      created_at: String(Math.floor(Date.now() / 1000)),
      coin: 'USDC',
      network: 'Solana',
      coin_amount: '50.84',
      sent_coin_amount: '0',
      wallet_address: ADDRESS,
      qr_text: ADDRESS,
      deliveries: [
        {delivery_state: 'WaitingForPayment', deliverable: {brand_name: 'Voltaic', denomination: '50 USD'}},
      ],
      ...change,
    });
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '', 'http://localhost');
    const [, orderId = '', isStream] =
      /^\/(?:api\/v5\/orders|pay)\/([\w-]+)(\/subscribe)?$/.exec(pathname) ?? [];
    const send = (type: string, body: string | Buffer) => response.setHeader('content-type', type).end(body);
    if (pathname.startsWith('/api/')) requests.push({path: pathname, headers: request.headers});
    if (pathname === '/cr-checkout.js') return void send('text/javascript', SCRIPT);
    if (pathname === '/own') return void send('text/html', ownPage);
    if (pathname.startsWith('/pay/')) return void send('text/html', pageOf(orderId));
    if (isStream) {
      response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
      response.write(`event: heartbeat\ndata: ${new Date().toISOString()}\n\n`);
      streams.set(response, orderId);
      return void response.on('close', () => streams.delete(response));
    }
    if (orderId) return void send('application/json', orderOf(orderId));
    response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    page: orderId => `${base}/pay/${orderId}`,
    own(html) {
      ownPage = html;
      return `${base}/own`;
    },
    streams: () => [...streams.values()],
    requests,
    set(fields) {
      change = fields;
      for (const [response, orderId] of streams) response.write(`data: ${orderOf(orderId)}\n\n`);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pageOf(orderId: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pay</title>
    <script type="module" src="/cr-checkout.js"></script>
    <cr-checkout proxy-url="/api" order-id="${orderId}" country="US" no-resume></cr-checkout>`;
}
