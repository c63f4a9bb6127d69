import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {PaymentSample} from '../../samples/payments.js';

/** Serves the built element on a page, and orders of the test's choice. */
export interface OrderServer {
  /** Returns the address of a page that opens on an order, with some of its fields changed. */
  page(sample: PaymentSample, change?: Readonly<Record<string, unknown>>): string;
  close(): void;
}

const SCRIPT = readFileSync(new URL('../../../dist/cr-checkout.js', import.meta.url));

const PAGE = (orderId: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pay</title>
  <style>body { margin: 0; background: light-dark(#fff, #000); color-scheme: light dark; }</style>
  <script type="module" src="/cr-checkout.js"></script>
  <cr-checkout proxy-url="/api" order-id="${orderId}" country="US" no-resume></cr-checkout>`;

export async function startOrderServer(samples: readonly PaymentSample[]): Promise<OrderServer> {
  const orders = new Map<string, object>();
  const vias = JSON.stringify([{name: 'USER_WALLET', available: true, currencies: currenciesOf(samples)}]);
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '', 'http://localhost');
    const orderId = /^\/(?:api\/v5\/orders|pay)\/([\w-]+)$/.exec(pathname)?.[1] ?? '';
    const send = (type: string, body: string | Buffer) => response.setHeader('content-type', type).end(body);
    if (pathname === '/cr-checkout.js') return void send('text/javascript', SCRIPT);
    if (pathname === '/api/v3/payment_vias') return void send('application/json', vias);
    if (pathname.startsWith('/pay/')) return void send('text/html', PAGE(orderId));
    const order = orders.get(orderId);
    if (order) return void send('application/json', JSON.stringify(order));
    response.statusCode = 404;
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    page(sample, change = {}) {
      const order_id = `order-${orders.size + 1}`;
      orders.set(order_id, {...orderWire(sample), order_id, ...change});
      return `http://127.0.0.1:${port}/pay/${order_id}`;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Lists each coin with its networks once. */
function currenciesOf(samples: readonly PaymentSample[]): object[] {
  const coins = [...new Set(samples.map(({order}) => order.coin))];
  return coins.map(name => {
    const all = samples.filter(({order}) => order.coin === name).map(({network}) => network);
    const networks = [...new Map(all.map(network => [network.name, network])).values()];
    return {
      name,
      networks: networks.map(({name, chainId, baseToken, contract}) => ({
        name,
        chain_id: chainId,
        base_token: baseToken,
        smart_contract: contract ?? null,
      })),
    };
  });
}

function orderWire({order}: PaymentSample): object {
  return {
    order_state: 'WaitingForPayment',
    payment_state: 'WalletCreated',
    created_at: String(Math.floor(Date.now() / 1000)),
    expires_at: Math.floor(Date.now() / 1000) + 1800,
    wallet_address: order.address,
    network: order.network,
    coin: order.coin,
    coin_amount: order.coinAmount,
    qr_text: order.qrText ?? null,
    sent_coin_amount: '0',
    deliveries: [],
  };
}
