import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readTime} from '../../src/api/wire-time.js';

const time = Date.parse('2026-11-28T07:30:00Z');

/** A time on the wire, and its milliseconds since 1970. */
const cases: readonly (readonly [wire: unknown, expected: number | undefined])[] = [
  [time / 1000, time],
  [String(time / 1000), time],
  [time, time],
  [String(time), time],
  [time * 1000, time],
  [`${time}000000`, time],
  ['2026-11-28T07:30:00', time],
  ['2026-11-28 07:30:00', time],
  ['2026-11-28T07:30', time],
  ['2026-11-28T07:30:00Z', time],
  ['2026-11-28t07:30:00z', time],
  ['2026-11-28 07:30:00 UTC', time],
  ['2026-11-28 07:30:00+00', time],
  ['2026-11-28T14:30:00+07:00', time],
  ['2026-11-28T14:30:00+0700', time],
  ['2026-11-28T07:30:00.5', time + 500],
  ['2026-11-28T07:30:00,250Z', time + 250],
  ['2026-11-28T07:30:00.123456789Z', time + 123],
  // A day alone, another order of its parts, no time at all.
  ['2026-11-28', undefined],
  ['28.11.2026 07:30', undefined],
  ['11/28/2026', undefined],
  ['2026-13-28T07:30:00Z', undefined],
  ['2026-11-28T25:30:00Z', undefined],
  ['soon', undefined],
  // Before 2001, after 2099, and what no clock counts.
  [0, undefined],
  [-1, undefined],
  [1, undefined],
  ['9e15', undefined],
  [9e15, undefined],
  ['999e999', undefined],
  ['1900-01-01T00:00:00Z', undefined],
  ['5000-01-01T00:00:00Z', undefined],
  ['Infinity', undefined],
  ['0x6a000000', undefined],
  [true, undefined],
  [null, undefined],
  [[time], undefined],
  [' '.repeat(100), undefined],
];

for (const [wire, expected] of cases) {
  test(`${JSON.stringify(wire)} is ${expected === undefined ? 'no time' : new Date(expected).toISOString()}`, () => {
    assert.equal(readTime(wire), expected);
  });
}

test('a time without a zone is UTC, wherever the device is', () => {
  const {TZ} = process.env;
  process.env.TZ = 'Asia/Ho_Chi_Minh';
  try {
    assert.equal(readTime('2026-11-28T07:30:00'), time);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});
