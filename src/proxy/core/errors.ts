interface ProxyErrorOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfter?: number;
  readonly mayHaveActed?: boolean;
  readonly isClientSpecific?: boolean;
}

/** A failure with the status and code of its response. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly status: number;
  readonly code: string;
  /** Headers of the response, `retry-after` included. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until a retry makes sense; `undefined` where that is unknown. */
  readonly retryAfter: number | undefined;
  /** True when the API may have acted on the request: it was sent, and no clear response came back. */
  readonly mayHaveActed: boolean;
  /** True when other clients may get another response to the same request. */
  readonly isClientSpecific: boolean;

  constructor(status: number, code: string, message: string, options: ProxyErrorOptions = {}) {
    super(message);
    const {headers = {}, retryAfter, mayHaveActed = false, isClientSpecific = false} = options;
    this.status = status;
    this.code = code;
    this.headers = retryAfter === undefined ? headers : {...headers, ...retryAfterHeader(retryAfter)};
    this.retryAfter = retryAfter;
    this.mayHaveActed = mayHaveActed;
    this.isClientSpecific = isClientSpecific;
  }
}

/** Returns whether the error is the API's definite response to the request, rather than a failure to get one. */
export function isRefusal({status}: ProxyError): boolean {
  return status >= 400 && status < 500 && !isThrottled(status);
}

/** Returns whether a status asks to slow down or to try later. */
export function isThrottled(status: number): boolean {
  return status === 429 || status === 403 || status === 408;
}

/** Failures before anything was sent, by the codes of Node and undici; any other may have reached the API. */
const notSentCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Makes the 502 of an API that cannot be reached or broke off. `mayHaveActed` is false only if nothing was sent. */
export function unreachable(mayHaveActed: boolean): ProxyError {
  return new ProxyError(502, 'api_unreachable', 'The API cannot be reached', {mayHaveActed});
}

/** Returns a `ProxyError` as it is, and makes `api_unreachable` of any other error, such as one of `fetch`. */
export function toProxyError(error: unknown): ProxyError {
  if (error instanceof ProxyError) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return unreachable(!notSentCodes.test(code));
}

/** Returns the `Retry-After` header for a time in milliseconds. */
export function retryAfterHeader(ms: number): {readonly 'retry-after': string} {
  return {'retry-after': String(Math.max(0, Math.ceil(ms / 1000)))};
}
