import {ApiError} from '../../api/errors.js';
import type {Review} from '../../domain/checkout.js';
import {compare} from '../../domain/money.js';
import type {OrderRequest, Problem, Quote, Recipient} from '../../domain/types.js';

/** What an order carries besides the buyer's own choices. */
export interface OrderExtras {
  readonly utmSource: string;
}

export function orderRequest(
  quote: Quote,
  recipient: Recipient,
  extras: OrderExtras & {language: string},
): OrderRequest {
  const {utmSource, language} = extras;
  return {quote, recipient, utmSource, language};
}

/** What the buyer is asked to confirm, beside what was on screen before where that was another amount. */
export function newReview(total: string, previous: string, idempotencyKey: string): Review {
  return {total, idempotencyKey, previousTotal: compare(total, previous) === 0 ? undefined : previous};
}

export function problemsError(problems: readonly Problem[]): ApiError {
  const codes = problems.map(problem => problem.code).join(', ');
  return new ApiError('order_problems', codes, {problems});
}

/** After a lost answer nobody knows whether an order was made: that is another thing than a refusal. */
export function inDoubt(error: unknown): never {
  const isLost = error instanceof ApiError && LOST.has(error.code);
  if (!isLost) throw error;
  throw new ApiError('order_unconfirmed', '', {
    status: error.status,
    cause: error,
  });
}

const LOST: ReadonlySet<string> = new Set(['network_error', 'timeout', 'server_error', 'response_invalid']);
