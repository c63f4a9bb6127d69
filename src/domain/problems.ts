import {ownValue} from './own-value.js';
import type {Problem} from './types.js';

/** Where a problem is shown: at a field of the details step, or at its top with a way to the named step. */
export type ProblemPlace =
  | 'email'
  | 'phone'
  | 'name'
  | 'beneficiary'
  | 'amount'
  | 'payment'
  | 'brand'
  | 'page';

/** Every problem code that the API is known to send, and where the buyer can do something about it. */
const PLACES = {
  INVALID_BENEFICIARY_ACCOUNT: 'beneficiary',
  INVALID_EMAIL_DOMAIN: 'email',
  FULLNAME_MISSING: 'name',
  AMOUNT_LESS_THEN_MINIMUM_ALLOWED: 'amount',
  MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED: 'amount',
  DAILY_SPENDING_LIMIT_EXCEEDED: 'amount',
  MONTHLY_SPENDING_LIMIT_EXCEEDED: 'amount',
  INVALID_DENOMINATION: 'amount',
  NOT_AVAILABLE_PRODUCT: 'brand',
  OUT_OF_STOCK: 'brand',
  COUNTRY_NOT_SUPPORTED: 'brand',
  LOGIN_REQUIRED: 'brand',
  KYC_MISSING: 'brand',
  KYC_PENDING: 'brand',
  PRODUCT_COUNT_EXCEEDED: 'amount',
  MULTIPLE_LIMITED_PRODUCT_SAME_ORDER: 'amount',
  NOT_ALLOWED_PAYMENT_VIA: 'payment',
  UNSUPPORTED_PROTOCOL_COIN_COMBINATION: 'payment',
  SUSPENDED_COIN: 'payment',
  INVALID_REQUEST: 'page',
  COUPON: 'page',
} as const satisfies Record<string, ProblemPlace>;

/** A problem that has a sentence of its own. `COUPON` stands for every code that begins with it. */
export type KnownProblem = keyof typeof PLACES;

/** Codes that mean the same to a buyer as another one. */
const SAME: Readonly<Record<string, KnownProblem>> = {
  INVALID_PRODUCT_VALUE: 'INVALID_DENOMINATION',
  PRODUCT_NOT_AVAILABLE: 'NOT_AVAILABLE_PRODUCT',
  NOT_ACTIVE: 'NOT_AVAILABLE_PRODUCT',
  AMOUNT_TOO_LOW: 'AMOUNT_LESS_THEN_MINIMUM_ALLOWED',
  AMOUNT_TOO_HIGH: 'MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED',
  VERIFICATION_REQUIRED: 'KYC_MISSING',
  SUSPENDED_NETWORK: 'SUSPENDED_COIN',
};

/** Returns the problem that a code of the API stands for; `undefined` for an unknown code. */
export function knownProblem(code: string): KnownProblem | undefined {
  if (code.startsWith('COUPON_')) return 'COUPON';
  const same = ownValue(SAME, code);
  if (same) return same;
  return Object.hasOwn(PLACES, code) ? (code as KnownProblem) : undefined;
}

/** Returns where to show a problem. A beneficiary is the phone field or the e-mail field, by what the product needs. */
export function placeOf(
  problem: Problem,
  deliveredTo: 'email' | 'phone',
): Exclude<ProblemPlace, 'beneficiary'> {
  const known = knownProblem(problem.code);
  const place: ProblemPlace = known ? PLACES[known] : 'page';
  return place === 'beneficiary' ? deliveredTo : place;
}
