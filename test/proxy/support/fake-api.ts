import {createProxy, type ProxyOptions} from '../../../src/proxy/index.js';

export const site = 'https://shop.example';
export const secret = 'a-secret-of-the-tests-and-of-nothing-else';

export interface RecordedRequest {
  readonly request: Request;
  readonly url: URL;
  readonly body: unknown;
}

type Answerer = (requests: RecordedRequest) => Response | Promise<Response>;

/** An API that keeps what it was asked and answers as it is told to. */
export function createFakeApi(answer: Answerer = () => Response.json({})) {
  const asked: RecordedRequest[] = [];
  async function fetch(request: Request): Promise<Response> {
    const text = await request.clone().text();
    const one = {request, url: new URL(request.url), body: text ? JSON.parse(text) : undefined};
    asked.push(one);
    return answer(one);
  }
  return {asked, fetch};
}

/** A proxy in front of a fake API, and short ways to call it. */
export function openProxy(answer?: Answerer, options: Partial<ProxyOptions> = {}) {
  const api = createFakeApi(answer);
  const proxy = createProxy({
    partnerId: 'partner-1',
    appVersion: '2.3.4',
    rawOrderIds: options.secrets === undefined,
    fetch: api.fetch,
    ...options,
  });
  return {
    asked: api.asked,
    proxy,
    get: (path: string, headers: HeadersInit = {}) => proxy(new Request(`${site}${path}`, {headers})),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      proxy(
        new Request(`${site}${path}`, {
          method: 'POST',
          headers: {'content-type': 'application/json', origin: site, ...headers},
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
  };
}

export const orderRequest = {
  email: 'buyer@example.com',
  user: {email: 'buyer@example.com'},
  payment: {type: 'via', payment_via: 'USER_WALLET', coin: 'USDC', network: 'Solana'},
  deliveries: [
    {
      beneficiary_account: 'buyer@example.com',
      brand_name: 'Airbnb',
      country_code: 'US',
      denomination: '100 USD',
    },
  ],
  lang: 'en',
};

/** Checks the one shape of errors and gives its code. */
export async function errorCode(response: Response): Promise<string> {
  const {error} = (await response.json()) as {error: {code: string; message: string; requestId: string}};
  if (!error.message || error.requestId !== response.headers.get('x-request-id')) {
    throw new Error(`not the shape of errors: ${JSON.stringify(error)}`);
  }
  return error.code;
}
