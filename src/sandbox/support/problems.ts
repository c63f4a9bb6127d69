/** A reason why an order cannot be made, as the API names it. */
export interface Problem {
  readonly problem: ProblemCode;
  readonly moreDetails?: string;
}

/** Every problem code that the API is known or credibly reported to use, spelled as on the wire. */
export const problemCodes = [
  'AMOUNT_LESS_THEN_MINIMUM_ALLOWED',
  'MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED',
  'PRODUCT_COUNT_EXCEEDED',
  'MULTIPLE_LIMITED_PRODUCT_SAME_ORDER',
  'DAILY_SPENDING_LIMIT_EXCEEDED',
  'MONTHLY_SPENDING_LIMIT_EXCEEDED',
  'LOGIN_REQUIRED',
  'COUPON_REQUIRES_LOGIN',
  'KYC_MISSING',
  'KYC_PENDING',
  'VERIFICATION_REQUIRED',
  'NOT_AVAILABLE_PRODUCT',
  'OUT_OF_STOCK',
  'NOT_ACTIVE',
  'INVALID_BENEFICIARY_ACCOUNT',
  'INVALID_EMAIL_DOMAIN',
  'NOT_ALLOWED_PAYMENT_VIA',
  'UNSUPPORTED_PROTOCOL_COIN_COMBINATION',
  'SUSPENDED_COIN',
  'SUSPENDED_NETWORK',
  'FULLNAME_MISSING',
  'COUPON_NOT_FOUND',
  'COUPON_NOT_ACTIVE',
  'COUPON_ALREADY_SPENT',
  'COUPON_MAX_USAGE_REACHED',
  'COUPON_EXPIRED',
  'COUPON_BELOW_MIN_AMOUNT',
  'COUPON_NOT_VALID_FOR_USER',
  'COUPON_NOT_VALID_FOR_CATEGORY',
  'COUPON_NOT_VALID_FOR_KIND',
  'COUPON_NOT_VALID_FOR_BRAND',
  'COUPON_NOT_VALID_FOR_COUNTRY',
  'COUPON_NOT_VALID_FOR_STORE',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Builds a problem; `moreDetails` is left out unless given. */
export function problem(code: ProblemCode, moreDetails?: string): Problem {
  return moreDetails === undefined ? {problem: code} : {problem: code, moreDetails};
}
