import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {checkFaceValue, suggestedFaceValues} from '../../src/domain/denomination.js';
import {add, compare} from '../../src/domain/money.js';
import type {RangeProduct} from '../../src/domain/types.js';
import {aRangeProduct} from '../samples/domain.js';
import {seededRandom} from '../samples/random.js';

const whole = aRangeProduct({min: '5', max: '500', step: '1'});
const cents = aRangeProduct({min: '0.25', max: '100', step: '0.25'});
const fifties = aRangeProduct({min: '50', max: '100000', step: '50', currency: 'NGN'});
const offset = aRangeProduct({min: '15', max: '100', step: '10'});
const mils = aRangeProduct({min: '1.000', max: '50.000', step: '0.001', currency: 'KWD'});

const ok = (faceValue: string) => ({type: 'ok', faceValue});
const notANumber = {type: 'not-a-number'};

const table = [
  {text: '25', product: whole, expected: ok('25')},
  {text: ' 25 ', product: whole, expected: ok('25')},
  {text: '25.00', product: whole, expected: ok('25')},
  {text: '025', product: whole, expected: ok('25')},
  {text: '5', product: whole, expected: ok('5')},
  {text: '500', product: whole, expected: ok('500')},
  {text: '4', product: whole, expected: {type: 'too-low', near: ['5']}},
  {text: '4.99', product: whole, expected: {type: 'too-low', near: ['5']}},
  {text: '0', product: whole, expected: {type: 'too-low', near: ['5']}},
  {text: '500.01', product: whole, expected: {type: 'too-high', near: ['500']}},
  {text: '501', product: whole, expected: {type: 'too-high', near: ['500']}},
  {text: '9'.repeat(400), product: whole, expected: {type: 'too-high', near: ['500']}},
  {text: '25.5', product: whole, expected: {type: 'off-step', near: ['25', '26']}},
  {text: '0.5', product: cents, expected: ok('0.5')},
  {text: '0.50', product: cents, expected: ok('0.5')},
  {text: '0.6', product: cents, expected: {type: 'off-step', near: ['0.5', '0.75']}},
  {text: '99.99', product: cents, expected: {type: 'off-step', near: ['99.75', '100']}},
  {text: '75', product: fifties, expected: {type: 'off-step', near: ['50', '100']}},
  {text: '99999', product: fifties, expected: {type: 'off-step', near: ['99950', '100000']}},
  {text: '25', product: offset, expected: ok('25')},
  {text: '15', product: offset, expected: ok('15')},
  {text: '20', product: offset, expected: {type: 'off-step', near: ['15', '25']}},
  {text: '100', product: offset, expected: {type: 'off-step', near: ['95']}},
  {text: '101', product: offset, expected: {type: 'too-high', near: ['95']}},
  {text: '10,5', product: cents, expected: ok('10.5')},
  {text: '10,50', product: cents, expected: ok('10.5')},
  {text: ' 10,5 ', product: cents, expected: ok('10.5')},
  {text: '10,5', product: whole, expected: {type: 'off-step', near: ['10', '11']}},
  {text: '10,6', product: cents, expected: {type: 'off-step', near: ['10.5', '10.75']}},
  {text: '25,00', product: whole, expected: ok('25')},
  {text: '', product: whole, expected: {type: 'empty'}},
  {text: '   ', product: whole, expected: {type: 'empty'}},
  {text: 'ten', product: whole, expected: notANumber},
  {text: '-25', product: whole, expected: notANumber},
  {text: '25.', product: whole, expected: notANumber},
  {text: '.5', product: cents, expected: notANumber},
  {text: '1,000', product: fifties, expected: notANumber},
  {text: '1.000.000', product: fifties, expected: notANumber},
  {text: '2e1', product: whole, expected: notANumber},
  {text: '$25', product: whole, expected: notANumber},
  {text: '25 USD', product: whole, expected: notANumber},
];

for (const {text, product, expected} of table) {
  const shown = text.length > 20 ? `${text.length} nines` : JSON.stringify(text);
  test(`${shown} in ${product.min} to ${product.max} by ${product.step} is ${expected.type}`, () => {
    assert.deepEqual(checkFaceValue(product, text), expected);
  });
}

