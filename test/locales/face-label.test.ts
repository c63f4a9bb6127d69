import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {faceLabel} from '../../src/locales/face-label.js';

describe('the label of a fixed product', () => {
  const labels: readonly (readonly [label: string, faceValue: string, currency: string, expected: string])[] =
    [
      ['50 USD', '50', 'USD', '50 $'],
      ['$50', '50.00', 'USD', '50 $'],
      ['A$50', '50', 'AUD', '50 AU$'],
      ['R$ 1.000,00', '1000', 'BRL', '1.000 R$'],
      ['43,442.80 NGN', '43442.80', 'NGN', '43.442,80 ₦'],
      ['10 EUR - PIN', '10', 'EUR', '10 EUR - PIN'],
      ['10 GB', '10', 'USD', '10 GB'],
      ['30', '30', 'USD', '30'],
      ['1,000 Robux', '12.50', 'USD', '1,000 Robux'],
      ['$50', '45', 'USD', '$50'],
      ['$5.00', '500', 'USD', '$5.00'],
      ['5.000 KWD', '5', 'KWD', '5 KWD'],
      ['500.000 ₫', '500000', 'VND', '500.000 ₫'],
      ['Java & Bedrock Ed', '30', 'USD', 'Java & Bedrock Ed'],
      ['', '30', 'USD', ''],
    ];
  for (const [label, faceValue, currency, expected] of labels) {
    test(`“${label}” of ${faceValue} ${currency} is “${expected}” in German`, () => {
      const product = {
        id: '1',
        brandName: 'Voltaic',
        country: 'DE',
        deliveredTo: 'email',
        shape: 'fixed',
        denomination: label,
        label,
        faceValue,
        currency,
        coin: undefined,
        coinAmount: undefined,
      } as const;
      assert.equal(faceLabel(product, 'de').replace(/[\u00a0\u202f]/g, ' '), expected);
    });
  }
});
