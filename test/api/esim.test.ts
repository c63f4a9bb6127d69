import assert from 'node:assert/strict';
import {test} from 'node:test';

import {orderSchema} from '../../src/api/order-schema.js';
import {omitEmpty} from '../../src/domain/omit-empty.js';
import {reads, sure} from './sure.js';

const read = reads(orderSchema);
const host = 'rsp.example.com';
const whole = `LPA:1$${host}$ABC-123`;

/** Fields of what was delivered, and what they come to. */
const cases: readonly (readonly [deliverable: object, expected: object])[] = [
  [{activation_code: whole}, {activation: whole}],
  [{pin_code: `1$${host}$ABC-123`}, {activation: whole}],
  [{lpa: `lpa:1$${host}$ABC-123`}, {activation: whole}],
  [{esim_lpa: whole}, {activation: whole}],
  [{lpa_string: whole}, {activation: whole}],
  [{qr_text: `${whole}$$1`}, {activation: `${whole}$$1`, needsConfirmationCode: true}],
  [
    {activation_code: `${whole}$1.2.3$1`, confirmation_code: '4711'},
    {activation: `${whole}$1.2.3$1`, confirmationCode: '4711', needsConfirmationCode: true},
  ],
  [{smdp_address: host, matching_id: 'ABC-123'}, {activation: whole}],
  [{'sm-dp+address': host, matchingId: 'ABC-123'}, {activation: whole}],
  [{smDpAddress: host, activation_code: 'ABC-123'}, {activation: whole}],
  [
    {smdp: host, matchingId: 'ABC-123', confirmationCode: '99'},
    {activation: whole, confirmationCode: '99'},
  ],
  [
    {smdp_plus_address: host, matching_id: 'ABC-123', confirmation_code_required: true},
    {activation: whole, needsConfirmationCode: true},
  ],
  [{smdp_address: host}, {activation: `LPA:1$${host}$`}],
  [{smdp_address: host, pin_code: 'ABC-123', matching_id: 'ABC-123'}, {activation: whole}],
  [
    {pin_code: 'PIN-1', activation_code: whole},
    {activation: whole, code: 'PIN-1'},
  ],
  // Not an eSIM's.
  [{pin_code: '1$25$00'}, {code: '1$25$00'}],
  [{activation_code: 'KEY-1'}, {code: 'KEY-1'}],
  [{smdp_address: 'not a host', matching_id: 'ABC-123', pin_code: 'P'}, {code: 'P'}],
];

for (const [deliverable, expected] of cases) {
  test(`${JSON.stringify(deliverable)} is ${JSON.stringify(expected)}`, () => {
    const order = read({order_id: 'x', order_state: 'Done', deliveries: [{deliverable}]});
    const {code, activation, confirmationCode, needsConfirmationCode} = sure(sure(order).deliveries[0]);
    assert.deepEqual(omitEmpty({code, activation, confirmationCode, needsConfirmationCode}), expected);
  });
}
