import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fuzzPayments} from './payments.js';

test('whatever is drawn is read by the reference readers as exactly the order', () => {
  const {orders, payable, read} = fuzzPayments({seed: 13, orders: 20_000, time: 20_000});
  // So few on the slowest machine, too: a run that draws nothing would show nothing.
  assert.ok(orders > 100 && payable > orders / 10 && read > orders / 20, `${orders}, ${payable}, ${read}`);
});
