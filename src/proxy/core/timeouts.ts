import type {Leaving} from './client-signal.js';
import {ProxyError} from './errors.js';

export interface Deadline {
  /** Aborts when the time is over, or the buyer has left. */
  readonly signal: AbortSignal;
  /** The next step has to be done so many milliseconds from now; takes the place of the step before. */
  step(ms: number): void;
}

/**
 * Runs work that must end within `ms`, each of its steps in time, or when the buyer leaves: its own signal then aborts
 * and the wait is over, whether the work heeds it or not. A deadline that passed is a 504 that may have acted; a buyer
 * who left is a 499, which only the log sees. Nothing of it is left when the work is done.
 */
export async function withDeadline<Result>(
  ms: number,
  buyer: Leaving | undefined,
  work: (deadline: Deadline) => Promise<Result>,
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
  const beLate = () => {
    isLate = true;
    giveUp();
  };
  const whole = setTimeout(beLate, ms);
  let current: ReturnType<typeof setTimeout> | undefined;
  const step = (next: number) => {
    clearTimeout(current);
    current = setTimeout(beLate, next);
  };
  buyer?.addEventListener('abort', giveUp);
  if (buyer?.aborted) giveUp();
  try {
    return await Promise.race([work({signal: controller.signal, step}), givenUp]);
  } catch (error) {
    const traits = {mayHaveActed: true};
    if (isLate) throw new ProxyError(504, 'api_timeout', 'The API did not answer in time', traits);
    if (buyer?.aborted) throw new ProxyError(499, 'buyer_left', 'The buyer has left', traits);
    throw error;
  } finally {
    clearTimeout(whole);
    clearTimeout(current);
    buyer?.removeEventListener('abort', giveUp);
    givenUp.catch(() => {});
  }
}
