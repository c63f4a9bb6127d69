import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSandbox, type OrderJson, scenarios} from '../../../src/sandbox/index.js';
import {createHarness, orderRequest, start} from '../harness.js';

test('an order is paid, in delivery a second later, and done two and a half seconds after the payment', async () => {
  const {sandbox, order, pass, stateOf} = createHarness();
  const {order_id} = await order();
  const states = [await stateOf(order_id)];
  sandbox.control(order_id, 'pay');
  for (const wait of [0, 999, 1, 1499, 1]) {
    pass(wait);
    states.push(await stateOf(order_id));
  }
  assert.deepEqual(states, [
    'WaitingForPayment',
    'PaymentReceived',
    'PaymentReceived',
    'WaitingForDelivery',
    'WaitingForDelivery',
    'Done',
  ]);
});

test('an unpaid order expires after thirty minutes, and a late payment still delivers it', async () => {
  const {sandbox, order, pass, stateOf} = createHarness();
  const {order_id} = await order();
  pass(30 * 60_000 - 1);
  assert.equal(await stateOf(order_id), 'WaitingForPayment');
  pass(1);
  assert.equal(await stateOf(order_id), 'Expired');
  sandbox.control(order_id, 'pay');
  pass(2500);
  assert.equal(await stateOf(order_id), 'Done');
});

