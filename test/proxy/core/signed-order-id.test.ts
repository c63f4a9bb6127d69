import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openProxy, orderRequest, secret} from '../support/fake-api.js';

const api = () => Response.json({order_id: 'order-1', order_state: 'Created', payment_value: 22.1678});
const other = 'another-secret-of-the-tests-only';
const signedIdOf = async (response: Response) => ((await response.json()) as {order_id: string}).order_id;

test('the browser gets a signed id, and the API its own', async () => {
  const {requests, get, post} = openProxy(api, {secrets: [secret]});
  const signedId = await signedIdOf(await post('/v5/orders', orderRequest));
  assert.match(signedId, /^order-1\.[A-Za-z0-9_-]{22}$/);
  const order = (await (await get(`/v5/orders/${signedId}`)).json()) as Record<string, unknown>;
  assert.deepEqual(order, {
    order_id: signedId,
    order_state: 'Created',
    payment_value: 22.1678,
    delivered: 'withheld',
  });
  assert.equal(requests[1]!.url.pathname, '/v5/orders/order-1');
});

test('ids that this proxy did not sign are 404 and never reach the API', async () => {
  const {requests, get, post} = openProxy(api, {secrets: [secret]});
  const signedId = await signedIdOf(await post('/v5/orders', orderRequest));
  const signature = signedId.split('.')[1]!;
  const flipped = (signature[0] === 'A' ? 'B' : 'A') + signature.slice(1);
  for (const id of [
    'order-1',
    `order-2.${signature}`,
    `order-1.${flipped}`,
    `order-1.${signature.slice(1)}`,
    'order-1.',
  ]) {
    assert.equal((await get(`/v5/orders/${id}`)).status, 404, id);
    assert.equal((await get(`/v5/orders/${id}/subscribe`)).status, 404, id);
  }
  assert.equal(requests.length, 1);
});

test('a new first key signs while the old one still verifies, until it is removed', async () => {
  const signedId = await signedIdOf(
    await openProxy(api, {secrets: [secret]}).post('/v5/orders', orderRequest),
  );
  const rotated = openProxy(api, {secrets: [other, secret]});
  assert.equal((await rotated.get(`/v5/orders/${signedId}`)).status, 200);
  const fresh = await signedIdOf(await rotated.post('/v5/orders', orderRequest));
  assert.notEqual(fresh, signedId);
  const removed = openProxy(api, {secrets: [other]});
  assert.equal((await removed.get(`/v5/orders/${signedId}`)).status, 404);
  assert.equal((await removed.get(`/v5/orders/${fresh}`)).status, 200);
});

test('raw order ids pass as they are, and a signed one is then unknown', async () => {
  const {get, post} = openProxy(api);
  assert.equal(await signedIdOf(await post('/v5/orders', orderRequest)), 'order-1');
  assert.equal((await get('/v5/orders/order-1')).status, 200);
  assert.equal((await get(`/v5/orders/order-1.${'A'.repeat(22)}`)).status, 404);
});
