import assert from 'node:assert/strict';
import {test} from 'node:test';

import {deadlineOf, isInvoiceAlive} from '../../../src/domain/payment/deadline.js';
import {anOrder} from '../../samples/domain.js';
import {anInvoice, bitcoinAddress} from '../../samples/payments.js';

const MINUTE = 60_000;
const createdAt = Date.parse('2026-11-28T07:30:00Z');

/** Makes an invoice created `made` minutes after the order that lasts `lasts` minutes. */
function invoice(made: number, lasts: number): string {
  return anInvoice('32833000', {timestamp: createdAt / 1000 + made * 60, expiry: lasts * 60});
}

/** The API's expiry and an address, and when payment should have arrived; all in minutes after the creation. */
const cases: readonly (readonly [expiry: number | undefined, address: string, deadline: number])[] = [
  [18, bitcoinAddress, 18],
  [undefined, bitcoinAddress, 30],
  [undefined, invoice(0, 60), 60],
  [18, invoice(0, 60), 18],
  [60, invoice(0, 18), 18],
  // Made before the order, and over before it.
  [18, invoice(-15, 10), -5],
  // Faults: before the creation, and weeks after it.
  [-1, bitcoinAddress, 30],
  [-1, invoice(0, 20), 20],
  [8 * 24 * 60, bitcoinAddress, 30],
  [8 * 24 * 60, invoice(0, 20), 20],
  [undefined, invoice(0, 60 * 24 * 8), 30],
];

for (const [expiry, address, deadline] of cases) {
  test(`the earliest of ${expiry ?? 'no'} minutes and ${address.slice(0, 12)}… is ${deadline} minutes`, () => {
    const expiresAt = expiry === undefined ? undefined : createdAt + expiry * MINUTE;
    assert.equal(deadlineOf(anOrder({createdAt, expiresAt, address})), createdAt + deadline * MINUTE);
  });
}

test('a time far from now is a fault of the sender too', () => {
  const year = 365 * 24 * 60 * MINUTE;
  const given = {address: bitcoinAddress, createdAt: undefined, expiresAt: undefined};
  const deadline = (change: object) => deadlineOf(anOrder({...given, ...change}), createdAt);
  assert.equal(deadline({expiresAt: createdAt + 18 * MINUTE}), createdAt + 18 * MINUTE);
  assert.equal(deadline({expiresAt: createdAt + year}), undefined);
  assert.equal(deadline({createdAt: createdAt + year}), undefined);
  assert.equal(deadline({createdAt: createdAt + year, expiresAt: createdAt + 2 * year}), undefined);
  assert.equal(
    deadline({createdAt: createdAt + year, expiresAt: createdAt + 18 * MINUTE}),
    createdAt + 18 * MINUTE,
  );
  assert.equal(deadline({createdAt: createdAt + year, address: invoice(0, 20)}), createdAt + 20 * MINUTE);
  // A clock of the device that is behind by minutes.
  assert.equal(deadline({createdAt: createdAt + 5 * MINUTE}), createdAt + 35 * MINUTE);
});

test('an invoice is dead once its own time has run out', () => {
  const found = invoice(0, 10);
  assert.equal(isInvoiceAlive(found, createdAt + 10 * MINUTE - 1), true);
  assert.equal(isInvoiceAlive(found, createdAt + 10 * MINUTE), false);
  assert.equal(isInvoiceAlive(bitcoinAddress, createdAt), false);
});
