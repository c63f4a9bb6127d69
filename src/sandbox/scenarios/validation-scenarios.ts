import type {ScenarioDefinition} from './scenario.js';

/** What validation and order cost, and why they are refused. `problem-scenario.ts` reads the problems from the words. */
export const validationScenarios: Readonly<Record<string, ScenarioDefinition>> = {
  'price-moved': {
    story: 'Validation and order cost two percent more than the price.',
    totalsAbovePrice: 200,
  },
  'price-moving': {
    story: 'Each of the first three validations costs one percent more than the one before.',
    risePerValidation: 100,
  },
  'order-moved': {
    story: 'The order costs two percent more than its validation.',
    orderAboveValidation: 200,
  },
  kyc_missing: {story: 'Is refused with KYC_MISSING. Every problem code works so, in lower case.'},
  'problem-kyc-missing': {
    story: 'The same for any code, unknown ones included: validations answer 200, orders 422.',
  },
  'problem-kyc-missing-400': {story: 'The same with that status for both: 200, 400 or 422.'},
  'order-problem-kyc-missing': {story: 'The validation finds nothing, the order is refused.'},
  'detail-login-required': {
    story: 'Is refused with 422 and the code in detail, without a list of problems.',
  },
};
