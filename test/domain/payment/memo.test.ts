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
  ['"payin_extra_id":"495"', '495'],
  ['"payinExtraId":495', '495'],
  ['"DestinationTag":495', '495'],
  ['"destination-tag":495.0', '495'],
  ['"tag":4.95e2', '495'],
  ['"tag":"0495"', '0495'],
  ['"memo":" 495 "', '495'],
  ['"wallet":{"address":"x","tag":495}', '495'],
  ['"payment_instructions":{"memo":"495"}', '495'],
  ['"payment":{"destination":{"tag":495}}', '495'],
  ['"pay_to":{"destination_tag":495}', '495'],
  ['"deposit_address":{"memo":"495"}', '495'],
  ['"cryptoDetails":{"memoId":18446744073709551615}', '18446744073709551615'],
  ['"destination_tag":495,"payment":{"destination_tag":"495"}', '495'],
  ['"memo":"495","memo_required":true,"has_memo":true', '495'],
  [`"qr_text":"${ripple}?destination-tag=495"`, '495'],
  [`"qr_text":"ripple:${ripple}?amount=21.50&Memo_ID=495"`, '495'],
  [`"destination_tag":495,"qr_text":"${ripple}?dt=495"`, '495'],
  // Said in two ways, in a form that is not understood, or needed and missing.
  [`"destination_tag":494,"qr_text":"${ripple}?dt=495"`, undefined],
  ['"destination_tag":494,"memo":"495"', undefined],
  ['"memo":{"value":"495"}', undefined],
  ['"memo":["495"]', undefined],
  ['"memo_required":true', undefined],
  ['"memo_required":"yes"', undefined],
  ['"memoRequired":1', undefined],
  ['"requires_memo":"true"', undefined],
  ['"needs_destination_tag":true', undefined],
  ['"has_memo":true', undefined],
  ['"payment":{"is_memo_required":true}', undefined],
  ['"destination_tag":494,"payment":{"destination":{"tag":495}}', undefined],
  ['"memos":[{"memo":"495"}]', undefined],
  ['"memo":true', undefined],
  // Changed by a keyboard or a clipboard, or not to be seen.
  ['"memo":"\\u200b495"', undefined],
  ['"memo":"495\\u202e"', undefined],
  ['"memo":"４９５"', undefined],
  ['"memo":"٤٩٥"', undefined],
  ['"memo":"4\\n95"', undefined],
  [`"qr_text":"${ripple}?to=${ripple}&dt=495"`, undefined],
  [`"qr_text":"${ripple}?DT=495&dt=495"`, undefined],
  [`"qr_text":"${ripple};dt=495"`, undefined],
  [`"qr_text":"${ripple},495"`, undefined],
  [`"qr_text":"${ripple}/495"`, undefined],
  [`"qr_text":"web+stellar:pay?destination=${ripple}&memo=495"`, undefined],
  [`"qr_text":"https://xumm.app/detect/request:${ripple}?dt=495"`, undefined],
  [`"qr_text":"${ripple}?dt=495&%74ag=496"`, undefined],
  [`"qr_text":"${ripple}?ｄｔ=495"`, undefined],
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
      '"memo_required":"no"',
      '"requires_memo":0',
      '"has_memo":"false"',
      '"refund":{"memo":"495"}',
      '"user":{"memo":"495"}',
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
    `tonkeeper://transfer/${ton}?amount=12500000000&text=4711`,
    `ton:transfer/${ton}?amount=12500000000&text=4711`,
    `ton://transfer/${ton}?amount=12500000000&TEXT=4711`,
    `ton://transfer/${ton}?amount=12500000000&text=4711%0A`,
    `ton://transfer/${ton}?amount=12500000000&text=%D9%A4711`,
    `ton://transfer/${ton}?amount=12500000000&text=%E2%80%8B4711`,
    `${ton}?text=4711`,
  ]) {
    test(`is not lost where the text does not fit: ${text}`, () => {
      assert.equal(says(`"qr_text":"${text}"`), undefined);
    });
  }
});

test('a memo in a text for Tron is not lost, although no link names it', () => {
  const address = 'T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb';
  const says = (text: string) =>
    instructionOf(`"coin":"TRX","network":"Tron","wallet_address":"${address}","qr_text":"${text}"`);
  for (const text of [`tron:${address}?memo=7`, `${address}?tag=7`, `tron:${address}?amount=21.5&memo=7`])
    assert.equal(says(text), undefined, text);
  assert.equal(says(`tron:${address}?amount=21.5`)?.mismatch, false);
});
