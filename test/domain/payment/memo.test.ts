import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {orderSchema} from '../../../src/api/order-schema.js';
import {parseJson} from '../../../src/api/parse-json.js';
import {type PayableOrder, paymentInstruction} from '../../../src/domain/payment/instruction.js';
import {reads, sure} from '../../api/sure.js';

const ripple = 'rPEPPER7kfTD9w2To4CQk6UCfuHM9c6GDY';
const ton = 'UQDYzZmfsrGzhObKJUw4gzdeIxEai3jAFbiGKGwxvxHinf4K';
const read = reads(orderSchema);

/** Reads the fields of an order, as JSON, on top of one in XRP, and makes its instruction. */
function instructionOf(fields: string) {
  const order = sure(
    read(
      parseJson(
        `{"order_id":"x","order_state":"WaitingForPayment","coin":"XRP","network":"XRP Ledger","coin_amount":"21.5","wallet_address":"${ripple}","qr_text":"${ripple}"${fields && `,${fields}`}}`,
      ),
    ),
  );
  return paymentInstruction(order as PayableOrder);
}

/** Fields of an order, and the memo that has to be on screen; `undefined` if nothing may be payable. */
const cases: readonly (readonly [fields: string, memo: string | undefined])[] = [
  [`"qr_text":"${ripple}?dt=495"`, '495'],
  [`"qr_text":"${ripple}?amount=21.5&dt=495"`, '495'],
  [`"qr_text":"xrpl:${ripple}?dt=495"`, '495'],
  [`"qr_text":"ripple://${ripple}?destination_tag=495"`, '495'],
  [`"qr_text":"${ripple}?destinationTag=495"`, '495'],
  [`"qr_text":"${ripple}?DT=495"`, '495'],
  ['"destination_tag":495', '495'],
  ['"destination_tag":"495"', '495'],
  ['"destinationTag":495', '495'],
  ['"wallet_destination_tag":0', '0'],
  ['"tag":495', '495'],
  ['"dt":495', '495'],
  ['"memo":"495"', '495'],
  ['"memo_id":"495"', '495'],
  ['"memo_text":"order 7"', 'order 7'],
  ['"payment_memo":"495"', '495'],
  ['"address_tag":"495"', '495'],
  ['"extra_id":"495"', '495'],
  ['"comment":"495"', '495'],
  ['"payment_id":"495"', '495'],
  [
    '"payment_id":"f13adc8ac78eb22ffcee3f82e0e9ffb251dc7dc0600ef599087a89b623ca1402"',
    'f13adc8ac78eb22ffcee3f82e0e9ffb251dc7dc0600ef599087a89b623ca1402',
  ],
  ['"payment":{"destination_tag":495}', '495'],
  ['"memo":9007199254740993', '9007199254740993'],
  ['"memo":18446744073709551615', '18446744073709551615'],
  ['"memo_type":"id","memo":"7"', '7'],
  [`"destination_tag":495,"qr_text":"${ripple}?dt=495"`, '495'],
  // Said in two ways, in a form that is not understood, or needed and missing.
  [`"destination_tag":494,"qr_text":"${ripple}?dt=495"`, undefined],
  ['"destination_tag":494,"memo":"495"', undefined],
  ['"memo":{"value":"495"}', undefined],
  ['"memo":["495"]', undefined],
  ['"memo_required":true', undefined],
  [`"qr_text":"${ripple}:495"`, undefined],
  [`"qr_text":"${ripple}?dt=495&dt=496"`, undefined],
  [`"qr_text":"${ripple}?dt=49%35"`, undefined],
  [`"qr_text":"${ripple}?dt=4+95"`, undefined],
  [`"qr_text":"${ripple}?dt="`, undefined],
  [`"qr_text":"${ripple}?x=495"`, undefined],
  [`"qr_text":"${ripple}?amount=1e30000"`, undefined],
  [`"qr_text":"${ripple}#dt=495"`, undefined],
  [`"qr_text":"https://pay.example/?to=${ripple}&tag=495"`, undefined],
  ['"qr_text":"X7gJ5YK8abHf2eTPWPFHAAot8Knck11QGqmQ7a6a3Z8PJvk"', undefined],
  ['"wallet_address":"https://thief.example/pay"', undefined],
  ['"wallet_address":"bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2?amount=9"', undefined],
];

describe('a memo without which the payment is credited to no order', () => {
  for (const [fields, memo] of cases) {
    test(`${fields} ${memo ? `is ${memo}` : 'leaves nothing payable'}`, () => {
      const found = instructionOf(fields);
      assert.equal(found?.memo, memo);
      assert.equal(Boolean(found), memo !== undefined);
    });
  }

  test('is none where nothing names one', () => {
    for (const fields of [
      '',
      '"memo":null',
      '"memo":""',
      '"memo":false',
      '"memo_required":false',
      '"payment_id":"5ef721b8-15d8-400e-b0e3-1698de7a84ad"',
      `"qr_text":"xrpl:${ripple}"`,
      `"qr_text":"${ripple}?amount=21.50"`,
    ]) {
      const found = instructionOf(fields);
      assert.deepEqual([found?.memo, found?.mismatch, found?.forms.length], [undefined, false, 1], fields);
    }
  });

  test('of a Stellar payment comes with its kind', () => {
    assert.equal(instructionOf('"memo_type":"hash","memo":"00ff"')?.memoType, 'hash');
  });

  test('is not in a text that names another amount, which is a mismatch', () => {
    assert.equal(instructionOf(`"qr_text":"${ripple}?amount=9"`)?.mismatch, true);
  });
});

describe('a comment on TON', () => {
  const says = (fields: string) =>
    instructionOf(`"coin":"GRAM","network":"Ton","coin_amount":"12.5","wallet_address":"${ton}",${fields}`);

  test('is carried over from a text that asks for this payment', () => {
    const found = says(`"qr_text":"ton://transfer/${ton}?amount=12500000000&text=4711"`);
    assert.deepEqual(
      [found?.memo, found?.link, found?.mismatch],
      ['4711', `ton://transfer/${ton}?amount=12500000000&text=4711`, false],
    );
  });

  for (const text of [
    `ton://transfer/${ton}?amount=12500000001&text=4711`,
    `ton://transfer/${ton}?amount=12500000000&text=47+11`,
    `ton://transfer/${ton}?amount=12500000000&text=4711&exp=1`,
    `ton://transfer/${ton}?amount=12500000000&bin=te6cckEBAQEAAgAAAEysuc0`,
    `https://app.tonkeeper.com/transfer/${ton}?amount=12500000000&text=4711`,
  ]) {
    test(`is not lost where the text does not fit: ${text}`, () => {
      assert.equal(says(`"qr_text":"${text}"`), undefined);
    });
  }
});
