import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scenarios} from '../../../src/sandbox/index.js';
import {createHarness, orderRequest} from '../harness.js';

const payments = [
  {coin: 'BTC', network: 'Mainnet'},
  {coin: 'USDC', network: 'Solana'},
];
const deliveries = [{}, {brand_name: 'Roamly eSIM', denomination: '1 GB 7 days'}];
const plain = 'buyer@sandbox.test';

/** Returns all responses to a buyer with this e-mail, in two coins and for two products, paid by a control action if needed. */
async function story(email: string): Promise<string> {
  const seen: unknown[] = [];
  for (const payment of payments) {
    for (const delivery of deliveries) {
      const {post, sandbox, pass} = createHarness();
      const body = orderRequest({email, payment, delivery});
      seen.push(await post('/v5/orders/validations', body), await post('/v5/orders', body));
      for (const wait of [4000, 6000, 10_000, 80_000]) {
        pass(wait);
        seen.push(sandbox.orders());
      }
      sandbox.reset();
      seen.push(await post('/v5/orders', body));
      const [made] = sandbox.orders();
      if (made?.order_state !== 'WaitingForPayment') continue;
      sandbox.control(made.order_id, 'pay');
      for (const wait of [2500, 10_000]) {
        pass(wait);
        seen.push(sandbox.orders());
      }
    }
  }
  // The ids of validated lines follow from the whole request, the e-mail included.
  return JSON.stringify(seen)
    .replaceAll(email, plain)
    .replace(/[\da-f]{8}-[\da-f-]{27}/g, 'ID');
}

test('no two scenarios are the same', async () => {
  const stories = new Map([[await story(plain), plain]]);
  for (const {email} of scenarios) {
    const text = await story(email);
    const same = stories.get(text);
    // These are two spellings of one problem.
    if (email.startsWith('problem-kyc-missing@')) assert.equal(same, 'kyc_missing@sandbox.test');
    else assert.equal(same, undefined, `${email} goes like ${same}`);
    stories.set(text, email);
  }
});

test('an e-mail of another domain changes nothing, and case is ignored', async () => {
  const {order, pass, stateOf} = createHarness();
  const other = await order({email: 'failed@example.com'});
  const loud = await order({email: 'FAILED@Sandbox.Test'});
  pass(3000);
  assert.equal(await stateOf(other.order_id), 'WaitingForPayment');
  assert.equal(await stateOf(loud.order_id), 'PaymentFailed');
});

test('the words of a beneficiary count when the e-mail of the buyer has none', async () => {
  const {order, pass, stateOf} = createHarness();
  const made = await order({delivery: {beneficiary_account: 'failed@sandbox.test'}});
  pass(3000);
  assert.equal(await stateOf(made.order_id), 'PaymentFailed');
});
