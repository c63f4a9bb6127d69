import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {describe, test} from 'node:test';

import {nextOf, type StandingFacts, standingOf} from '../../src/domain/standing.js';
import type {Order} from '../../src/domain/types.js';
import {anOrder} from '../samples/domain.js';

/** Every order state and payment state of the API's documents and clients, and one of each that is in none. */
const ORDER_STATES = [
  'Created',
  'WaitingForPayment',
  'PaymentStarted',
  'PartialPaymentStarted',
  'PaymentReceived',
  'WaitingForDelivery',
  'WaitingForManualAction',
  'Done',
  'Expired',
  'PaymentFailed',
  'PaymentSetupFailed',
  'Refunded',
  'Canceled',
  'Cancelled',
  'Completed',
  'Unknown',
];
const PAYMENT_STATES = [
  '',
  'WalletCreated',
  'PaymentRequested',
  'WaitingForPayment',
  'PaymentReceived',
  'PaymentCompleted',
  'ExpiredAfterPaymentDetection',
  'Expired',
  'PaymentFailed',
  'Refunded',
  'Unknown',
];
const AMOUNTS: readonly (readonly [name: string, amounts: Partial<Order>])[] = [
  ['nothing', {received: '0'}],
  ['half', {received: '25.42'}],
  ['all but dust', {received: '50.839999'}],
  ['all', {received: '50.840'}],
  ['more', {received: '76.26'}],
  ['unasked', {received: '1', coinAmount: undefined}],
];
const facts: StandingFacts = {now: 1000, deadline: 2000, places: 6, minimum: '0.562'};
const KINDS: readonly (readonly [name: string, facts: StandingFacts])[] = [
  ['in time', facts],
  ['after the deadline', {...facts, now: 2000}],
  ['Lightning', {...facts, isPaidAsWhole: true}],
];

const at = new URL('standing-table.txt', import.meta.url);

function standing(change: Partial<Order>, given: StandingFacts = facts) {
  return standingOf(anOrder({coin: 'USDC', network: 'Base', coinAmount: '50.84', ...change}), given);
}

