import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {knownProblem, placeOf} from '../../src/domain/problems.js';

/** Every code that the API is known, or said, to answer to an order. */
const codes = {
  AMOUNT_LESS_THEN_MINIMUM_ALLOWED: 'amount',
  MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED: 'amount',
  PRODUCT_COUNT_EXCEEDED: 'amount',
  MULTIPLE_LIMITED_PRODUCT_SAME_ORDER: 'amount',
  DAILY_SPENDING_LIMIT_EXCEEDED: 'amount',
  MONTHLY_SPENDING_LIMIT_EXCEEDED: 'amount',
  INVALID_DENOMINATION: 'amount',
  INVALID_PRODUCT_VALUE: 'amount',
  AMOUNT_TOO_LOW: 'amount',
  AMOUNT_TOO_HIGH: 'amount',
  LOGIN_REQUIRED: 'brand',
  KYC_MISSING: 'brand',
  KYC_PENDING: 'brand',
  VERIFICATION_REQUIRED: 'brand',
  NOT_AVAILABLE_PRODUCT: 'brand',
  PRODUCT_NOT_AVAILABLE: 'brand',
  OUT_OF_STOCK: 'brand',
  NOT_ACTIVE: 'brand',
  COUNTRY_NOT_SUPPORTED: 'brand',
  NOT_ALLOWED_PAYMENT_VIA: 'payment',
  UNSUPPORTED_PROTOCOL_COIN_COMBINATION: 'payment',
  SUSPENDED_COIN: 'payment',
  SUSPENDED_NETWORK: 'payment',
  INVALID_EMAIL_DOMAIN: 'email',
  FULLNAME_MISSING: 'name',
  INVALID_REQUEST: 'page',
  COUPON_REQUIRES_LOGIN: 'page',
  COUPON_NOT_FOUND: 'page',
  COUPON_ALREADY_SPENT: 'page',
  COUPON_NOT_VALID_FOR_COUNTRY: 'page',
};

for (const [code, place] of Object.entries(codes)) {
  test(`${code} has words of its own, said at ${place}`, () => {
    assert.ok(knownProblem(code));
    assert.equal(placeOf({code}, 'email'), place);
    assert.equal(placeOf({code}, 'phone'), place);
  });
}

test('a wrong beneficiary is said at the field that it was written in', () => {
  assert.ok(knownProblem('INVALID_BENEFICIARY_ACCOUNT'));
  assert.equal(placeOf({code: 'INVALID_BENEFICIARY_ACCOUNT'}, 'email'), 'email');
  assert.equal(placeOf({code: 'INVALID_BENEFICIARY_ACCOUNT'}, 'phone'), 'phone');
});

describe('a code without words of its own is said at the top of the page', () => {
  const others = ['SOMETHING_NEW', 'constructor', '__proto__', 'toString', ''];
  for (const code of others) {
    test(JSON.stringify(code), () => {
      assert.equal(knownProblem(code), undefined);
      assert.equal(placeOf({code}, 'email'), 'page');
    });
  }
});
