import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  coinAmount,
  countryName,
  dateTime,
  fiatAmount,
  groupedAddress,
  listText,
  timeLeft,
} from '../../src/locales/format.js';

/** Replaces the kinds of spaces and apostrophes, in which platforms differ. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace("'", '’');

test('a coin amount is written as it must arrive, on one line', () => {
  assert.equal(coinAmount('0.00032833', 'BTC'), '0.00032833\u00a0BTC');
  assert.equal(coinAmount('1234567.000000000000000001', 'ETH'), '1234567.000000000000000001\u00a0ETH');
});

describe('a face value', () => {
  const values: readonly (readonly [amount: string, currency: string, language: string, expected: string])[] =
    [
      ['10', 'USD', 'en', '$10'],
      ['10.5', 'USD', 'en', '$10.50'],
      ['25.50', 'USD', 'en', '$25.50'],
      ['1000', 'USD', 'en', '$1,000'],
      ['0.25', 'USD', 'en', '$0.25'],
      ['100', 'EUR', 'en', '€100'],
      ['43442.80', 'NGN', 'en', '₦43,442.80'],
      ['800', 'Robux', 'en', '800 Robux'],
      ['800', '', 'en', '800 '],
      ['10', 'USD', 'not a language', '10 USD'],
      ['200', 'MXN', 'en', 'MX$200'],
      ['200', 'CAD', 'en', 'CA$200'],
      ['200', 'CLP', 'en', 'CLP 200'],
      ['200', 'CNY', 'en', 'CN¥200'],
      ['200', 'SEK', 'en', 'SEK 200'],
      ['200', 'GBP', 'en', '£200'],
      ['200', 'USD', 'en-GB', 'US$200'],
      ['200', 'USD', 'de', '200 $'],
      ['200', 'MXN', 'de', '200 MX$'],
      ['1234.5', 'CHF', 'de-CH', 'CHF 1’234.50'],
      ['1234.5', 'EUR', 'ar-EG', '1,234.50 €\u200e'],
    ];
  for (const [amount, currency, language, expected] of values) {
    test(`${amount} ${currency} is written ${expected}`, () => {
      assert.equal(plain(fiatAmount(amount, currency, language)), expected);
    });
  }

  test('names its dollar in every language: no two dollars look alike', () => {
    for (const language of ['en', 'en-CA', 'es-MX', 'es', 'pt-BR', 'zh-Hant-TW', 'zh-HK']) {
      const written = ['USD', 'MXN', 'CAD', 'AUD', 'TWD', 'HKD', 'CLP'].map(currency =>
        fiatAmount('200', currency, language),
      );
      assert.equal(new Set(written).size, written.length, `${language}: ${written.join(' ')}`);
    }
  });

  test('is written as in Viet Nam', () => {
    assert.equal(plain(fiatAmount('500000', 'VND', 'vi')), '500.000 ₫');
  });

  test('keeps its sign together in Arabic, also in the middle of a sentence from right to left', () => {
    assert.equal(plain(fiatAmount('25', 'USD', 'ar')), '25 US$\u200e');
  });

  test('keeps every digit that a float would lose', () => {
    assert.equal(plain(fiatAmount('9007199254740993', 'USD', 'en')), '$9,007,199,254,740,993');
    assert.equal(plain(fiatAmount('0.125', 'KWD', 'en')), 'KWD 0.125');
  });
});

describe('a country', () => {
  test('is named in the language', () => {
    assert.equal(countryName('IT', 'en'), 'Italy');
    assert.equal(countryName('IT', 'vi'), 'Italy');
    assert.equal(countryName('DE', 'vi'), 'Đức');
  });

  test('without a name is its code', () => {
    for (const code of ['QQ', 'ZZZ', '', 'x!']) assert.equal(typeof countryName(code, 'en'), 'string');
    assert.equal(countryName('x!', 'en'), 'x!');
    assert.equal(countryName('IT', 'not a language'), 'IT');
  });
});

test('names are joined as the language joins them', () => {
  assert.equal(listText(['Voltaic', 'Skyline', 'Aria'], 'en'), 'Voltaic, Skyline, and Aria');
  assert.equal(listText(['Voltaic', 'Skyline'], 'de'), 'Voltaic und Skyline');
  assert.equal(listText(['Voltaic'], 'ar'), 'Voltaic');
  assert.equal(listText([], 'en'), '');
});

test('a time is written with its zone, in Western digits', () => {
  const at = Date.UTC(2026, 10, 28, 9, 30);
  for (const language of ['en-US', 'en-GB', 'de', 'ar-EG', 'hi', 'vi'])
    assert.match(dateTime(at, language), /2026/);
  assert.match(dateTime(at, 'en-GB'), /(?:UTC|GMT)\S*$/);
  assert.match(plain(dateTime(at, 'en-GB')), /^28 Nov 2026/);
});

describe('the time left', () => {
  const times: readonly (readonly [milliseconds: number, expected: string])[] = [
    [1_800_000, '30:00'],
    [1_799_999, '30:00'],
    [61_000, '1:01'],
    [59_001, '1:00'],
    [9000, '0:09'],
    [1, '0:01'],
    [0, '0:00'],
    [-5000, '0:00'],
    [7_200_000, '120:00'],
  ];
  for (const [milliseconds, expected] of times) {
    test(`of ${milliseconds} ms is ${expected}`, () => {
      assert.equal(timeLeft(milliseconds), expected);
    });
  }
});

test('an address in groups is the same address', () => {
  const address = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';
  assert.equal(groupedAddress(address).join(''), address);
  assert.deepEqual(groupedAddress('abcdefghi'), ['abcd', 'efgh', 'i']);
  assert.deepEqual(groupedAddress(''), []);
});
