import assert from 'node:assert/strict';
import {test} from 'node:test';
import {invoice} from '../../src/sandbox/invoice.js';
import {createHarness} from './harness.js';

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** The checksum of BIP 173 as its reference code has it; 1 is right. */
function bech32Sum(text: string): number {
  const split = text.lastIndexOf('1');
  const prefix = [...text.slice(0, split)].map(character => character.charCodeAt(0));
  const words = [...text.slice(split + 1)].map(character => alphabet.indexOf(character));
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const value of [...prefix.map(code => code >> 5), 0, ...prefix.map(code => code & 31), ...words]) {
    const top = sum >> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, constant] of generator.entries()) if ((top >> bit) & 1) sum ^= constant;
  }
  return sum;
}

test('a Lightning invoice has a right checksum, the amount, and the time', () => {
  const text = invoice({coinAmount: '0.00032833', createdAt: 1787679708, orderId: 'x'});
  assert.match(text, /^lnbc328330n1/);
  assert.equal(bech32Sum(text), 1);
  const words = [...text.slice(text.lastIndexOf('1') + 1)].map(character => alphabet.indexOf(character));
  assert.equal(
    words.slice(0, 7).reduce((sum, word) => sum * 32 + word, 0),
    1787679708,
  );
});

test('bech32 addresses have a right checksum', async () => {
  const {order} = createHarness();
  for (const coin of ['BTC', 'LTC']) {
    assert.equal(bech32Sum((await order({payment: {coin, network: 'Mainnet'}})).wallet_address), 1, coin);
  }
});
