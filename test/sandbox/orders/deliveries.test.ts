import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createHarness} from '../harness.js';

type Fields = Readonly<Record<string, string | undefined>>;

/** Makes an order, pays it and lets time pass. */
async function paid(word: string, change: {delivery?: object; deliveries?: unknown[]} = {}, wait = 2500) {
  const {sandbox, order, pass, get} = createHarness();
  const {order_id} = await order({
    email: `${word}@sandbox.test`,
    ...(change as {delivery?: Record<string, unknown>}),
  });
  sandbox.control(order_id, 'pay');
  pass(wait);
  const read = () => {
    const [made] = sandbox.orders();
    const lines = made?.deliveries ?? [];
    return {
      state: made?.order_state,
      states: lines.map(line => line.delivery_state),
      fields: lines.map(line => line.deliverable as Fields),
    };
  };
  return {read, pass, get, order_id};
}
const esim = {brand_name: 'Roamly eSIM', denomination: '1 GB 7 days'};

test('partly: one line is delivered, one failed with its reason, one open and delivered later', async () => {
  const {read, pass} = await paid('partly');
  const first = read();
  assert.equal(first.state, 'WaitingForDelivery');
  assert.deepEqual(first.states, ['Succeeded', 'Failed', 'Created']);
  const [delivered, failed, open] = first.fields;
  assert.ok(delivered?.pin_code && !failed?.pin_code && !open?.pin_code);
  assert.equal(failed?.failure_reason, 'OUT_OF_STOCK');
  assert.ok(failed?.error_description);
  pass(10_000);
  const last = read();
  assert.equal(last.state, 'Done');
  assert.deepEqual(last.states, ['Succeeded', 'Failed', 'Succeeded']);
  assert.equal(last.fields[0]?.pin_code, delivered?.pin_code);
  assert.notEqual(last.fields[2]?.pin_code, delivered?.pin_code);
});

test('partly keeps the lines of an order that has three', async () => {
  const line = {brand_name: 'Northbeam', country_code: 'US', denomination: 'range', product_value: '25'};
  const {read} = await paid('partly', {deliveries: [line, line, line, line]});
  assert.deepEqual(read().states, ['Succeeded', 'Failed', 'Created', 'Created']);
});

test('undelivered: every line failed and the order is held', async () => {
  const {state, states} = (await paid('undelivered')).read();
  assert.deepEqual([state, ...states], ['WaitingForManualAction', 'Failed']);
});

for (const [word, state] of [
  ['paid', 'Succeeded'],
  ['delivery-completed', 'Completed'],
  ['delivery-done', 'Done'],
  ['unknown-delivery', 'HandedToTheTide'],
] as const) {
  test(`${word} calls a delivered line ${state}, with its code`, async () => {
    const {states, fields} = (await paid(word)).read();
    assert.deepEqual(states, [state]);
    assert.ok(fields[0]?.pin_code);
  });
}

test('a card can have a security code, pictures, and a link of either kind', async () => {
  const only = async (word: string) => (await paid(word)).read().fields[0] ?? {};
  const secured = await only('security-code');
  assert.match(secured.security_code ?? '', /^\d{4}$/);
  assert.ok(secured.pin_code && secured.pin_serial);
  assert.match((await only('barcode')).barcode_image_url ?? '', /^https:.*\/sandbox\/images\/.+\.svg$/);
  assert.ok((await only('code-image')).qr_image_url);
  assert.match((await only('link')).pin_code ?? '', /^https:\/\/redeem\.example\//);
  assert.match((await only('insecure-link')).pin_code ?? '', /^http:\/\/redeem\.example\//);
  const all = await only('link+security-code+barcode+code-image');
  assert.ok(all.pin_code && all.security_code && all.barcode_image_url && all.qr_image_url);
  const plain = await only('paid');
  assert.ok(!plain.security_code && !plain.barcode_image_url && !plain.qr_image_url);
});

test('the picture of a code needs no headers, and each code has its own', async () => {
  const {sandbox} = createHarness();
  const draw = async (name: string) => {
    const response = await sandbox(`https://api.test/sandbox/images/${name}.svg`);
    assert.equal(response.headers.get('Content-Type'), 'image/svg+xml');
    return response.text();
  };
  assert.match(await draw('a'), /^<svg .*<\/svg>$/);
  assert.equal(await draw('a'), await draw('a'));
  assert.notEqual(await draw('a'), await draw('b'));
});

test('an eSIM has an activation code and a picture, or comes by e-mail alone', async () => {
  const [here] = (await paid('paid', {delivery: esim})).read().fields;
  assert.match(here?.pin_code ?? '', /^LPA:1\$smdp\.example\.com\$[A-Z2-9]{5}(-[A-Z2-9]{5}){2}$/);
  assert.match(here?.pin_serial ?? '', /^8901\d{15}$/);
  assert.ok(here?.qr_image_url);
  const [mailed] = (await paid('esim-by-mail', {delivery: esim})).read().fields;
  assert.ok(!mailed?.pin_code && !mailed?.qr_image_url);
  assert.match(mailed?.redeem_instructions ?? '', /by e-mail/);
});

test('hostile instructions contain everything that must not run', async () => {
  const [card] = (await paid('hostile')).read().fields;
  const html = card?.redeem_instructions ?? '';
  for (const part of [
    '<script',
    'onerror',
    '<iframe',
    '<style',
    'javascript:',
    '<form',
    '<svg',
    'position: fixed',
  ])
    assert.ok(html.includes(part), part);
  for (const url of [card?.pin_code, card?.barcode_image_url, card?.qr_image_url])
    assert.match(url ?? '', /^(javascript|data):/);
});

test('nothing is delivered before the payment', async () => {
  const {sandbox, order} = createHarness();
  for (const word of ['partly', 'link', 'hostile', 'security-code']) {
    await order({email: `${word}@sandbox.test`});
    const [line] = sandbox.orders()[0]?.deliveries ?? [];
    assert.ok(!('pin_code' in (line?.deliverable ?? {})), word);
    assert.equal(line?.delivery_state, 'WaitingForPayment');
  }
});
