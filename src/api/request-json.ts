import * as z from 'zod/mini';

import {tryOrUndefined} from '../domain/try-or-undefined.js';
import {ApiError} from './errors.js';
import {parseJson} from './parse-json.js';
import {refusalSchema} from './problems-schema.js';
import {retryAfter} from './retry-after.js';

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

/**
 * Sends one request and returns its JSON. Throws an `ApiError` for everything else: no network, too slow, a status
 * that is no success, or a body that is not JSON.
 */
export async function requestJson(
  request: Request,
  {fetch, signal, timeout, onDate}: RequestOptions,
): Promise<unknown> {
  const tooSlow = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(new Request(request, {signal: AbortSignal.any([signal, tooSlow])}));
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
    const problems = z.parse(
      refusalSchema,
      tryOrUndefined(() => parseJson(body)),
    );
    if (problems.length > 0) return new ApiError('order_problems', '', {status, problems});
  }
  if (status === 404) return new ApiError('not_found', '', {status});
  if (status === 429 || status === 403)
    return new ApiError('rate_limited', '', {status, retryAfter: retryAfter(response)});
  if (status >= 500) return new ApiError('server_error', '', {status, retryAfter: retryAfter(response)});
  return new ApiError('request_refused', '', {status});
}
