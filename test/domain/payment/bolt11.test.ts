import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {bech32} from '@scure/base';
import {decode} from 'light-bolt11-decoder';
import {readInvoice} from '../../../src/domain/payment/bolt11.js';
import {anInvoice, TEST} from '../../samples/payments.js';
import {seededRandom} from '../../samples/random.js';

/** Examples of the specification, BOLT 11. */
const DONATION =
  'lnbc1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdpl2pkx2ctnv5sxxmmwwd5kgetjypeh2ursdae8g6twvus8g6rfwvs8qun0dfjkxaq9qrsgq357wnc5r2ueh7ck6q93dj32dlqnls087fxdwk8qakdyafkq3yap9us6v52vjjsrvywa6rt52cm9r9zqt8r2t7mlcwspyetp5h2tztugp9lfyql';
const COFFEE =
  'lnbc2500u1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpu9qrsgquk0rl77nj30yxdy8j9vdx85fkpmdla2087ne0xh8nhedh8w27kyke0lp53ut353s06fv3qfegext0eh0ymjpf39tuven09sam30g4vgpfna3rh';
const TESTNET =
  'lntb20m1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygshp58yjmdan79s6qqdhdzgynm4zwqd5d7xmw5fk98klysy043l2ahrqspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqfpp3x9et2e20v6pu37c5d9vax37wxq72un989qrsgqdj545axuxtnfemtpwkc45hx9d2ft7x04mt8q7y6t0k2dge9e7h8kpy9p34ytyslj3yu569aalz2xdk8xkd7ltxqld94u8h2esmsmacgpghe9k8';

const CREATED = 1_496_314_658_000;

describe('an invoice', () => {
  test('of the specification says its amount and its end', () => {
    assert.deepEqual(readInvoice(COFFEE), {amount: '0.002500', expiresAt: CREATED + 60_000});
    assert.deepEqual(readInvoice(DONATION), {amount: undefined, expiresAt: CREATED + 3_600_000});
  });

  test('is read in upper case too, but not in both', () => {
    assert.deepEqual(readInvoice(COFFEE.toUpperCase()), readInvoice(COFFEE));
    assert.equal(readInvoice(`L${COFFEE.slice(1)}`), undefined);
  });

  test('reads as an independent decoder reads it', () => {
    const random = seededRandom(11);
    for (let time = 0; time < 30; time++) {
      const millisatoshis = String(Math.floor(random() * 10 ** (1 + Math.floor(random() * 12))) + 1);
      const timestamp = 1_700_000_000 + Math.floor(random() * 100_000_000);
      const expiry = 1 + Math.floor(random() * 100_000);
      const text = anInvoice(millisatoshis, {timestamp, expiry});
      const {sections} = decode(text) as {sections: {name: string; value?: unknown}[]};
      const section = (name: string) => sections.find(found => found.name === name)?.value;
      const {amount = '', expiresAt = 0} = readInvoice(text) ?? {};
      assert.equal(BigInt(String(section('amount'))), inMillisatoshis(amount), text);
      assert.equal(expiresAt, (Number(section('timestamp')) + expiry) * 1000);
    }
  });

  test('for a test network is none', () => {
    assert.equal(readInvoice(TESTNET), undefined);
    assert.equal(readInvoice(anInvoice('1000', {network: TEST})), undefined);
  });

  test('with one character changed is none', () => {
    for (let at = 4; at < COFFEE.length; at++) {
      const changed = COFFEE.slice(0, at) + (COFFEE[at] === 'q' ? 'p' : 'q') + COFFEE.slice(at + 1);
      assert.equal(readInvoice(changed), undefined, `character ${at}`);
    }
  });

  test('is nothing else that bech32 can hold', () => {
    const words = new Array<number>(200).fill(0);
    for (const prefix of ['bc', 'lnbc', 'lnbcrt', 'lnbc0n', 'lnbc1x', 'lnbc-1', 'lnbcm'])
      assert.equal(readInvoice(bech32.encode(prefix, words.slice(0, 110), false)), undefined, prefix);
    assert.equal(readInvoice(bech32.encode('lnbc1', words.slice(0, 110), false)), undefined, 'too short');
    assert.ok(readInvoice(bech32.encode('lnbc1', words, false)));
    for (const text of ['', 'lnbc', 'lnbc1', '1', 'bitcoin:1']) assert.equal(readInvoice(text), undefined);
  });

  test('whose tags promise more than there is, is read without harm', () => {
    const words = [0, 0, 0, 0, 0, 0, 0, 6, 31, 31, ...new Array<number>(150).fill(1)];
    assert.ok(readInvoice(bech32.encode('lnbc1', words, false)));
  });
});

function inMillisatoshis(bitcoin: string): bigint {
  const [whole = '0', fraction = ''] = bitcoin.split('.');
  return BigInt(whole + fraction.replace(/0+$/, '').padEnd(11, '0'));
}