test('an order has the fields of the wire, and no status', async () => {
  const {order} = createHarness();
  const made = await order({rest: {refund_wallet_address: 'bc1refund'}});
  assert.match(made.order_id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(made.created_at, String(start / 1000));
  assert.equal(made.payment_state, 'WalletCreated');
  assert.equal(made.sent_coin_amount, '0');
  assert.equal(made.original_price, made.coin_amount);
  assert.equal(typeof made.payment_value, 'number');
  assert.equal(made.is_payment_processor_external, false);
  assert.equal(made.refund_wallet_address, 'bc1refund');
  assert.equal(made.deliveries[0]?.delivery_state, 'WaitingForPayment');
  assert.ok(!('status' in made) && !('id' in made));
});

test('times are text on some orders and numbers on others', async () => {
  const {order} = createHarness();
  const types = [await order(), await order(), await order()].map(made => typeof made.created_at);
  assert.deepEqual(types, ['string', 'string', 'number']);
});

test('a card is delivered with code, serial and instructions', async () => {
  const {sandbox, order, pass} = createHarness();
  const {order_id} = await order();
  sandbox.control(order_id, 'pay');
  assert.ok(!('pin_code' in (sandbox.orders()[0]?.deliveries[0]?.deliverable ?? {})));
  pass(2500);
  const delivery = sandbox.orders()[0]?.deliveries[0];
  assert.equal(delivery?.delivery_state, 'Succeeded');
  const {pin_code, pin_serial, redeem_instructions} = {...delivery?.deliverable} as Record<string, string>;
  assert.match(pin_code ?? '', /^[A-Z2-9]{4}-[A-Z2-9]{6}-[A-Z2-9]{4}$/);
  assert.match(pin_serial ?? '', /^\d{10}$/);
  assert.match(redeem_instructions ?? '', /^<ol><li>/);
});

test('a top-up is delivered with a reference, an eSIM with an activation code, a link as a link', async () => {
  const {sandbox, order, pass} = createHarness();
  await order({
    delivery: {brand_name: 'Beacon Mobile', denomination: '10 USD', beneficiary_account: '+12025550123'},
  });
  await order({delivery: {brand_name: 'Roamly eSIM', denomination: '1 GB 7 days'}});
  await order({email: 'link@sandbox.test'});
  for (const {order_id} of sandbox.orders()) sandbox.control(order_id, 'pay');
  pass(2500);
  const [link, esim, topup] = sandbox
    .orders()
    .map(made => made.deliveries[0]?.deliverable as Record<string, string>);
  assert.match(topup?.operator_reference ?? '', /^\d{12}$/);
  assert.ok(!topup?.pin_code);
  assert.match(esim?.pin_code ?? '', /^LPA:1\$smdp\.example\.com\$[A-Z2-9-]+$/);
  assert.match(link?.pin_code ?? '', /^https:\/\//);
});

test("an order that names no network gets the coin's first one", async () => {
  const {order} = createHarness();
  assert.equal((await order({payment: {coin: 'USDC', network: undefined}})).network, 'Polygon (Matic)');
});

test('scenarios play by themselves', async () => {
  const ways: Record<string, readonly string[]> = {
    paid: ['WaitingForPayment', 'PaymentReceived', 'WaitingForDelivery', 'Done'],
    slow: ['WaitingForPayment', 'PaymentStarted', 'PaymentReceived', 'WaitingForDelivery', 'Done'],
    underpaid: ['WaitingForPayment', 'Expired'],
    overpaid: ['WaitingForPayment', 'PaymentReceived', 'WaitingForDelivery', 'Done'],
    'exchange-fee': ['WaitingForPayment', 'Expired'],
    partial: ['WaitingForPayment', 'PartialPaymentStarted', 'Expired'],
    'topped-up': ['WaitingForPayment', 'PaymentReceived', 'WaitingForDelivery', 'Done'],
    'underpaid-refunded': ['WaitingForPayment', 'Expired', 'Refunded'],
    late: ['WaitingForPayment', 'Expired', 'PaymentReceived', 'WaitingForDelivery', 'Done'],
    short: ['WaitingForPayment', 'Expired'],
    'setup-failed': ['PaymentSetupFailed'],
    canceled: ['WaitingForPayment', 'Canceled'],
    cancelled: ['WaitingForPayment', 'Cancelled'],
    'wrong-coin': ['WaitingForPayment', 'WaitingForManualAction'],
    'wrong-network': ['WaitingForPayment', 'WaitingForManualAction'],
    expired: ['WaitingForPayment', 'Expired'],
    failed: ['WaitingForPayment', 'PaymentFailed'],
    refunded: ['WaitingForPayment', 'PaymentReceived', 'WaitingForDelivery', 'Refunded'],
    held: ['WaitingForPayment', 'PaymentReceived', 'WaitingForManualAction', 'Done'],
    'unknown-state': ['WaitingForPayment', 'PaymentReceived', 'WaitingForTheTide', 'Done'],
  };
  const names = scenarios.map(({email}) => email.replace('@sandbox.test', ''));
  assert.deepEqual(
    Object.keys(ways).filter(name => !names.includes(name)),
    [],
  );
  for (const [name, way] of Object.entries(ways)) {
    const {sandbox, order, pass} = createHarness();
    await order({email: `${name}@sandbox.test`});
    const states: string[] = [];
    for (let waited = 0; waited <= 31 * 60; waited += waited < 60 ? 0.5 : 60) {
      const state = sandbox.orders()[0]?.order_state ?? '';
      if (states.at(-1) !== state) states.push(state);
      pass(waited < 60 ? 500 : 60_000);
    }
    assert.deepEqual(states, way, name);
  }
});

test('the amount that arrived is in the coin', async () => {
  const sentBy = async (name: string) => {
    const {sandbox, order, pass} = createHarness();
    await order({email: `${name}@sandbox.test`});
    pass(5000);
    const made = sandbox.orders()[0] as OrderJson;
    return Number(made.sent_coin_amount) / Number(made.coin_amount);
  };
  assert.equal(await sentBy('paid'), 1);
  assert.ok(Math.abs((await sentBy('underpaid')) - 0.5) < 0.001);
  assert.ok(Math.abs((await sentBy('overpaid')) - 1.5) < 0.001);
  assert.ok(Math.abs((await sentBy('exchange-fee')) - 0.98) < 0.001);
  assert.equal(await sentBy('wrong-network'), 0);
});

test('an unknown order is a 404 in the shape of the API', async () => {
  const {get} = createHarness();
  for (const path of ['/v5/orders/nope', '/v5/orders/nope/subscribe']) {
    const {status, body} = await get<{status: number; detail: string; message: string}>(path);
    assert.equal(status, 404);
    assert.equal(body.detail, 'ORDER_NOT_FOUND');
    assert.equal(typeof body.message, 'string');
  }
});

test('the same seed, clock and requests give the same responses, and another seed other ids', async () => {
  const run = async (seed: number) => {
    const harness = createHarness({seed});
    const {order_id} = await harness.order();
    harness.sandbox.control(order_id, 'pay');
    harness.pass(2500);
    return JSON.stringify(harness.sandbox.orders());
  };
  assert.equal(await run(1), await run(1));
  assert.notEqual(await run(1), await run(2));
});

test('reset removes all orders and starts the ids anew', async () => {
  const {sandbox, order} = createHarness();
  const {order_id} = await order();
  sandbox.reset();
  assert.deepEqual(sandbox.orders(), []);
  assert.equal((await order()).order_id, order_id);
});

test('given orders exist from the start and after a reset', async () => {
  const order_id = '00000000-0000-4000-8000-000000000001';
  const {sandbox, stateOf} = createHarness({orders: [{...orderRequest(), order_id}]});
  assert.equal(await stateOf(order_id), 'WaitingForPayment');
  sandbox.reset();
  assert.equal(await stateOf(order_id), 'WaitingForPayment');
  assert.throws(() => createSandbox({orders: [{}]}), TypeError);
});
