import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {OrderJson} from '../../../src/sandbox/index.js';
import {createHarness, orderRequest, start} from '../harness.js';

test('every response has the date of the sandbox clock', async () => {
  const {sandbox, headers, pass, order} = createHarness();
  const {order_id} = await order();
  const dateOf = async (path: string) => {
    const response = await sandbox(`https://api.test${path}`, {headers});
    return Date.parse(response.headers.get('Date') ?? '');
  };
  assert.equal(await dateOf('/v3/payment_vias'), start);
  assert.equal(await dateOf('/nowhere'), start);
  pass(3_600_000);
  assert.equal(await dateOf('/v3/payment_vias'), start + 3_600_000);
  assert.equal(await dateOf(`/v5/orders/${order_id}/subscribe`), start + 3_600_000);
  sandbox.fault({fault: 'status', status: 429});
  assert.equal(await dateOf('/v3/payment_vias'), start + 3_600_000);
});

test('time can pass over HTTP, and orders change with it', async () => {
  const {post, get, order, stateOf} = createHarness();
  const {order_id} = await order();
  const {body} = await post<{now: number}>('/sandbox/clock', {milliseconds: 30 * 60_000});
  assert.equal(body.now, start + 30 * 60_000);
  assert.deepEqual((await get('/sandbox/clock')).body, body);
  assert.equal(await stateOf(order_id), 'Expired');
  for (const milliseconds of [-1, 1.5, 'soon', undefined])
    assert.equal((await post('/sandbox/clock', {milliseconds})).status, 400);
});

test('time can pass in code, and streams send the change at once', async () => {
  const {sandbox, order, headers} = createHarness();
  const {order_id} = await order({email: 'expired@sandbox.test'});
  const {body} = await sandbox(`https://api.test/v5/orders/${order_id}/subscribe`, {headers});
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  sandbox.pass(3000);
  assert.equal(sandbox.now(), start + 3000);
  const {value} = (await reader?.read()) ?? {};
  assert.match(value ?? '', /"order_state":"Expired"/);
  await reader?.cancel();
  assert.throws(() => sandbox.pass(-1), RangeError);
});

test('a reset over HTTP removes orders, faults and passed time', async () => {
  const {post, get, order, sandbox} = createHarness();
  await order();
  sandbox.fault({fault: 'status'});
  sandbox.pass(1000);
  assert.equal((await post('/sandbox/reset')).status, 200);
  assert.deepEqual(sandbox.orders(), []);
  assert.deepEqual((await get('/sandbox/faults')).body, []);
  assert.deepEqual((await get('/sandbox/clock')).body, {now: start});
});

test('an order can be put into any state', async () => {
  const {post, order, pass, stateOf} = createHarness();
  const made = await order();
  const put = (body: unknown) => post<OrderJson>(`/sandbox/orders/${made.order_id}/state`, body);
  const {body} = await put({order_state: 'WaitingForGodot', payment_state: 'Whatever', sent_percent: 25});
  assert.equal(body.order_state, 'WaitingForGodot');
  assert.equal(body.payment_state, 'Whatever');
  assert.ok(Math.abs(Number(body.sent_coin_amount) * 4 - Number(made.coin_amount)) < 1e-7);
  pass(3_600_000);
  assert.equal(await stateOf(made.order_id), 'WaitingForGodot');
  assert.equal((await put({order_state: 'Done', sent_percent: 100})).body.payment_state, 'Whatever');
  for (const bad of [null, {order_state: 5}, {sent_percent: -1}, {sent_percent: 'all'}])
    assert.equal((await put(bad)).status, 400);
});

test('without required headers one key and body make one order', async () => {
  for (const requireHeaders of [true, false]) {
    const {sandbox, headers} = createHarness({requireHeaders});
    const create = async (key: string, body: object) => {
      const init = {
        method: 'POST',
        headers: {...headers, 'Idempotency-Key': key},
        body: JSON.stringify(body),
      };
      return (await (await sandbox('https://api.test/v5/orders', init)).json()) as OrderJson;
    };
    const first = await create('one', orderRequest());
    const again = await create('one', orderRequest());
    assert.equal(again.order_id === first.order_id, !requireHeaders);
    await create('two', orderRequest());
    await create('one', orderRequest({delivery: {product_value: '30'}}));
    assert.equal(sandbox.orders().length, requireHeaders ? 4 : 3);
  }
});
