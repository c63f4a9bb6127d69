import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  isFailed,
  isOver,
  isSettled,
  type OrderPhase,
  phaseOf,
  progressOf,
  withoutSecrets,
} from '../../src/domain/order.js';
import {deadlineOf} from '../../src/domain/payment/deadline.js';
import {anOrder} from '../samples/domain.js';
import {anInvoice} from '../samples/payments.js';

const phases: Record<string, OrderPhase> = {
  Created: 'waiting',
  WaitingForPayment: 'waiting',
  PaymentStarted: 'detected',
  PartialPaymentStarted: 'detected',
  PaymentReceived: 'paid',
  WaitingForDelivery: 'preparing',
  WaitingForManualAction: 'onHold',
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

test('a payment state counts in every spelling, and one that is not known says nothing', () => {
  const state = 'WaitingForPayment';
  for (const paymentState of ['paymentreceived', 'PAYMENT_RECEIVED', 'payment-received', 'Payment Received'])
    assert.equal(phaseOf({state, paymentState}), 'paid', paymentState);
  for (const paymentState of ['EXPIRED', 'expired']) assert.equal(phaseOf({state, paymentState}), 'expired');
  for (const paymentState of ['', 'constructor', '__proto__', 'toString', 'Received?', 'AddressAssigned'])
    assert.equal(phaseOf({state, paymentState}), 'waiting', paymentState);
});

test('an order that goes on although its payment failed or was sent back is being checked', () => {
  for (const state of ['PaymentReceived', 'WaitingForDelivery'])
    for (const paymentState of ['PaymentFailed', 'Refunded'])
      assert.equal(phaseOf({state, paymentState}), 'checking');
  assert.equal(phaseOf({state: 'Done', paymentState: 'Refunded'}), 'done');
});

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

  test('that expired leaves nothing to pay, whether or not a payment was detected', () => {
    const state = 'WaitingForPayment';
    assert.equal(phaseOf({state, paymentState: 'Expired'}), 'expired');
    assert.equal(phaseOf({state, paymentState: 'ExpiredAfterPaymentDetection'}), 'detected');
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

test('only a final state of its own settles an order, and an expired one can still be paid late', () => {
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

test('an order without secrets keeps what was bought', () => {
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

const meaning: Record<OrderPhase, {failed: boolean; over: boolean}> = {
  waiting: {failed: false, over: false},
  detected: {failed: false, over: false},
  paid: {failed: false, over: false},
  preparing: {failed: false, over: false},
  onHold: {failed: false, over: false},
  checking: {failed: false, over: false},
  done: {failed: false, over: true},
  expired: {failed: true, over: true},
  failed: {failed: true, over: true},
  cancelled: {failed: true, over: true},
  refunded: {failed: true, over: true},
};

for (const [phase, {failed, over}] of Object.entries(meaning)) {
  test(`${phase} is ${failed ? '' : 'not '}failed, ${over ? '' : 'not '}over`, () => {
    assert.equal(isFailed(phase as OrderPhase), failed);
    assert.equal(isOver(phase as OrderPhase), over);
  });
}

describe('the deadline', () => {
  const createdAt = 1_790_000_000_000;

  test('is the expiry from the API', () => {
    assert.equal(deadlineOf(anOrder({createdAt, expiresAt: createdAt + 5})), createdAt + 5);
  });

  test('is the expiry of a Lightning invoice if the API has none', () => {
    const address = anInvoice('1000', {timestamp: 1_790_000_000, expiry: 900});
    assert.equal(deadlineOf(anOrder({createdAt, address})), createdAt + 900_000);
    assert.equal(deadlineOf(anOrder({createdAt, address, expiresAt: createdAt + 5})), createdAt + 5);
  });

  test('is half an hour after creation if neither has one', () => {
    assert.equal(deadlineOf(anOrder({createdAt})), createdAt + 1_800_000);
  });

  test('is unknown without any time', () => {
    assert.equal(deadlineOf(anOrder()), undefined);
  });
});
