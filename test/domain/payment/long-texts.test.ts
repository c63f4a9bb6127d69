import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {coinsSchema} from '../../../src/api/payment-schema.js';
import {productsSchema} from '../../../src/api/product-schema.js';
import {checkFaceValue} from '../../../src/domain/denomination.js';
import {add, compare, decimal, toUnits} from '../../../src/domain/money.js';
import {readInvoice} from '../../../src/domain/payment/bolt11.js';
import {CHAINS, isAddress, isTransactionId} from '../../../src/domain/payment/chains/index.js';
import {paymentInstruction} from '../../../src/domain/payment/instruction.js';
import {readPaymentUri} from '../../../src/domain/payment/read-payment-uri.js';
import {reads} from '../../api/sure.js';
import {aRangeProduct} from '../../samples/domain.js';
import {sampleNamed} from '../../samples/payments.js';

/**
 * Milliseconds within which each answer must come. Without bounds these texts take from a minute to years (base58 costs
 * the square of its length), with them less than one millisecond: the limit tells them apart on any machine.
 */
const LIMIT = 2000;

const readProducts = reads(productsSchema);

/** Characters of each text. */
const LENGTH = 400_000;

function inTime<Result>(run: () => Result): Result {
  const startedAt = performance.now();
  const result = run();
  const ms = performance.now() - startedAt;
  assert.ok(ms < LIMIT, `it took ${ms} ms`);
  return result;
}

const long: Readonly<Record<string, string>> = {
  base58: 'z'.repeat(LENGTH),
  'base58 zeros': '1'.repeat(LENGTH),
  base64: 'EQ'.repeat(LENGTH / 2),
  hexadecimal: `0x${'a'.repeat(LENGTH)}`,
  bech32: `bc1${'q'.repeat(LENGTH)}`,
  'an invoice': `lnbc1${'q'.repeat(LENGTH)}`,
  'an invoice over a long amount': `lnbc${'9'.repeat(LENGTH)}n1${'q'.repeat(200)}`,
  digits: '9'.repeat(LENGTH),
  escapes: '%41'.repeat(LENGTH / 3),
  pairs: '&a=b'.repeat(LENGTH / 4),
};

describe('a text of any length', () => {
  for (const [name, text] of Object.entries(long)) {
    test(`of ${name} is no address, no invoice and no transaction`, () => {
      for (const chain of [...CHAINS.map(found => found.name), undefined]) {
        assert.equal(
          inTime(() => isAddress(chain, text)),
          false,
          chain,
        );
        assert.equal(
          inTime(() => isTransactionId(chain, text)),
          false,
          chain,
        );
      }
      assert.equal(
        inTime(() => readInvoice(text)),
        undefined,
      );
    });

    test(`of ${name} in a payment link is not read`, () => {
      for (const scheme of CHAINS.flatMap(chain => chain.schemes))
        for (const uri of [`${scheme}:${text}`, `${scheme}:x?amount=${text}`, `${scheme}:x?${text}`])
          assert.equal(inTime(() => readPaymentUri(uri))?.address, '');
    });

    test(`of ${name} as address, link, memo or contract of an order makes nothing but its bare address payable`, () => {
      for (const sample of [
        'USDC on Solana',
        'GRAM on Ton',
        'BTC on Mainnet',
        'USDC on Base',
        'BTC on Lightning',
      ]) {
        const {order, network} = sampleNamed(sample);
        assert.equal(
          inTime(() => paymentInstruction({...order, address: text}, network)),
          undefined,
        );
        assert.equal(
          inTime(() => paymentInstruction({...order, memo: text}, network)),
          undefined,
        );
        const scheme = CHAINS.find(chain => chain.isAddress(order.address))?.name;
        const found = inTime(() => paymentInstruction({...order, qrText: `${scheme}:${text}`}, network));
        assert.deepEqual([found?.mismatch, found?.link, found?.forms.length], [true, undefined, 1]);
        const contract = {address: text, decimals: 6};
        const tokens = inTime(() => paymentInstruction(order, {...network, contract}));
        assert.equal(tokens?.link, undefined);
      }
    });
  }
});

describe('a number of any size', () => {
  for (const text of ['9'.repeat(LENGTH), `0.${'1'.repeat(LENGTH)}`, '999e9999', `1e${'9'.repeat(LENGTH)}`])
    test(`${text.slice(0, 10)}… is none`, () =>
      assert.equal(
        inTime(() => decimal(text)),
        undefined,
      ));

  test('that is read is calculated with in time', () => {
    for (const text of ['999e999', '1e-999', '9'.repeat(1024)]) {
      const amount = inTime(() => decimal(text)) ?? '';
      assert.ok(amount, text);
      assert.ok(inTime(() => compare(add(amount, '1'), amount)) > 0);
    }
    for (const places of [999, Number('999e999')])
      assert.equal(
        inTime(() => toUnits('1', places)),
        undefined,
      );
  });

  test('of decimals is used from 0 to 36 only', () => {
    const decimalsOf = (decimals: unknown) => {
      const networks = [{name: 'Base', smart_contract: {address: '0x1', decimals}}];
      const [coin] =
        reads(coinsSchema)([{name: 'USER_WALLET', currencies: [{name: 'USDC', networks}]}]) ?? [];
      return coin?.networks[0]?.contract?.decimals;
    };
    for (const [decimals, expected] of [
      [0, 0],
      ['6', 6],
      [18, 18],
      ['36', 36],
      [37, undefined],
      [6.5, undefined],
      [-1, undefined],
      [1e8, undefined],
      ['999e999', undefined],
      ['9'.repeat(LENGTH), undefined],
      [null, undefined],
    ] as const)
      assert.equal(
        inTime(() => decimalsOf(decimals)),
        expected,
        String(decimals).slice(0, 20),
      );
    for (const decimals of [-1, 37, 1.5, 1e8, Number.NaN, Number.POSITIVE_INFINITY])
      assert.equal(
        inTime(() => toUnits('1', decimals)),
        undefined,
      );
    assert.equal(toUnits('1.5', 36), `15${'0'.repeat(35)}`);
  });

  test('that a buyer types is no face value', () => {
    for (const text of Object.values(long))
      assert.equal(inTime(() => checkFaceValue(aRangeProduct(), text)).type, 'not-a-number');
    for (const text of [`1,${'0'.repeat(LENGTH)}`, ' 1'.repeat(LENGTH / 2), '٣'.repeat(LENGTH)])
      assert.equal(inTime(() => checkFaceValue(aRangeProduct(), text)).type, 'not-a-number');
  });

  test('of a denomination costs nothing', () => {
    for (const text of Object.values(long)) {
      const row = {
        denomination: text,
        face_value: {currency_code: 'USD', amount: {price: text}},
        coin_amount: text,
      };
      const [group] = inTime(() => readProducts([{brand: 'Tin', products: [row]}])) ?? [];
      const [product] = group?.products ?? [];
      assert.ok(product?.shape === 'fixed');
      assert.deepEqual(
        [product.denomination, product.faceValue, product.coinAmount],
        [text, undefined, undefined],
      );
    }
  });
});
