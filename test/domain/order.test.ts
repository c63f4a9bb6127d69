import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  deadlineOf,
  isFailed,
  isOver,
  isPayable,
  isSettled,
  type OrderPhase,
  phaseOf,
  progressOf,
  withoutSecrets,
} from '../../src/domain/order.js';
import {anOrder} from '../samples/domain.js';

const phases: Record<string, OrderPhase> = {
  Created: 'waiting',
  WaitingForPayment: 'waiting',
  PaymentStarted: 'seen',
  PartialPaymentStarted: 'seen',
  PaymentReceived: 'paid',
  WaitingForDelivery: 'preparing',
  WaitingForManualAction: 'held',
  Done: 'done',
  Expired: 'expired',
  PaymentFailed: 'failed',
  PaymentSetupFailed: 'failed',
  Canceled: 'cancelled',
  Cancelled: 'cancelled',
  Refunded: 'refunded',
  SomethingNew: 'checking',
  done: 'checking',
  Completed: 'checking',
  '': 'checking',
};

for (const [state, phase] of Object.entries(phases)) {
  test(`${JSON.stringify(state)} is ${phase}`, () => {
    assert.equal(phaseOf({state}), phase);
  });
}

test('a state that is a property of every object is checking', () => {
  for (const state of ['constructor', '__proto__', 'toString']) assert.equal(phaseOf({state}), 'checking');
});

describe('the payment state', () => {
  for (const paymentState of ['PaymentReceived', 'PaymentCompleted']) {
    test(`${paymentState} counts while the order still waits`, () => {
      assert.equal(phaseOf({state: 'WaitingForPayment', paymentState}), 'paid');
      assert.equal(phaseOf({state: 'Created', paymentState}), 'paid');
    });

    test(`${paymentState} says nothing against the order's own state`, () => {
      for (const state of ['Done', 'Expired', 'Refunded', 'WaitingForManualAction', 'SomethingNew'])
        assert.equal(phaseOf({state, paymentState}), phaseOf({state}));
    });
  }

  test('that expired leaves nothing to pay, whether or not a payment was seen', () => {
    const state = 'WaitingForPayment';
    assert.equal(phaseOf({state, paymentState: 'Expired'}), 'expired');
    assert.equal(phaseOf({state, paymentState: 'ExpiredAfterPaymentDetection'}), 'seen');
    assert.equal(phaseOf({state: 'PaymentReceived', paymentState: 'Expired'}), 'paid');
  });

  test('anything else leaves the order waiting', () => {
    for (const paymentState of [
      'WalletCreated',
      'PaymentRequested',
      'WaitingForPayment',
      'constructor',
      'Nonsense',
      '',
    ])
      assert.equal(phaseOf({state: 'WaitingForPayment', paymentState}), 'waiting');
  });
});

test('only what the API calls the end settles an order, and an expired one can still be paid late', () => {
  for (const state of ['Done', 'PaymentFailed', 'PaymentSetupFailed', 'Canceled', 'Cancelled', 'Refunded'])
    assert.equal(isSettled({state}), true, state);
  for (const state of ['Expired', 'WaitingForPayment', 'WaitingForManualAction', 'SomethingNew'])
    assert.equal(isSettled({state}), false, state);
});

test('an order goes on from waiting to delivered, and a late payment revives it', () => {
  const order = ['WaitingForPayment', 'Expired', 'PaymentReceived', 'WaitingForDelivery', 'Done'];
  const progress = order.map(state => progressOf({state}));
  assert.deepEqual(
    progress,
    [...progress].sort((a, b) => a - b),
  );
  assert.equal(new Set(progress).size, order.length);
});

test('what is bought is kept without what is delivered', () => {
  const line = {
    state: 'Done',
    brandName: 'Tin Whistle',
    label: '$10',
    country: 'US',
    deliveredTo: 'email',
  } as const;
  const secrets = {
    beneficiary: 'a@b.co',
    code: 'C',
    link: 'https://l',
    barcode: 'https://b',
    activation: 'LPA:1$a$b',
  };
  const more = {serial: 'S', securityCode: '1', reference: 'R', instructions: 'I', failure: 'F'};
  const order = anOrder({deliveries: [{...line, ...secrets, ...more}]});
  assert.deepEqual(withoutSecrets(order).deliveries, [line]);
});

const meaning: Record<OrderPhase, {payable: boolean; failed: boolean; over: boolean}> = {
  waiting: {payable: true, failed: false, over: false},
  seen: {payable: false, failed: false, over: false},
  paid: {payable: false, failed: false, over: false},
  preparing: {payable: false, failed: false, over: false},
  held: {payable: false, failed: false, over: false},
  checking: {payable: false, failed: false, over: false},
  done: {payable: false, failed: false, over: true},
  expired: {payable: false, failed: true, over: true},
  failed: {payable: false, failed: true, over: true},
  cancelled: {payable: false, failed: true, over: true},
  refunded: {payable: false, failed: true, over: true},
};

for (const [phase, {payable, failed, over}] of Object.entries(meaning)) {
  test(`${phase} is ${payable ? '' : 'not '}payable, ${failed ? '' : 'not '}failed, ${over ? '' : 'not '}over`, () => {
    assert.equal(isPayable(phase as OrderPhase), payable);
    assert.equal(isFailed(phase as OrderPhase), failed);
    assert.equal(isOver(phase as OrderPhase), over);
  });
}

describe('the deadline', () => {
  const createdAt = 1_790_000_000_000;

  test('is what the API says', () => {
    assert.equal(deadlineOf(anOrder({createdAt, expiresAt: createdAt + 5})), createdAt + 5);
  });

  test('is half an hour after creation where it says nothing', () => {
    assert.equal(deadlineOf(anOrder({createdAt})), createdAt + 1_800_000);
  });

  test('is unknown where there is no time at all', () => {
    assert.equal(deadlineOf(anOrder()), undefined);
  });
});
