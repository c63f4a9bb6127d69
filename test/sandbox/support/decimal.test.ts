import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  add,
  compare,
  decimal,
  divideUp,
  formatDecimal,
  isOnStep,
  multiply,
  parseDecimal,
} from '../../../src/sandbox/support/decimal.js';

test('decimals are parsed exactly and anything else is undefined', () => {
  assert.deepEqual(parseDecimal('100.00'), {units: 10000n, places: 2});
  for (const text of ['', '-1', '1e3', '1,000', '.5', '5.', ' 5', 'NaN', '0x10']) {
    assert.equal(parseDecimal(text), undefined, text);
  }
});

test('sums and products have no rounding', () => {
  assert.equal(formatDecimal(add(decimal('0.1'), decimal('0.2'))), '0.3');
  assert.equal(formatDecimal(multiply(decimal('9007199254740993'), decimal('0.01'))), '90071992547409.93');
});

test('a quotient is rounded up unless it is exact', () => {
  assert.equal(formatDecimal(divideUp(decimal('10'), decimal('3'), 2)), '3.34');
  assert.equal(formatDecimal(divideUp(decimal('10'), decimal('4'), 2)), '2.50');
});

test('amounts of different places compare by value', () => {
  assert.equal(compare(decimal('1.0'), decimal('1')), 0);
  assert.ok(compare(decimal('0.562099175481640'), decimal('0.57')) < 0);
});

test('a value is on its step when it is whole steps above the start', () => {
  assert.ok(isOnStep(decimal('10.5'), decimal('10'), decimal('0.5')));
  assert.ok(!isOnStep(decimal('10.25'), decimal('10'), decimal('0.5')));
});
