import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createHarness} from '../harness.js';

async function after(word: string, wait: number) {
  const {order, pass, sandbox} = createHarness();
  await order({email: `${word}@sandbox.test`});
  pass(wait);
  const [made] = sandbox.orders();
  assert.ok(made);
  return made;
}

test('an underpaid order has the received amount in both fields', async () => {
  const made = await after('underpaid', 3000);
  assert.equal(made.order_state, 'WaitingForPayment');
  assert.equal(made.received_amount, made.sent_coin_amount);
  const doubled = Number(made.sent_coin_amount) * 2;
  assert.ok(Math.abs(doubled - Number(made.coin_amount)) < 1e-7);
});

test('an unpaid order has no received amount', async () => {
  const made = await after('underpaid', 0);
  assert.equal(made.sent_coin_amount, '0');
  assert.ok(!('received_amount' in made));
});

test('a topped up order is paid in full', async () => {
  assert.equal((await after('topped-up', 7999)).order_state, 'WaitingForPayment');
  const made = await after('topped-up', 8000);
  assert.equal(made.order_state, 'PaymentReceived');
  assert.equal(made.sent_coin_amount, made.coin_amount);
});

test('a refund has amount, currency and reason', async () => {
  const whole = await after('refunded', 6000);
  assert.deepEqual(whole.refund, {
    amount: whole.coin_amount,
    currency: 'BTC',
    reason: 'DELIVERY_FAILED',
  });
  assert.equal(whole.deliveries[0]?.delivery_state, 'Failed');
  const half = await after('underpaid-refunded', 9000);
  assert.equal(half.refund?.amount, half.sent_coin_amount);
  assert.equal(half.refund?.reason, 'UNDERPAID');
});

test('a payment that could not be set up has no address', async () => {
  const made = await after('setup-failed', 0);
  assert.equal(made.order_state, 'PaymentSetupFailed');
  assert.equal(made.wallet_address, null);
  assert.equal(made.qr_text, null);
});

test('a stray payment counts as nothing, and the order says that support is looking into it', async () => {
  for (const [word, where] of [
    ['wrong-coin', /another coin/],
    ['wrong-network', /another network/],
  ] as const) {
    const made = await after(word, 3000);
    assert.equal(made.order_state, 'WaitingForManualAction');
    assert.equal(made.sent_coin_amount, '0');
    assert.match(JSON.stringify(made.deliveries), where);
  }
});

test('an unknown payment state comes with a known order state', async () => {
  const made = await after('unknown-payment', 0);
  assert.equal(made.payment_state, 'PaymentAfloat');
  assert.equal(made.order_state, 'WaitingForPayment');
});

test('words can be combined', async () => {
  assert.equal((await after('short+underpaid', 89_999)).order_state, 'WaitingForPayment');
  const over = await after('short+underpaid', 90_000);
  assert.equal(over.order_state, 'Expired');
  assert.notEqual(over.sent_coin_amount, '0');
  const linked = await after('paid+link', 5500);
  assert.match(JSON.stringify(linked.deliveries), /"pin_code":"https:/);
});
