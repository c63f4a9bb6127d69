import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {isEmail, readablePhone, toAddress, toPhone} from '../../src/domain/recipient.js';

const addresses: Record<string, boolean> = {
  'buyer@example.com': true,
  'first.last+tag@sub.example.co.uk': true,
  "o'brien@example.com": true,
  'a@b.co': true,
  '1@2.3': true,
  'UPPER@EXAMPLE.COM': true,
  'buyer@xn--bcher-kva.example': true,
  '': false,
  buyer: false,
  '@example.com': false,
  'buyer@': false,
  'buyer@localhost': false,
  'buyer@example': false,
  'buyer@.com': false,
  'buyer@example..com': false,
  'buyer@-example.com': false,
  'buyer@example-.com': false,
  'buyer@example.com.': false,
  'two@at@example.com': false,
  'with space@example.com': false,
  ' buyer@example.com': false,
  'buyer@example.com\n': false,
  'buyer@example.com,other@example.com': false,
  'Buyer <buyer@example.com>': false,
  'buyer@[127.0.0.1]': false,
  'bücher@example.com': false,
  'buyer@exämple.com': false,
  [`${'a'.repeat(243)}@example.com`]: false,
};

for (const [text, expected] of Object.entries(addresses)) {
  const shown = text.length > 60 ? `${text.length} characters` : JSON.stringify(text);
  test(`${shown} is ${expected ? 'an' : 'no'} e-mail address`, () => {
    assert.equal(isEmail(text), expected);
  });
}

test('a text made to be slow is refused at once', () => {
  const startedAt = performance.now();
  assert.equal(isEmail(`a@${'a.'.repeat(120)}`), false);
  assert.equal(isEmail(`${'a'.repeat(1_000_000)}@`), false);
  assert.ok(performance.now() - startedAt < 1000);
});

