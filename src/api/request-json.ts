import {tryOrUndefined} from '../domain/try-or-undefined.js';
import {ApiError, type ErrorCode} from './errors.js';
import {parseJson} from './parse-json.js';
import {refusalSchema} from './problems-schema.js';
import {retryAfter} from './retry-after.js';
import {read} from './wire.js';

export type Fetch = typeof globalThis.fetch;

export interface RequestOptions {
  readonly fetch: Fetch;
  /** Aborts the request; its reason is thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds until the request is given up. */
  readonly timeout: number;
  /** Called with the server's time, in milliseconds since 1970, where the response has a `Date` that the page may read. */
  readonly onDate?: ((serverTime: number) => void) | undefined;
}

/** `Date` has whole seconds: half of one has passed on average. */
const HALF_SECOND = 500;

/** Matches what an engine says of faulty code, in a `TypeError` as it is thrown for a lost connection too. */
const FAULTY_CODE = /is not (a|an|defined|iterable)\b|undefined|null|read(ing)? propert/i;

/**
 * Sends one request and returns its JSON. Throws an `ApiError` for everything else: no network, too slow, a status
 * that is no success, or a body that is not JSON. `fetch` gets a URL as text and an init, which is what pages that replace
 * it expect.
 */
export async function requestJson(
  [url, init]: readonly [url: string, init: RequestInit],
  {fetch, signal, timeout, onDate}: RequestOptions,
): Promise<unknown> {
  const tooSlow = AbortSignal.timeout(timeout);
  try {
    const response = await callFetch(fetch, url, {...init, signal: AbortSignal.any([signal, tooSlow])});
    const date = Date.parse(response.headers.get('date') ?? '');
    if (date) onDate?.(date + HALF_SECOND);
    const body = await response.text();
    // A page's own `fetch` may ignore its signal.
    signal.throwIfAborted();
    if (response.ok) return readBody(body, response.status);
    throw refusal(response, body);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof ApiError) throw error;
    throw new ApiError(tooSlow.aborted ? 'timeout' : 'network_error', '', {cause: error});
  }
}

async function callFetch(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw asFailure(error);
  }
}

/** Returns `fetch_failed` for a fault of the page's own `fetch`, with its message; a lost connection as it was thrown. */
function asFailure(cause: unknown): unknown {
  const {name, message} = cause instanceof Error ? cause : {name: '', message: String(cause)};
  const isLost =
    /^(Abort|Network|Timeout)Error$/.test(name) || (name === 'TypeError' && !FAULTY_CODE.test(message));
  return isLost
    ? cause
    : new ApiError('fetch_failed', `The fetch of the page threw: ${message.slice(0, 200)}`, {cause});
}

function readBody(body: string, status: number): unknown {
  try {
    return parseJson(body);
  } catch (cause) {
    throw new ApiError('response_invalid', 'The response is not JSON.', {status, cause});
  }
}

/** Makes the error for a response without success. Problems may come with 400 or 422. */
function refusal(response: Response, body: string): ApiError {
  const {status} = response;
  if (status === 400 || status === 422) {
    const problems = read(
      refusalSchema,
      tryOrUndefined(() => parseJson(body)),
    );
    if (problems?.length) return new ApiError('order_problems', '', {status, problems});
  }
  return new ApiError(codeOf(status), '', {status, retryAfter: retryAfter(response)});
}

function codeOf(status: number): ErrorCode {
  if (status === 404) return 'not_found';
  if (status === 429 || status === 403) return 'rate_limited';
  return status >= 500 ? 'server_error' : 'request_refused';
}
