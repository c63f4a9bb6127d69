import type {Leaving} from './leaving.js';
import {ProxyError} from './proxy-error.js';

/**
 * Runs work that must end within `ms`, or when the buyer leaves: its own signal then aborts and the wait is over, whether
 * the work heeds it or not. A deadline that passed is a 504 that may have acted; a buyer who left is a 499, which only
 * the log sees. Nothing of it is left when the work is done.
 */
export async function withDeadline<Result>(
  ms: number,
  buyer: Leaving | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let isLate = false;
  let giveUp = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => {
      controller.abort();
      reject(controller.signal.reason);
    };
  });
  const timer = setTimeout(() => {
    isLate = true;
    giveUp();
  }, ms);
  buyer?.addEventListener('abort', giveUp);
  if (buyer?.aborted) giveUp();
  try {
    return await Promise.race([work(controller.signal), givenUp]);
  } catch (error) {
    const traits = {mayHaveActed: true};
    if (isLate) throw new ProxyError(504, 'api_timeout', 'The API did not answer in time', traits);
    if (buyer?.aborted) throw new ProxyError(499, 'buyer_left', 'The buyer has left', traits);
    throw error;
  } finally {
    clearTimeout(timer);
    buyer?.removeEventListener('abort', giveUp);
    givenUp.catch(() => {});
  }
}
