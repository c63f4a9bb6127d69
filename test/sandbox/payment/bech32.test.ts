import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bech32} from '@scure/base';
import {encodeBech32} from '../../../src/sandbox/payment/bech32.js';

test('bech32 equals that of another library, for every word, for no words, and beyond 90 characters', () => {
  const every = Array.from({length: 32}, (_, word) => word);
  for (const prefix of ['lnbc', 'lntb10u', 'lnbc328330n', 'a']) {
    for (const words of [[], [0], every, every.toReversed(), Array(6).fill(every).flat() as number[]])
      assert.equal(encodeBech32(prefix, words), bech32.encode(prefix, words, false));
  }
});
