import {readBounded} from './read-bytes.js';

/** What the API is asked: nothing of it is the browser's but what was checked. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether it may be sent twice without harm: all but an order. */
  readonly isRepeatable: boolean;
}

/** What the API answers, as soon as its headers are there. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  /** The whole body, unpacked; undefined when it has more than `limit` bytes. Calls `onBytes` at each piece. */
  read(limit: number, onBytes?: () => void): Promise<Uint8Array | undefined>;
  /** The body is not wanted. */
  discard(): void;
}

export interface AskOptions {
  /** Ends the request, whatever has become of it. */
  readonly signal: AbortSignal;
  /** Milliseconds until a connection must stand, where the client can tell. */
  readonly connect: number;
}

/** Asks the API; follows no redirect. Rejects when there is no answer. */
export type ApiClient = (request: ApiRequest, options: AskOptions) => Promise<ApiResponse>;

/** For all platforms. */
export function clientOf(fetch: (request: Request) => Promise<Response>): ApiClient {
  return async (request, {signal}) => responseOf(await fetch(requestOf(request, signal)));
}

export function requestOf({method, url, headers, body}: ApiRequest, signal?: AbortSignal): Request {
  return new Request(url, {
    method,
    headers,
    // A redirect would carry the partner's id and the buyer's data to wherever it points.
    redirect: 'manual',
    ...(signal ? {signal} : {}),
    ...(body === undefined ? {} : {body}),
  });
}

export function responseOf({status, headers, body}: Response): ApiResponse {
  return {
    status,
    headers,
    read: (limit, onBytes) => readBounded(body, limit, onBytes),
    discard: () => void body?.cancel().catch(() => {}),
  };
}
