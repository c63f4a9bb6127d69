import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ChainName} from '../../../../src/domain/payment/chains/chain.js';
import {isTransactionId} from '../../../../src/domain/payment/chains/index.js';

const hash = 'a1b2'.repeat(16);
const signature = '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW';

const accepted: readonly (readonly [ChainName | undefined, string])[] = [
  ['bitcoin', hash],
  ['lightning', hash],
  ['litecoin', hash.toUpperCase()],
  ['dogecoin', hash],
  ['tron', hash],
  ['ethereum', `0x${hash}`],
  ['solana', signature],
  ['ton', hash],
  ['ton', 'sxOplLUCShZxn2kTkyjrdZWWw4olIZAosUb+zcNiHf4='],
  ['ton', 'sxOplLUCShZxn2kTkyjrdZWWw4olIZAosUb-zcNiHf4'],
  ['sui', 'G1ZyTb3WgUMkGqfHqmvZ3rKkS3LXMyBgyKfGmPqmjEBr'],
  [undefined, `tx_${hash}`],
];

const refused: readonly (readonly [ChainName | undefined, string])[] = [
  ['bitcoin', `0x${hash}`],
  ['bitcoin', hash.slice(1)],
  ['ethereum', hash],
  ['ethereum', `0x${hash}0`],
  ['solana', hash],
  ['solana', signature.replace('V', '0')],
  ['ton', `${hash}00`],
  ['sui', hash],
  ['tron', 'https://tronscan.org'],
  [undefined, 'too short'],
  [undefined, ''],
];

test('ids of transactions are recognised', () => {
  for (const [chain, text] of accepted) assert.ok(isTransactionId(chain, text), `${chain} ${text}`);
  for (const [chain, text] of refused) assert.equal(isTransactionId(chain, text), false, `${chain} ${text}`);
});
