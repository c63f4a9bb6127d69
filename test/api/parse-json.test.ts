import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {orderSchema} from '../../src/api/order-schema.js';
import {parseJson} from '../../src/api/parse-json.js';
import {seededRandom} from '../samples/random.js';
import {reads} from './sure.js';

describe('a number that a double cannot hold keeps its digits', () => {
  const numbers = [
    '6006491234567890123',
    '9007199254740993',
    '-9007199254740993',
    '18446744073709551615',
    '0.123456789012345678',
    '123456789.123456789',
    '1.00000000000000000001e3',
    '1e400',
    '1e-400',
    '5E-324',
    `0.${'3'.repeat(500)}`,
  ];
  for (const number of numbers) {
    test(number, () => {
      for (const [before, after] of [
        ['', ''],
        ['[', ']'],
        ['[1,', ',2]'],
        ['{"a":', '}'],
        ['{"a" : ', ' }'],
        ['{"a":\n\t', '\n}'],
      ] as const)
        assert.deepEqual(parseJson(`${before}${number}${after}`), JSON.parse(`${before}"${number}"${after}`));
    });
  }
});

describe('everything else is as JSON.parse has it', () => {
  const texts = [
    '{"a":1,"b":[1.5,-2,1e3,1E-7,0.1],"c":null,"d":true}',
    '123456789012345',
    '"9007199254740993"',
    '{"a":"x: 9007199254740993","b":"say \\"1, 9007199254740993\\" \\\\","c":1.5}',
    '{": 9007199254740993":2}',
    '["\\\\",1.5,"\\u0022, 9007199254740993"]',
    '"\\ud83d\\ude00, 9007199254740993"',
    ' [ ] ',
  ];
  for (const text of texts) test(text, () => assert.deepEqual(parseJson(text), JSON.parse(text)));

  test('beside a number that keeps its digits', () => {
    for (const text of texts) {
      const json = parseJson(`[${text},9007199254740993]`);
      assert.deepEqual(json, [JSON.parse(text), '9007199254740993']);
    }
  });

  for (const text of [
    '',
    '{',
    '[1,]',
    '01234567890123456789',
    '1.2.34567890123456',
    '{9007199254740993:1}',
    '-',
    '[9007199254740993 1]',
  ]) {
    test(`${JSON.stringify(text)} is not JSON`, () => assert.throws(() => parseJson(text), SyntaxError));
  }
});

test('a decimal number of up to 15 digits comes back as it went in', () => {
  const random = seededRandom(15);
  for (let time = 0; time < 2000; time++) {
    const digits = String(Math.floor(random() * 10 ** (1 + Math.floor(random() * 15))));
    const at = Math.floor(random() * digits.length);
    const number = at === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`.replace(/\.?0+$/, '');
    if (/^0\d|e/.test(number)) continue;
    assert.equal(
      reads(orderSchema)(parseJson(`{"order_id":"1","order_state":"x","memo":${number}}`))?.memo,
      number,
    );
  }
});

test('no digit of an order changes', () => {
  const text = `{"order_id":"x","order_state":"Done","coin_amount":0.123456789012345678,"memo":18446744073709551615,
    "deliveries":[{"deliverable":{"pin_code":6006491234567890123,"pin_serial":12345678901234567890,"security_code":123}}]}`;
  const order = reads(orderSchema)(parseJson(text));
  assert.equal(order?.coinAmount, '0.123456789012345678');
  assert.equal(order?.memo, '18446744073709551615');
  const [delivery] = order?.deliveries ?? [];
  assert.deepEqual(
    [delivery?.code, delivery?.serial, delivery?.securityCode],
    ['6006491234567890123', '12345678901234567890', '123'],
  );
});
