import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readTransaction} from '../../src/domain/payment/read-transaction.js';
import {toEmail} from '../../src/domain/recipient.js';
import {supportLink} from '../../src/domain/support-link.js';
import {plainText} from '../../src/domain/typed-text.js';

test('a text is read as it was meant', () => {
  assert.equal(plainText(' \u202a१२३ ٤٥٦ ۷۸۹ ０１２\u202c  \u200bA '), '123 456 789 012 A');
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0xff10]) {
    const digits = Array.from({length: 10}, (_, value) => String.fromCodePoint(zero + value)).join('');
    assert.equal(plainText(digits), '0123456789');
  }
});

test('an e-mail address keeps its name and has its domain in ASCII', () => {
  assert.equal(toEmail('ana@münchen.example'), 'ana@xn--mnchen-3ya.example');
  assert.equal(toEmail(' \u200eAna@shop.example\u200f '), 'Ana@shop.example');
  for (const text of [
    'ａｎａ＠ｓｈｏｐ．ｅｘａｍｐｌｅ',
    'ana@shop。example',
    '<ana@shop.example>',
    '"ana@shop.example"',
    'mailto:ana@shop.example',
    '\u2068ana@\u200bshop.\u00adexample\u2069',
    '\ufeffana@shop.example\u00a0',
    'ana@SHOP｡example',
  ])
    assert.equal(toEmail(text), 'ana@shop.example', text);
  assert.equal(toEmail('ana@MÜNCHEN.Example'), 'ana@xn--mnchen-3ya.example');
  assert.equal(toEmail('ana@mu\u0308nchen.example'), 'ana@xn--mnchen-3ya.example');
  assert.equal(toEmail('ana@пример.рф'), 'ana@xn--e1afmkfd.xn--p1ai');
  assert.equal(toEmail('ana@xn--mnchen-3ya.example'), 'ana@xn--mnchen-3ya.example');
  for (const text of ['ana@mün chen.example', 'ana@münchen', 'a@b@ü.example/x', '', '@ü.example'])
    assert.equal(toEmail(text), undefined, text);
});

test('a transaction is found in what a buyer pastes', () => {
  const hash = 'ab'.repeat(32);
  const signature =
    '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW';
  assert.equal(readTransaction('solana', `https://solscan.io/tx/${signature}`), signature);
  assert.equal(readTransaction('solana', `0x${hash}`), `0x${hash}`);
  assert.equal(readTransaction('ethereum', hash), `0x${hash}`);
  assert.equal(readTransaction('bitcoin', `https://mempool.space/tx/${hash}?mode=details`), hash);
  assert.equal(readTransaction('bitcoin', 'I paid at noon'), undefined);
});

test('a support link stays as the page wrote it', () => {
  assert.equal(
    supportLink('mailto:help@shop.example?body=Hello%20team%2C%20my%20card', 'x.sig'),
    'mailto:help@shop.example?body=Hello%20team%2C%20my%20card&subject=x',
  );
  assert.equal(
    supportLink('https://shop.example/help?a=%7e#top', 'x', 'T 1'),
    'https://shop.example/help?a=%7e&order=x&transaction=T%201#top',
  );
});
