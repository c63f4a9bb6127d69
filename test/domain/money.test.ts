import assert from 'node:assert/strict';
import {test} from 'node:test';

import {
  add,
  compare,
  decimal,
  divide,
  isPositive,
  multiply,
  roundDownTo,
  subtract,
} from '../../src/domain/money.js';
import {seededRandom} from '../samples/random.js';

const read: readonly (readonly [given: unknown, expected: string | undefined])[] = [
  ['0', '0'],
  ['5', '5'],
  [' 5 ', '5'],
  ['007', '7'],
  ['000', '0'],
  ['5.', '5'],
  ['0.00032833', '0.00032833'],
  ['10.50', '10.50'],
  ['0.562099175481640', '0.562099175481640'],
  ['1e-7', '0.0000001'],
  ['1E3', '1000'],
  ['1e+3', '1000'],
  ['12.5e-1', '1.25'],
  ['12.5e1', '125'],
  ['1.2345e2', '123.45'],
  ['1234e-2', '12.34'],
  ['9007199254740993', '9007199254740993'],
  [0, '0'],
  [5, '5'],
  [0.1, '0.1'],
  [1e-7, '0.0000001'],
  [3.2833e-8, '0.000000032833'],
  [1e21, '1000000000000000000000'],
  ['', undefined],
  ['   ', undefined],
  ['-5', undefined],
  ['-0', undefined],
  ['+5', undefined],
  ['.5', undefined],
  ['.', undefined],
  ['5..5', undefined],
  ['1.2.3', undefined],
  ['10,5', undefined],
  ['1,000', undefined],
  ['1 000', undefined],
  ['1_000', undefined],
  ['١٠٠', undefined],
  ['１００', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
  ['0x10', undefined],
  ['1e', undefined],
  ['1e99999', undefined],
  ['$10', undefined],
  ['10 USD', undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [-5, undefined],
  [null, undefined],
  [undefined, undefined],
  [true, undefined],
  [10n, undefined],
  [['5'], undefined],
  [{amount: '5'}, undefined],
];

for (const [given, expected] of read) {
  const name = typeof given === 'string' ? JSON.stringify(given) : `${typeof given} ${String(given)}`;
  test(`${name} is ${expected === undefined ? 'no amount' : `the amount ${expected}`}`, () => {
    assert.equal(decimal(given), expected);
  });
}

test('what was read is read as itself again', () => {
  for (const [, expected] of read) if (expected) assert.equal(decimal(expected), expected);
});

test('a thousand digits keep every one of them', () => {
  const digits = `7${'3'.repeat(999)}`;
  assert.equal(decimal(digits), digits);
  assert.equal(add(digits, '1'), `7${'3'.repeat(998)}4`);
});

test('amounts compare by value, whatever their number of decimals', () => {
  assert.equal(compare('1.0', '1'), 0);
  assert.ok(compare('0.1', '0.09') > 0);
  assert.ok(compare('9', '10') < 0);
  assert.ok(compare('9007199254740993', '9007199254740992') > 0);
});

test('only what is above zero is positive', () => {
  assert.equal(isPositive('0'), false);
  assert.equal(isPositive('0.000'), false);
  assert.equal(isPositive('0.000000000000000001'), true);
});

test('sums and differences have no binary rounding, and no trailing zeros', () => {
  assert.equal(add('0.1', '0.2'), '0.3');
  assert.equal(add('0.10', '0.90'), '1');
  assert.equal(subtract('0.3', '0.1'), '0.2');
  assert.equal(subtract('1', '1.000'), '0');
});

test('a difference is never below zero', () => {
  assert.equal(subtract('1', '2'), '0');
});

test('rounding down to a step never exceeds the amount', () => {
  assert.equal(roundDownTo('0.25', '1.6'), '1.5');
  assert.equal(roundDownTo('50', '149.99'), '100');
  assert.equal(roundDownTo('5', '4'), '0');
  assert.equal(roundDownTo('0.01', '19.99'), '19.99');
});

test('a step of zero leaves the amount alone', () => {
  assert.equal(roundDownTo('0', '1.6'), '1.6');
  assert.equal(roundDownTo('0.00', '1.6'), '1.6');
});

test('a quotient is cut off, and is 0 when there is nothing to divide by', () => {
  assert.equal(divide('10', '3', 2), '3.33');
  assert.equal(divide('2', '3', 0), '0');
  assert.equal(divide('25', '0.00032833', 2), '76142.9');
  assert.equal(divide('1', '0', 2), '0');
  assert.equal(divide('1', '0.000', 2), '0');
});

/** `units` with its last `places` digits after the point. */
function written(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return places ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
}

test('arithmetic agrees with integers on two thousand random pairs', () => {
  const random = seededRandom(20_260_101);
  const draw = (below: number) => Math.floor(random() * below);
  const drawUnits = () => BigInt(Array.from({length: 1 + draw(24)}, () => draw(10)).join(''));
  for (let turn = 0; turn < 2000; turn += 1) {
    const [left, right] = [drawUnits(), drawUnits()];
    const [leftPlaces, rightPlaces, cutAfter] = [draw(19), draw(19), draw(6)];
    const [a, b] = [decimal(written(left, leftPlaces)), decimal(written(right, rightPlaces))];
    assert.ok(a !== undefined && b !== undefined);
    const places = Math.max(leftPlaces, rightPlaces);
    const x = left * 10n ** BigInt(places - leftPlaces);
    const y = right * 10n ** BigInt(places - rightPlaces);
    const of = (units: bigint, at = places) => add(written(units, at), '0');
    const pair = `${a} and ${b}`;

    assert.equal(Math.sign(compare(a, b)), x < y ? -1 : x > y ? 1 : 0, pair);
    assert.equal(compare(a, b), -compare(b, a) || 0, pair);
    assert.equal(add(a, b), of(x + y), pair);
    assert.equal(add(a, b), add(b, a), pair);
    assert.equal(subtract(a, b), of(x > y ? x - y : 0n), pair);
    if (y > 0n) {
      assert.equal(roundDownTo(b, a), of(x - (x % y)), pair);
      assert.equal(divide(a, b, cutAfter), of((x * 10n ** BigInt(cutAfter)) / y, cutAfter), pair);
    }
  }
});

test('a sum without its second part is its first', () => {
  const random = seededRandom(7);
  for (let turn = 0; turn < 500; turn += 1) {
    const a = decimal(random() * 1e6);
    const b = decimal(random() * 1e-3);
    assert.ok(a !== undefined && b !== undefined);
    assert.equal(compare(subtract(add(a, b), b), a), 0, `${a} and ${b}`);
  }
});

for (const [amount, times, expected] of [
  ['10.37', 1, '10.37'],
  ['10.37', 10, '103.7'],
  ['0.1', 3, '0.3'],
  ['0.00000001', 10, '0.0000001'],
  ['0.562099175481640', 7, '3.93469422837148'],
  ['9007199254740993', 3, '27021597764222979'],
  ['25', 0, '0'],
  ['0', 10, '0'],
] as const) {
  test(`${amount} times ${times} is ${expected}`, () => {
    assert.equal(multiply(amount, times), expected);
  });
}

test('times a number is added as often', () => {
  const random = seededRandom(23);
  for (let turn = 0; turn < 500; turn += 1) {
    const amount = decimal((random() * 10 ** (turn % 9)).toFixed(turn % 12)) ?? '0';
    const times = 1 + Math.floor(random() * 10);
    const sum = Array.from({length: times}, () => amount).reduce(add, '0');
    assert.equal(multiply(amount, times), sum, `${amount} times ${times}`);
  }
});
