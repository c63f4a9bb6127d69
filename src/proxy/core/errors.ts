import type {EventFlow} from './event-stream.js';

/** Why a request is not answered as asked; becomes the one shape of error answers. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** True when the API may have acted on the request all the same: it was on its way, and no clear answer came. */
  readonly mayHaveActed: boolean;
  /** True when it is about this buyer alone: others who ask the same get another answer. */
  readonly concernsBuyer: boolean;

  constructor(status: number, code: string, message: string, traits: ErrorTraits = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = traits.headers ?? {};
    this.mayHaveActed = traits.mayHaveActed ?? false;
    this.concernsBuyer = traits.concernsBuyer ?? false;
  }
}

type ErrorTraits = Partial<Pick<ProxyError, 'headers' | 'mayHaveActed' | 'concernsBuyer'>>;

/** The header that says when to come back, of so many milliseconds. */
export function retryAfter(ms: number): {readonly 'retry-after': string} {
  return {'retry-after': String(Math.max(0, Math.ceil(ms / 1000)))};
}

/** A refusal that is about what was asked, and so is the answer. */
export function isRefusal({status}: ProxyError): boolean {
  return status >= 400 && status < 500 && !isThrottle(status);
}

/** Says itself when to come back. */
export function isThrottle(status: number): boolean {
  return status === 429 || status === 403 || status === 408;
}

/** `hit` is fresh, `stale` is being read again, `outage` could not be read again, `miss` was read for this request. */
export type CacheOutcome = 'hit' | 'stale' | 'outage' | 'miss';

/** An answer before it is a `Response`: a value that can be kept and given again. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | EventFlow | null;
  /** The body as JSON, where it was read. */
  readonly json?: unknown;
  /** Where it comes from, for routes that are cached. */
  readonly cache?: CacheOutcome;
}

/** `{"error": {"code", "message", "requestId"}}` with the error's status: the only place where errors become answers. */
export function errorAnswer({status, code, message, headers}: ProxyError, requestId: string): Answer {
  return {status, headers, body: JSON.stringify({error: {code, message, requestId}})};
}
