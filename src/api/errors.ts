import type {Problem} from '../domain/types.js';

/** The closed list of error codes; every `cr-error` carries one of these. */
export type ErrorCode =
  | 'proxy_url_missing'
  | 'attribute_invalid'
  | 'network_error'
  | 'fetch_failed'
  | 'timeout'
  | 'not_found'
  | 'rate_limited'
  | 'server_error'
  | 'request_refused'
  | 'response_invalid'
  | 'order_not_found'
  | 'order_unconfirmed'
  | 'order_state_unknown'
  | 'order_problems'
  | 'order_changed'
  | 'payment_uri_mismatch'
  | 'payment_unverified'
  | 'wallet_failed'
  | 'catalogue_empty'
  | 'not_on_sale'
  | 'internal_error';

interface ApiErrorOptions {
  readonly status?: number | undefined;
  readonly problems?: readonly Problem[] | undefined;
  /** Milliseconds that the response says to wait. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** A call to the proxy that failed. `message` is for developers and holds nothing personal; by default it is the code. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly status: number | undefined;
  readonly problems: readonly Problem[];
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message = '', options: ApiErrorOptions = {}) {
    super(message || code, {cause: options.cause});
    this.code = code;
    this.status = options.status;
    this.problems = options.problems ?? [];
    this.retryAfter = options.retryAfter;
  }
}

/**
 * Returns an error as one of a call to the proxy; any other becomes `internal_error`. A missing global is named, as in a
 * simulated browser without `Request`; other messages may repeat what the buyer typed.
 */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = error instanceof ReferenceError ? error.message : '';
  return new ApiError('internal_error', message, {cause: error});
}
