import type {ProxyError} from './errors.js';
import type {EventStreamBody} from './event-stream.js';

/** `hit` was fresh, `stale` is being read again, `outage` could not be read again, `miss` was read for this request. */
export type CacheOutcome = 'hit' | 'stale' | 'outage' | 'miss';

/** A response that is not bound to the platform: a value that can be cached and sent more than once. */
export interface ProxyResponse {
  readonly status: number;
  /** Alternating names, in lower case, and values. */
  readonly headers?: readonly string[];
  /** The `Content-Type`; JSON by default. */
  readonly type?: string;
  /** The request header that selected this response, besides the origin. */
  readonly vary?: string;
  readonly body: string | Uint8Array<ArrayBuffer> | EventStreamBody | null;
  /** The parsed body; `undefined` where it was not parsed. */
  readonly json?: unknown;
  /** The `Cache-Control` of this response; `undefined` for that of its route. */
  readonly cacheControl?: string;
  /** How the cache answered; `undefined` for routes without one. */
  readonly cache?: CacheOutcome;
}

/** Builds the only shape of errors: `{"error": {"code", "message", "requestId"}}` with the error's status. */
export function errorResponse(
  {status, code, message, headers}: ProxyError,
  requestId: string,
): ProxyResponse {
  return {
    status,
    headers: Object.entries(headers).flat(),
    body: JSON.stringify({error: {code, message, requestId}}),
  };
}
