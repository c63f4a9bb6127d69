import assert from 'node:assert/strict';
import {test} from 'node:test';

import {paymentIssueOf} from '../../src/domain/payment-issue.js';
import {anOrder} from '../samples/domain.js';

const none = {isReportedWrong: false, isTimeUp: false};
const half = {coinAmount: '1', received: '0.5'};
const twice = {coinAmount: '1', received: '2'};

const CASES = [
  ['nothing has arrived', {}, none, undefined],
  ['a part has arrived', half, none, 'underpaid'],
  ['a part has arrived and the time is up', half, {...none, isTimeUp: true}, undefined],
  ['a part arrived before it expired', {...half, state: 'Expired'}, none, 'late'],
  ['more has arrived', twice, none, 'overpaid'],
  ['more has arrived for what is delivered', {...twice, state: 'Done'}, none, 'overpaid'],
  ['another coin is reported', half, {...none, isReportedWrong: true}, 'wrong'],
  [
    'another coin is reported after the payment',
    {state: 'PaymentReceived'},
    {...none, isReportedWrong: true},
    undefined,
  ],
] as const;

for (const [what, order, facts, issue] of CASES)
  test(`${what}: ${issue ?? 'no issue'}`, () => assert.equal(paymentIssueOf(anOrder(order), facts), issue));
