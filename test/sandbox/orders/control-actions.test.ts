import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type ControlAction, controlActions, type OrderJson, scenarios} from '../../../src/sandbox/index.js';
import {createHarness} from '../harness.js';

const after: Record<ControlAction, string> = {
  pay: 'PaymentReceived',
  underpay: 'WaitingForPayment',
  overpay: 'PaymentReceived',
  expire: 'Expired',
  fail: 'PaymentFailed',
  refund: 'Refunded',
  hold: 'WaitingForManualAction',
  advance: 'PaymentReceived',
  detect: 'PaymentStarted',
  misdirect: 'WaitingForManualAction',
  cancel: 'Canceled',
};

for (const action of controlActions) {
  test(`${action} turns a new order to ${after[action]}, without headers`, async () => {
    const {sandbox, order, get} = createHarness();
    const {order_id} = await order();
    const url = `https://api.test/sandbox/orders/${order_id}/${action}`;
    const response = await sandbox(new Request(url, {method: 'POST'}));
    assert.equal(response.status, 200);
    const body = (await response.json()) as OrderJson;
    assert.equal(body.order_state, after[action]);
    assert.deepEqual((await get(`/v5/orders/${order_id}`)).body, body);
  });
}

test('an id may carry the signature of a proxy', async () => {
  const {order, post} = createHarness();
  const {order_id} = await order();
  assert.equal((await post(`/sandbox/orders/${order_id}.c2lnbmF0dXJl/pay`)).status, 200);
});

test('an impossible action is a conflict with its reason', async () => {
  const {sandbox, order, pass, post} = createHarness();
  const {order_id} = await order();
  sandbox.control(order_id, 'pay');
  pass(2500);
  for (const action of controlActions) {
    const {status, body} = await post<{message: string}>(`/sandbox/orders/${order_id}/${action}`);
    assert.equal(status, 409, action);
    assert.match(body.message, /Done/);
  }
  assert.throws(() => sandbox.control(order_id, 'pay'), /Done/);
  assert.throws(() => sandbox.control('nope', 'pay'), /nope/);
});

test('an underpaid order can be topped up', async () => {
  const {sandbox, order, pass, stateOf} = createHarness();
  const {order_id} = await order();
  sandbox.control(order_id, 'underpay');
  assert.equal(sandbox.control(order_id, 'pay').sent_coin_amount, sandbox.orders()[0]?.coin_amount);
  pass(2500);
  assert.equal(await stateOf(order_id), 'Done');
});

test('an underpaid order still expires when its window ends', async () => {
  const {sandbox, order, pass} = createHarness();
  const {order_id} = await order();
  sandbox.control(order_id, 'underpay');
  pass(30 * 60_000);
  assert.equal(sandbox.orders()[0]?.order_state, 'Expired');
  assert.notEqual(sandbox.orders()[0]?.sent_coin_amount, '0');
});

test('advance goes one step at a time, and the clock goes none', async () => {
  const {sandbox, order, pass} = createHarness();
  const {order_id} = await order();
  const states = [1, 2, 3].map(() => {
    pass(60_000);
    return sandbox.control(order_id, 'advance').order_state;
  });
  assert.deepEqual(states, ['PaymentReceived', 'WaitingForDelivery', 'Done']);
});

test('a held order advances to Done', async () => {
  const {sandbox, order} = createHarness();
  const {order_id} = await order();
  sandbox.control(order_id, 'hold');
  assert.equal(sandbox.control(order_id, 'advance').order_state, 'Done');
});

test('an unknown order or action is a 404', async () => {
  const {order, post} = createHarness();
  const {order_id} = await order();
  assert.equal((await post('/sandbox/orders/nope/pay')).status, 404);
  assert.equal((await post(`/sandbox/orders/${order_id}/dance`)).status, 404);
});

test('orders and scenarios can be listed', async () => {
  const {order, get} = createHarness();
  const ids = [(await order()).order_id, (await order()).order_id];
  const {body} = await get<OrderJson[]>('/sandbox/orders');
  assert.deepEqual(
    body.map(({order_id}) => order_id),
    ids.reverse(),
  );
  assert.deepEqual((await get('/sandbox/scenarios')).body, scenarios);
});
