import {ApiError} from '../../api/errors.js';
import type {Review} from '../../domain/checkout.js';
import {compare, multiply, subtract} from '../../domain/money.js';
import type {Problem} from '../../domain/types.js';

/** Fields of an order besides the buyer's own choices. */
export interface OrderExtras {
  readonly utmSource: string;
}

/** Makes a review of a validated total, with the amount that was on screen before if that was another one. */
export function newReview(total: string, previous: string, idempotencyKey: string): Review {
  return {total, idempotencyKey, previousTotal: compare(total, previous) === 0 ? undefined : previous};
}

/** Whether a total differs from an amount by no more than a hundredth of it: the API's quotes are good to half of that. */
export function isOrdinaryChange(before: string, now: string): boolean {
  const [low, high] = compare(before, now) < 0 ? [before, now] : [now, before];
  return compare(multiply(subtract(high, low), 100), before) <= 0;
}

/** The error of an order that the API refused, for `cr-error`. */
export function problemsError(problems: readonly Problem[]): ApiError {
  const codes = problems.map(problem => problem.code).join(', ');
  return new ApiError('order_problems', codes, {problems});
}

const LOST: ReadonlySet<string> = new Set([
  'network_error',
  'fetch_failed',
  'timeout',
  'server_error',
  'response_invalid',
]);

/** Throws what creating an order failed with: `order_unconfirmed` if the order may exist although no response came back. */
export function throwUnconfirmed(error: unknown): never {
  const isLost = error instanceof ApiError && LOST.has(error.code);
  if (!isLost) throw error;
  throw new ApiError('order_unconfirmed', '', {status: error.status, cause: error});
}