function tableOf([name, given]: (typeof KINDS)[number]): string {
  const head = ['order state', 'payment state', ...AMOUNTS.map(([amount]) => amount)];
  const rows = ORDER_STATES.flatMap(state =>
    PAYMENT_STATES.map(paymentState => [
      state,
      paymentState || '(none)',
      ...AMOUNTS.map(([, amounts]) => {
        const {situation, due, surplus} = standing({state, paymentState, ...amounts}, given);
        return [situation, due && `send ${due}`, surplus && `+${surplus}`].filter(Boolean).join(' ');
      }),
    ]),
  );
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map(row => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(' | ')
      .trimEnd();
  return [`# ${name}: 50.84 asked; what has arrived`, '', line(head), ...rows.map(line), ''].join('\n');
}

test('every combination of states and amounts is as the reviewed table says', () => {
  const table = KINDS.map(tableOf).join('\n');
  // Written anew with `UPDATE_TABLES=1`, then read by eye.
  if (process.env.UPDATE_TABLES) writeFileSync(at, table);
  assert.equal(table, readFileSync(at, 'utf8'));
});

describe('whatever the states and amounts are', () => {
  const all = KINDS.flatMap(([kind, given]) =>
    ORDER_STATES.flatMap(state =>
      PAYMENT_STATES.flatMap(paymentState =>
        AMOUNTS.map(([amount, amounts]) => ({
          name: `${kind}: ${state}, ${paymentState}, ${amount}`,
          order: {coinAmount: '50.84', ...amounts},
          kind,
          found: standing({state, paymentState, ...amounts}, given),
        })),
      ),
    ),
  );

  test('money that has arrived is not asked for again', () => {
    for (const {name, order, found, kind} of all) {
      if (found.due === undefined) continue;
      const sum = Number(found.due) + Number(order.received);
      assert.ok(kind === 'Lightning' || Math.abs(sum - 50.84) < 1e-9, name);
    }
  });

  test('there is a sum to send only where the buyer can pay, and until when', () => {
    for (const {name, found} of all) {
      assert.equal(found.next, nextOf(found.situation), name);
      assert.equal(found.until !== undefined, found.next === 'pay', name);
      if (found.next !== 'pay') assert.equal(found.due, undefined, name);
    }
  });

  test('nothing is payable once the time is up or all has come', () => {
    for (const {name, found, kind, order} of all) {
      if (kind === 'after the deadline' || Number(order.received) >= 50.84)
        assert.notEqual(found.next, 'pay', name);
    }
  });

  test('an order that ended although money came leads to support, and to another purchase only without', () => {
    for (const {name, order, found} of all) {
      if (found.next === 'reorder' && found.situation !== 'refunded')
        assert.equal(Number(order.received), 0, name);
    }
  });
});

/** What the sender of faulty orders or of odd payments has met, and what is true then. */
const CASES: readonly (readonly [
  name: string,
  order: Partial<Order>,
  facts: StandingFacts,
  expected: object,
])[] = [
  [
    'more than all, and still waiting',
    {received: '76.26'},
    facts,
    {situation: 'overpaid', due: undefined, surplus: '25.42'},
  ],
  [
    'a part of an invoice',
    {received: '0.0001', coinAmount: '0.00032833', network: 'Lightning', coin: 'BTC'},
    {...facts, places: 11, minimum: undefined, isPaidAsWhole: true},
    {situation: 'waiting', due: '0.00032833'},
  ],
  [
    'seen late',
    {state: 'Expired', paymentState: 'PaymentReceived'},
    facts,
    {situation: 'late', next: 'support'},
  ],
  [
    'failed after money came',
    {state: 'PaymentFailed', received: '50.84'},
    facts,
    {situation: 'failedPaid', next: 'support', arrived: '50.84'},
  ],
  [
    'more places than the coin has',
    {coinAmount: '50.8412345'},
    facts,
    {due: '50.841235', isRounded: true, asked: '50.8412345'},
  ],
  [
    'exactly what was rounded up, and still waiting',
    {coinAmount: '50.8412345', received: '50.841235'},
    facts,
    {situation: 'detected', surplus: undefined},
  ],
  [
    'what was rounded up, where the places are not known',
    {state: 'Done', coinAmount: '50.8412345', received: '50.841235'},
    {},
    {situation: 'done', surplus: undefined},
  ],
  [
    'a little more than was rounded up',
    {coinAmount: '50.8412345', received: '50.841236'},
    facts,
    {surplus: '0.0000015'},
  ],
  [
    'one more of the last place',
    {received: '50.840001'},
    facts,
    {situation: 'overpaid', surplus: '0.000001'},
  ],
  ['more in fewer places', {received: '51'}, {}, {situation: 'overpaid', surplus: '0.16'}],
  ['thirty places', {coinAmount: `0.1${'0'.repeat(28)}1`}, {places: 6}, {due: '0.100001', isRounded: true}],
  [
    'as many places, and zeros behind',
    {coinAmount: '50.84000000'},
    facts,
    {due: '50.84000000', isRounded: undefined},
  ],
  [
    'a rest below dust',
    {coinAmount: '0.00032833', received: '0.00032733'},
    {places: 8, dust: '0.00000546'},
    {situation: 'tooLittle', next: 'support', due: undefined, missing: '0.000001'},
  ],
  [
    'a rest of dust',
    {coinAmount: '0.00032833', received: '0.00032287'},
    {places: 8, dust: '0.00000546'},
    {situation: 'underpaid', due: '0.00000546'},
  ],
  [
    'a sum below dust',
    {coinAmount: '0.00000100'},
    {places: 8, dust: '0.00000546'},
    {situation: 'tooLittle', due: undefined},
  ],
  ['a rest below the minimum', {received: '50.839999'}, facts, {situation: 'tooLittle', missing: '0.000001'}],
  ['a tiny rest where no minimum is known', {received: '50.839999'}, {}, {situation: 'tooLittle'}],
  [
    'a rest of some sense where no minimum is known',
    {received: '50.8'},
    {},
    {situation: 'underpaid', due: '0.04'},
  ],
  [
    'a sum below the minimum, which the API knows',
    {coinAmount: '0.5'},
    facts,
    {situation: 'waiting', due: '0.5'},
  ],
  [
    'a part was seen',
    {state: 'PartialPaymentStarted', received: '0'},
    facts,
    {situation: 'partial', next: 'pay', due: undefined},
  ],
  [
    'another coin, as the buyer says',
    {},
    {...facts, isReportedWrong: true},
    {situation: 'wrong', next: 'support', due: undefined},
  ],
  [
    'another coin, as the buyer says after the payment',
    {state: 'PaymentReceived'},
    {...facts, isReportedWrong: true},
    {situation: 'paid'},
  ],
  [
    'a payment that was sent back',
    {state: 'Canceled', paymentState: 'Refunded', received: '50.84'},
    facts,
    {situation: 'refunded'},
  ],
];

describe('an order with', () => {
  for (const [name, order, given, expected] of CASES) {
    test(name, () => {
      const found = standing(order, given);
      const named = Object.keys(expected).map(key => [key, found[key as keyof typeof found]]);
      assert.deepEqual(Object.fromEntries(named), expected);
    });
  }
});

test('since when and until when comes from the order and its deadline', () => {
  const {since, until} = standing({createdAt: 5, updatedAt: 7});
  assert.deepEqual([since, until], [7, 2000]);
  assert.equal(standing({createdAt: 5}).since, 5);
});
