/** Workers and strict policies allow no code from texts: neither validation of options nor of orders may try to make any. */
import assert from 'node:assert/strict';
import {test} from 'node:test';

test('no function is made from a text', async () => {
  const attempts: unknown[] = [];
  globalThis.Function = new Proxy(Function, {
    construct: (_, words) => {
      attempts.push(words);
      throw new EvalError('Code generation from strings disallowed');
    },
    apply: (_, __, words) => {
      attempts.push(words);
      throw new EvalError('Code generation from strings disallowed');
    },
  });
  const {openProxy, orderRequest} = await import('./support/fake-api.js');
  const {post} = openProxy(() => Response.json({order_id: 'order-1'}));
  assert.equal((await post('/v5/orders', orderRequest)).status, 200);
  assert.equal((await post('/v5/orders', {deliveries: 5})).status, 400);
  assert.deepEqual(attempts, []);
});
