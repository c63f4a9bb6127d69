import type {Problem} from './types.js';

/** Where a problem is said: at a field of the details step, or at its top with a way on to the named step. */
export type ProblemPlace =
  | 'email'
  | 'phone'
  | 'name'
  | 'beneficiary'
  | 'amount'
  | 'payment'
  | 'brand'
  | 'page';

/** Every problem code that the API is known to answer, and where the buyer can do something about it. */
const PLACES = {
  INVALID_BENEFICIARY_ACCOUNT: 'beneficiary',
  INVALID_EMAIL_DOMAIN: 'email',
  FULLNAME_MISSING: 'name',
  AMOUNT_LESS_THEN_MINIMUM_ALLOWED: 'amount',
  MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED: 'amount',
  DAILY_SPENDING_LIMIT_EXCEEDED: 'amount',
  MONTHLY_SPENDING_LIMIT_EXCEEDED: 'amount',
  INVALID_DENOMINATION: 'amount',
  INVALID_PRODUCT_VALUE: 'amount',
  AMOUNT_TOO_LOW: 'amount',
  AMOUNT_TOO_HIGH: 'amount',
  NOT_AVAILABLE_PRODUCT: 'brand',
  PRODUCT_NOT_AVAILABLE: 'brand',
  OUT_OF_STOCK: 'brand',
  NOT_ACTIVE: 'brand',
  COUNTRY_NOT_SUPPORTED: 'brand',
  LOGIN_REQUIRED: 'brand',
  VERIFICATION_REQUIRED: 'brand',
  KYC_MISSING: 'brand',
  KYC_PENDING: 'brand',
  PRODUCT_COUNT_EXCEEDED: 'amount',
  MULTIPLE_LIMITED_PRODUCT_SAME_ORDER: 'amount',
  NOT_ALLOWED_PAYMENT_VIA: 'payment',
  UNSUPPORTED_PROTOCOL_COIN_COMBINATION: 'payment',
  SUSPENDED_COIN: 'payment',
  SUSPENDED_NETWORK: 'payment',
} as const satisfies Record<string, ProblemPlace>;

/** A problem code that has a sentence of its own. */
export type KnownProblem = keyof typeof PLACES;

export function isKnownProblem(code: string): code is KnownProblem {
  return Object.hasOwn(PLACES, code);
}

/** Where to say a problem. A beneficiary is the phone field or the e-mail field, by what the product needs. */
export function placeOf(
  problem: Problem,
  deliveredTo: 'email' | 'phone',
): Exclude<ProblemPlace, 'beneficiary'> {
  const place: ProblemPlace = isKnownProblem(problem.code) ? PLACES[problem.code] : 'page';
  return place === 'beneficiary' ? deliveredTo : place;
}
