import {ProxyError} from '../core/errors.js';

/** Failures before anything was sent, as Node names them; of any other it cannot be said what the API got. */
const nothingSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** The API cannot be reached, or broke off: 502. `mayHaveActed` unless it is certain that nothing was sent. */
export function unreachable(mayHaveActed: boolean): ProxyError {
  return new ProxyError(502, 'api_unreachable', 'The API cannot be reached', {mayHaveActed});
}

/** What an error of the platform's `fetch` means. */
export function unreachableBy(error: unknown): ProxyError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return unreachable(!nothingSent.test(code));
}
