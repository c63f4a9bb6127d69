import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  compareReadings,
  contentKey,
  type Freshness,
  type KnownOrder,
  MAX_CACHE_AGE,
  type Reading,
  stateKey,
} from '../../src/domain/order-freshness.js';
import type {Order} from '../../src/domain/types.js';
import {anOrder} from '../samples/domain.js';

const NOW = 1_790_000_000_000;
const second = 1000;

const known = (order: Partial<Order>, change: Partial<KnownOrder> = {}): KnownOrder => ({
  order: anOrder(order),
  changedAt: NOW,
  streamedAt: 0,
  ...change,
});

const read = (order: Partial<Order>, requestedAt = NOW + second): Reading => ({
  order: anOrder(order),
  requestedAt,
  arrivedAt: requestedAt,
});

const message = (order: Partial<Order>, arrivedAt = NOW + second): Reading => ({
  order: anOrder(order),
  arrivedAt,
});

const streamed = {streamedAt: NOW};
const waiting = {state: 'WaitingForPayment'};
const paid = {state: 'PaymentReceived'};
const preparing = {state: 'WaitingForDelivery'};
const at = (seconds: number) => ({updatedAt: NOW + seconds * second});

const cases: readonly [string, KnownOrder, Reading, Freshness][] = [
  ['a read of the same', known(paid), read(paid), 'same'],
  ['a message of the same', known(paid), message(paid), 'same'],
  ['the same, touched later', known({...paid, ...at(0)}), read({...paid, ...at(5)}), 'same'],
  ['a read that goes forward', known(waiting), read(paid), 'newer'],
  ['a message that goes forward', known(waiting), message(paid), 'newer'],
  ['a read that goes back from what a read said', known(paid), read(waiting), 'newer'],
  ['a message that goes back', known(paid), message(waiting), 'unclear'],
  ['a read that goes back right after a message', known(paid, streamed), read(waiting), 'unclear'],
  [
    'a read that goes back, requested when no cache can be older than the message',
    known(paid, streamed),
    read(waiting, NOW + MAX_CACHE_AGE),
    'newer',
  ],
  [
    'a read of another state as far, right after a message',
    known(preparing, streamed),
    read({state: 'WaitingForManualAction'}),
    'unclear',
  ],
  [
    'a read of the same state with more in it, right after a message',
    known(paid, streamed),
    read({...paid, received: '1'}),
    'newer',
  ],
  ['a later message as far', known(preparing), message({state: 'WaitingForManualAction'}), 'newer'],
  ['a message older by its own time', known({...preparing, ...at(9)}), message({...paid, ...at(5)}), 'stale'],
  ['a read older by its own time', known({...preparing, ...at(9)}), read({...paid, ...at(5)}), 'unclear'],
  [
    'a reading newer by its own time, though it goes back',
    known({...paid, ...at(5)}, streamed),
    read({...waiting, ...at(9)}),
    'newer',
  ],
  [
    'a reading older by its own time, a minute later',
    known({...paid, ...at(9)}),
    read({...preparing, ...at(5)}, NOW + 60 * second),
    'newer',
  ],
  [
    'a reading older by its own time, almost a minute later',
    known({...paid, ...at(9)}),
    read({...preparing, ...at(5)}, NOW + 60 * second - 1),
    'unclear',
  ],
  ['a message without a time that goes back', known({...paid, ...at(9)}), message(waiting), 'unclear'],
];

describe('compared with a known order', () => {
  for (const [what, before, reading, freshness] of cases) {
    test(`${what} is ${freshness}`, () => {
      assert.equal(compareReadings(before, reading), freshness);
    });
  }
});

test('a content key changes with anything but the time of the update', () => {
  const key = contentKey(anOrder(at(0)));
  assert.equal(contentKey(anOrder(at(1))), key);
  assert.notEqual(contentKey(anOrder({...at(0), received: '1'})), key);
});

test('a state key holds the two states and nothing else', () => {
  const order = anOrder({state: 'Done', paymentState: 'PaymentReceived'});
  assert.equal(stateKey(order), 'Done PaymentReceived');
});
