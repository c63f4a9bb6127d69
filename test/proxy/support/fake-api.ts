import {createProxy, type ProxyOptions} from '../../../src/proxy/index.js';

export const site = 'https://shop.example';
export const secret = 'a-secret-of-the-tests-and-of-nothing-else';

export interface RecordedRequest {
  readonly request: Request;
  readonly url: URL;
  readonly body: unknown;
}

type Responder = (request: RecordedRequest) => Response | Promise<Response>;

/** Creates an API that records requests and responds by `answer`. */
export function createFakeApi(answer: Responder = () => Response.json({})) {
  const requests: RecordedRequest[] = [];
  async function fetch(request: Request): Promise<Response> {
    const text = await request.clone().text();
    const one = {request, url: new URL(request.url), body: text ? JSON.parse(text) : undefined};
    requests.push(one);
    return answer(one);
  }
  return {requests, fetch};
}

/** Opens a proxy in front of a fake API, with shortcuts to call it. */
export function openProxy(answer?: Responder, options: Partial<ProxyOptions> = {}) {
  const api = createFakeApi(answer);
  const proxy = createProxy({
    partnerId: 'partner-1',
    appVersion: '2.3.4',
    rawOrderIds: options.secrets === undefined,
    fetch: api.fetch,
    ...options,
  });
  return {
    requests: api.requests,
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

/** Checks the shape of an error response and returns its code. */
export async function errorCode(response: Response): Promise<string> {
  const {error} = (await response.json()) as {error: {code: string; message: string; requestId: string}};
  if (!error.message || error.requestId !== response.headers.get('x-request-id')) {
    throw new Error(`not the shape of errors: ${JSON.stringify(error)}`);
  }
  return error.code;
}
