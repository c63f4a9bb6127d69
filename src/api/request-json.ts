import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Problem} from '../domain/types.js';
import {ApiError} from './errors.js';
import {readProblems} from './problems-schema.js';
import {fieldsOf, textOf} from './wire.js';

export type Fetch = typeof globalThis.fetch;

export interface RequestOptions {
  readonly fetch: Fetch;
  /** Ends the request because nobody waits for it any more: the caller's own reason is thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds until the request is given up. */
  readonly timeout: number;
  /** Hears the server's time, in milliseconds since 1970, where the answer has a `Date` that the page may read. */
  readonly onDate?: ((serverTime: number) => void) | undefined;
}

/**
 * Sends one request and answers its JSON. Throws an `ApiError` for everything else: no network, too slow, a status
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
    // Whole seconds: half of one has passed on average.
    if (date) onDate?.(date + 500);
    const body = await response.text();
    // A fetch of the page's own need not look at its signal: what nobody waits for any more is not answered.
    signal.throwIfAborted();
    if (response.ok) return parseJson(body, response.status);
    throw refusal(response, body);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof ApiError) throw error;
    throw new ApiError(tooSlow.aborted ? 'timeout' : 'network_error', '', {cause: error});
  }
}

function parseJson(body: string, status: number): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new ApiError('response_invalid', 'The answer is not JSON.', {
      status,
      cause: error,
    });
  }
}

/** What an answer without success says. Problems may come with 400 or 422, or as a lone code in `detail`. */
function refusal(response: Response, body: string): ApiError {
  const {status} = response;
  const problems = status === 400 || status === 422 ? problemsIn(body) : [];
  if (problems.length > 0) return new ApiError('order_problems', '', {status, problems});
  if (status === 404) return new ApiError('not_found', '', {status});
  if (status === 429 || status === 403) {
    return new ApiError('rate_limited', '', {status, retryAfter: retryAfterOf(response)});
  }
  if (status >= 500)
    return new ApiError('server_error', '', {
      status,
      retryAfter: retryAfterOf(response),
    });
  return new ApiError('request_refused', '', {status});
}

/** A list of problems, or a lone code: in `detail` as the API says it, in `error.code` as our proxy passes it on. */
function problemsIn(body: string): readonly Problem[] {
  const json = fieldsOf(tryOrUndefined(() => JSON.parse(body)));
  const listed = readProblems(json);
  if (listed.length > 0) return listed;
  const code = [json.detail, fieldsOf(json.error).code].map(textOf).find(isProblemCode);
  return code ? [{code}] : [];
}

function isProblemCode(value = ''): boolean {
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(value);
}

/** No timer waits longer than 24 days: it fires at once instead, which would answer "too many" with more. */
const LONGEST_WAIT = 3_600_000;

/** `Retry-After` in seconds or as a date, or `X-RateLimit-Reset` in epoch seconds; milliseconds to wait come out, an hour at most. */
function retryAfterOf({headers}: Response): number | undefined {
  const after = headers.get('retry-after');
  if (after && /^\d+$/.test(after)) return Math.min(Number(after) * 1000, LONGEST_WAIT);
  const reset = headers.get('x-ratelimit-reset');
  const until = after ? Date.parse(after) : reset ? Number(reset) * 1000 : Number.NaN;
  const answeredAt = Date.parse(headers.get('date') ?? '');
  const wait = until - answeredAt;
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), LONGEST_WAIT) : undefined;
}
