import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  balanceOf,
  canBePaid,
  dueOf,
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

describe('the received amount', () => {
  const asked = {coin: 'USDC', network: 'Base', coinAmount: '50.84'};

  test('is compared exactly with the due amount', () => {
    assert.deepEqual(balanceOf(anOrder(asked)), {type: 'none'});
    assert.deepEqual(balanceOf(anOrder({...asked, received: '0.00'})), {type: 'none'});
    assert.deepEqual(balanceOf(anOrder({...asked, received: '50.840'})), {type: 'exact'});
    assert.deepEqual(balanceOf(anOrder({...asked, received: '50.839999'})), {
      type: 'under',
      amount: '0.000001',
    });
    assert.deepEqual(balanceOf(anOrder({...asked, received: '50.840001'})), {
      type: 'over',
      amount: '0.000001',
    });
    assert.deepEqual(balanceOf(anOrder({received: '1'})), {type: 'none'});
  });

  test('leaves the rest to be paid, but never a part of an invoice', () => {
    assert.equal(dueOf(anOrder({...asked, received: '25.42'})), '25.42');
    assert.equal(dueOf(anOrder(asked)), '50.84');
    assert.equal(dueOf(anOrder({...asked, received: '60'})), '50.84');
    assert.equal(dueOf(anOrder({...asked, network: 'Lightning', received: '25.42'})), '50.84');
  });

  test('decides with the state whether more may be sent', () => {
    assert.ok(canBePaid(anOrder(asked)));
    assert.ok(canBePaid(anOrder({...asked, received: '1'})));
    assert.ok(canBePaid(anOrder({...asked, state: 'PartialPaymentStarted', received: '1'})));
    for (const state of ['PartialPaymentStarted', 'PaymentStarted', 'PaymentReceived', 'Expired', 'Unheard'])
      assert.equal(canBePaid(anOrder({...asked, state})), false, state);
    assert.equal(canBePaid(anOrder({...asked, state: 'Expired', received: '1'})), false);
  });
});