describe('what is no number and can mean one thing only is offered, not taken', () => {
  const offers: readonly {text: string; product: RangeProduct; near: readonly string[] | undefined}[] = [
    {text: '+25', product: whole, near: ['25']},
    {text: '+5', product: whole, near: ['5']},
    {text: '1 000', product: fifties, near: ['1000']},
    {text: '10 000', product: fifties, near: ['10000']},
    {text: '1 000', product: fifties, near: ['1000']},
    {text: '1 000', product: whole, near: ['500']},
    {text: '١٠٠', product: whole, near: ['100']},
    {text: '۱۰۰', product: whole, near: ['100']},
    {text: '١٠٫٥', product: cents, near: ['10.5']},
    {text: '٠', product: whole, near: ['5']},
    {text: '1,000', product: fifties, near: undefined},
    {text: '1.000,50', product: fifties, near: undefined},
    {text: '1,000.50', product: fifties, near: undefined},
    {text: '١٠٠٠٫٥٠٠', product: fifties, near: undefined},
    {text: '١.٠٠٠', product: fifties, near: undefined},
    {text: '25,125', product: mils, near: undefined},
    {text: '1 00', product: whole, near: undefined},
    {text: '1 5', product: whole, near: undefined},
    {text: '1 0000', product: fifties, near: undefined},
    {text: '10,', product: whole, near: undefined},
    {text: ',5', product: cents, near: undefined},
    {text: '-5', product: whole, near: undefined},
    {text: '-10,5', product: cents, near: undefined},
    {text: '−5', product: whole, near: undefined},
    {text: '++5', product: whole, near: undefined},
    {text: '5+', product: whole, near: undefined},
    {text: '1e3', product: fifties, near: undefined},
    {text: '+1e3', product: fifties, near: undefined},
    {text: '0x10', product: whole, near: undefined},
    {text: 'Infinity', product: whole, near: undefined},
    {text: 'NaN', product: whole, near: undefined},
    {text: '１００', product: whole, near: ['100']},
    {text: '१००', product: whole, near: ['100']},
    {text: '১০০', product: whole, near: ['100']},
    {text: '๑๐๐', product: whole, near: ['100']},
    {text: '１０．５', product: cents, near: ['10.5']},
    {text: '\u202a100\u202c', product: whole, near: ['100']},
    {text: '1\u200b00', product: whole, near: ['100']},
    {text: '１，０００', product: fifties, near: undefined},
    {text: '－5', product: whole, near: undefined},
    {text: '一百', product: whole, near: undefined},
    {text: '1\u202f000', product: fifties, near: ['1000']},
  ];
  for (const {text, product, near} of offers) {
    test(`${JSON.stringify(text)} by ${product.step} offers ${near ?? 'nothing'}`, () => {
      assert.deepEqual(checkFaceValue(product, text), near ? {type: 'not-a-number', near} : notANumber);
      for (const value of near ?? []) assert.equal(checkFaceValue(product, value).type, 'ok', value);
    });
  }

  test('and no text at all is taken for an amount that it does not spell', () => {
    const random = seededRandom(17);
    const signs = '0123456789.,-+e ٠١٣٫ $';
    for (let turn = 0; turn < 20_000; turn += 1) {
      const text = Array.from(
        {length: 1 + random() * 7},
        () => signs[Math.floor(random() * signs.length)],
      ).join('');
      const check = checkFaceValue(cents, text);
      if (check.type === 'ok') assert.equal(Number(check.faceValue), Number(text.replace(',', '.')), text);
      if ('near' in check)
        for (const near of check.near)
          assert.equal(checkFaceValue(cents, near).type, 'ok', `${near} for ${text}`);
    }
  });

  test('and a text of any length is answered', () => {
    for (const text of [
      '9'.repeat(20_000),
      ' '.repeat(100_000),
      `+${'0'.repeat(20_000)}5`,
      ',5'.repeat(50_000),
    ])
      assert.ok(checkFaceValue(whole, text).type);
  });
});

describe('three decimals, which mean thousands in many countries', () => {
  for (const text of ['50.000', '500.000', '5.000', '25.000', '0.500']) {
    test(`${text} is refused where the step has fewer`, () => {
      assert.deepEqual(checkFaceValue(whole, text), notANumber);
      assert.deepEqual(checkFaceValue(cents, text), notANumber);
    });
  }

  test('a step that is written with three decimals, and has none, changes nothing', () => {
    assert.deepEqual(checkFaceValue({...whole, step: '1.000'}, '50.000'), notANumber);
  });

  test('they are an amount where the step has as many', () => {
    assert.deepEqual(checkFaceValue(mils, '25.000'), ok('25'));
    assert.deepEqual(checkFaceValue(mils, '25.125'), ok('25.125'));
  });

  test('what is offered instead is accepted, whatever way the bounds are written', () => {
    const written = aRangeProduct({min: '50.000', max: '500.000', step: '1.000'});
    for (const text of ['1', '501', '60.5']) {
      const check = checkFaceValue(written, text);
      assert.ok('near' in check);
      for (const near of check.near) assert.equal(checkFaceValue(written, near).type, 'ok', near);
    }
  });
});

test('every offered neighbour is allowed and next to what was typed', () => {
  const random = seededRandom(11);
  const draw = (below: number) => Math.floor(random() * below);
  for (let turn = 0; turn < 1000; turn += 1) {
    const min = String(1 + draw(50));
    const step = ['0.01', '0.25', '0.5', '1', '3', '5', '7'][draw(7)] ?? '1';
    const product = aRangeProduct({min, max: add(min, String(1 + draw(300))), step});
    const text = (random() * 400).toFixed(2);
    const check = checkFaceValue(product, text);
    const shown = `${text} in ${product.min} to ${product.max} by ${step}`;
    if (check.type === 'ok') assert.equal(compare(check.faceValue, text), 0, shown);
    if (!('near' in check)) continue;
    assert.ok(check.near.length > 0, shown);
    for (const near of check.near)
      assert.equal(checkFaceValue(product, near).type, 'ok', `${near} for ${shown}`);
    if (check.type === 'off-step') {
      const [below = '', above] = check.near;
      assert.ok(compare(below, text) < 0, shown);
      if (above !== undefined) assert.equal(compare(above, add(below, step)), 0, shown);
    }
  }
});

describe('suggested face values', () => {
  for (const product of [whole, cents, fifties, mils]) {
    test(`at most four for ${product.min} to ${product.max}, all of them allowed, the smallest first`, () => {
      const suggested = suggestedFaceValues(product);
      assert.ok(suggested.length > 0 && suggested.length <= 4);
      assert.equal(new Set(suggested).size, suggested.length);
      assert.deepEqual([...suggested].sort(compare), suggested);
      for (const value of suggested) assert.equal(checkFaceValue(product, value).type, 'ok', value);
    });
  }

  test('there are none where no round amount is allowed', () => {
    assert.deepEqual(suggestedFaceValues(aRangeProduct({min: '6', max: '9'})), []);
  });
});
