/** Longest wait, in milliseconds. A timer of more than 24 days fires at once, which would answer "too many" with more. */
const LONGEST_WAIT = 3_600_000;

/**
 * Reads how many milliseconds to wait: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` in epoch seconds.
 * Dates are compared with the response's own `Date`, never with this clock. An hour at most; `undefined` where nothing is
 * said or it cannot be read.
 */
export function retryAfter({headers}: Response): number | undefined {
  const after = headers.get('retry-after');
  const reset = headers.get('x-ratelimit-reset');
  const now = Date.parse(headers.get('date') ?? '');
  const until = after ? Date.parse(after) : reset ? Number(reset) * 1000 : Number.NaN;
  const wait = after && /^\d+$/.test(after) ? Number(after) * 1000 : until - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_WAIT);
}
