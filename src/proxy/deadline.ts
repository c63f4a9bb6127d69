import {ProxyError} from './proxy-error.js';

/**
 * Runs work that must end within `ms`, or when the buyer leaves: its own signal then aborts and the wait is over, whether
 * the work heeds it or not. A deadline that passed is a 504 that may have acted; a buyer who left is a 499, which only
 * the log sees.
 */
export async function withDeadline<Result>(
  ms: number,
  buyer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const late = new ProxyError(504, 'api_timeout', 'The API did not answer in time', {mayHaveActed: true});
  const timer = setTimeout(() => controller.abort(late), ms);
  const signal = AbortSignal.any(buyer ? [controller.signal, buyer] : [controller.signal]);
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, {once: true});
  });
  try {
    return await Promise.race([work(signal), ended]);
  } catch (error) {
    if (buyer?.aborted) throw new ProxyError(499, 'buyer_left', 'The buyer has left', {mayHaveActed: true});
    throw controller.signal.aborted ? late : error;
  } finally {
    clearTimeout(timer);
    ended.catch(() => {});
  }
}
