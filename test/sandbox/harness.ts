import {createSandbox, type OrderJson, type SandboxOptions} from '../../src/sandbox/index.js';

export const start = 1_790_000_000_000;

const headers = {'X-Cr-Application': 'partner', 'X-Cr-Version': '1.0', 'Content-Type': 'application/json'};

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Creates a sandbox whose clock and stream polls the test controls. */
export function createHarness(options: SandboxOptions = {}) {
  let now = start;
  const ticks = new Set<() => void>();
  const sandbox = createSandbox({
    now: () => now,
    repeat: (_, callback) => {
      ticks.add(callback);
      return () => void ticks.delete(callback);
    },
    ...options,
  });
  const send = async <Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> => {
    const init = {method, headers, ...(body === undefined ? {} : {body: JSON.stringify(body)})};
    const response = await sandbox(new Request(`https://api.test${path}`, init));
    return {status: response.status, body: (await response.json()) as Body};
  };
  return {
    sandbox,
    ticks,
    headers,
    get: <Body>(path: string) => send<Body>('GET', path),
    post: <Body>(path: string, body: unknown = {}) => send<Body>('POST', path, body),
    delete: <Body>(path: string) => send<Body>('DELETE', path),
    /** Lets time pass and polls the streams. */
    pass(milliseconds: number) {
      now += milliseconds;
      for (const tick of [...ticks]) tick();
    },
    async order(change: OrderChange = {}): Promise<OrderJson> {
      const {status, body} = await send<OrderJson>('POST', '/v5/orders', orderRequest(change));
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body;
    },
    stateOf: async (id: string) => (await send<OrderJson>('GET', `/v5/orders/${id}`)).body.order_state,
  };
}

export interface OrderChange {
  readonly email?: string;
  readonly payment?: Readonly<Record<string, unknown>>;
  readonly delivery?: Readonly<Record<string, unknown>>;
  readonly user?: Readonly<Record<string, unknown>>;
  readonly deliveries?: readonly unknown[];
  readonly rest?: Readonly<Record<string, unknown>>;
}

/** Returns the body of an order: a range card of 25 USD, paid in BTC on its main chain, with some changes. */
export function orderRequest({
  email = 'buyer@example.com',
  payment,
  delivery,
  user,
  deliveries,
  rest,
}: OrderChange = {}) {
  const line = {
    brand_name: 'Northbeam',
    country_code: 'US',
    denomination: 'range',
    product_value: '25',
    beneficiary_account: email,
    ...delivery,
  };
  return {
    email,
    user: {email, ...user},
    payment: {type: 'via', payment_via: 'USER_WALLET', coin: 'BTC', network: 'Mainnet', ...payment},
    deliveries: deliveries ?? [line],
    lang: 'en',
    ...rest,
  };
}