const phones: Record<string, string | undefined> = {
  '+12025550123': '+12025550123',
  '+1 (202) 555-0123': '+12025550123',
  '+1.202.555.0123': '+12025550123',
  '+1\u00a0202\u2011555\u20130123': '+12025550123',
  '0012025550123': '+12025550123',
  ' +84 912 345 678 ': '+84912345678',
  '+1234567': '+1234567',
  '+123456789012345': '+123456789012345',
  '+1234567890123456': undefined,
  '+123456': undefined,
  '+02025550123': undefined,
  '2025550123': undefined,
  '0912345678': undefined,
  '++12025550123': undefined,
  '+1202555O123': undefined,
  '+1 202 555 0123 ext 4': undefined,
  '+١٢٠٢٥٥٥٠١٢٣': '+12025550123',
  '+٨٤٩١٢٣٤٥٦٧٨': '+84912345678',
  '+۸۴۹۱۲۳۴۵۶۷۸': '+84912345678',
  '＋８４ ９１２ ３４５ ６７８': '+84912345678',
  '\u202a+84 912 345 678\u202c': '+84912345678',
  '+84\u200b912\u200d345\ufeff678': '+84912345678',
  '+44 (0)7911 123456': '+447911123456',
  '+44 07911 123456': '+447911123456',
  '+39 06 1234 5678': '+390612345678',
  // A prefix that is dialled inside the country alone, and is no zero.
  '+7 8 912 345-67-89': '+79123456789',
  '+7 (8) 912 345 67 89': '+79123456789',
  '+78 800 555 35 35': '+78005553535',
  '+7 812 345 67 89': '+78123456789',
  '+7 0 912 345 67 89': '+79123456789',
  '+36 06 20 123 4567': '+36201234567',
  '+36 (06) 1 234 5678': '+3612345678',
  '+36 20 123 4567': '+36201234567',
  '+36 62 123 456': '+3662123456',
  '+370 8 612 34567': '+37061234567',
  '+370 0 612 34567': '+37061234567',
  '+370 8 12 34567': '+37081234567',
  '+375 8 029 123 45 67': '+375291234567',
  '+375 (80)29 123-45-67': '+375291234567',
  '+375 0 29 123 45 67': '+375291234567',
  '+375 800 123 456': '+375800123456',
  '+993 8 65 123456': '+99365123456',
  '+998 8 90 123 45 67': '+998901234567',
  '+1 1 202 555 0123': '+12025550123',
  '+52 01 55 1234 5678': '+525512345678',
  // May still be dialled so, in Mexico with the 1 of before 2019, in Argentina with the 9 of mobile numbers.
  '+52 1 55 1234 5678': '+5215512345678',
  '+54 9 11 1234 5678': '+5491112345678',
  '+54 0 11 1234 5678': '+541112345678',
  '+55 (0)11 91234-5678': '+5511912345678',
  '+55 011 91234 5678': '+5511912345678',
  '+880 01712 345678': '+8801712345678',
  '+44 (0)07911 123456': '+447911123456',
  '+44 ( 0 ) 7911 123456': '+447911123456',
  '+44 [0] 7911 123456': '+447911123456',
  '+44（０）7911 123456': '+447911123456',
  '+٤٤ (٠)٧٩١١ ١٢٣٤٥٦': '+447911123456',
  '+८४ ९१२ ३४५ ६७८': '+84912345678',
  '+𝟖𝟒 912 345 678': '+84912345678',
  '\u2066+84\u2069 912\u00ad345\u2060678': '+84912345678',
  '+49/170/1234567': '+491701234567',
  '+49 170 − 1234567': '+491701234567',
  'tel:+49-170-1234567': '+491701234567',
  'TEL:0049 170 1234567': '+491701234567',
  // A zero that is part of the number.
  '+225 07 07 12 34 56': '+2250707123456',
  '+229 01 97 12 34 56': '+2290197123456',
  '+241 06 12 34 56': '+24106123456',
  '+242 06 612 3456': '+242066123456',
  '+378 0549 123456': '+3780549123456',
  '+992 01 602 1365': '+992016021365',
  '+39 (0)333 123 4567': '+393331234567',
  '+0 7911 123456': undefined,
  '+4４': undefined,
  '+': undefined,
  '': undefined,
};

for (const [text, expected] of Object.entries(phones)) {
  test(`${JSON.stringify(text)} is ${expected ?? 'no phone number'}`, () => {
    assert.equal(toPhone(text), expected);
  });
}

describe('a number in groups', () => {
  test('reads well', () => {
    assert.equal(readablePhone('+12025550123'), '+1 202 555 0123');
  });

  test('is the same number, of every length', () => {
    for (let length = 7; length <= 15; length += 1) {
      const phone = `+${'123456789012345'.slice(0, length)}`;
      assert.equal(readablePhone(phone).replaceAll(' ', ''), phone);
      assert.equal(toPhone(readablePhone(phone)), phone);
    }
  });
});

describe('a refund address', () => {
  const address = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
  for (const text of [
    address,
    `  ${address}\n`,
    `\u202a${address}\u202c`,
    `\u200b${address.slice(0, 9)}\u200b${address.slice(9)}\ufeff`,
    address.match(/.{1,4}/g)?.join(' ') ?? '',
    `<${address}>`,
    `(${address})`,
    `[ ${address} ]`,
    `"${address}"`,
    `“${address}”`,
    `«\u00a0${address}\u00a0»`,
    address.replace('bc1q', 'ｂｃ１ｑ'),
  ]) {
    test(`pasted as ${JSON.stringify(text)} is the address alone`, () =>
      assert.equal(toAddress(text), address));
  }

  test('keeps the signs and the case that belong to it', () => {
    for (const text of [
      `0:${'ab'.repeat(32)}`,
      'UQDYzZmfsrGzhObKJUw4gzdeIxEai3jAFbiGKGwxvxHinf4K',
      'EQ_-a+/=',
    ])
      assert.equal(toAddress(text), text);
    assert.equal(toAddress(' \u200b '), '');
  });
});
