import {ProxyError} from './proxy-error.js';

/**
 * Runs work that must end within `ms`, or when one of `signals` aborts: its own signal then aborts and the wait is over,
 * whether the work heeds it or not. A deadline that passed is a 504 that may have acted.
 */
export async function withDeadline<Result>(
  ms: number,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const late = new ProxyError(504, 'api_timeout', 'The API did not answer in time', {mayHaveActed: true});
  const timer = setTimeout(() => controller.abort(late), ms);
  const signal = AbortSignal.any([controller.signal, ...signals]);
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, {once: true});
  });
  try {
    return await Promise.race([work(signal), ended]);
  } catch (error) {
    throw controller.signal.aborted ? late : error;
  } finally {
    clearTimeout(timer);
    ended.catch(() => {});
  }
}
