import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorCode, openProxy, orderRequest, site} from '../support/fake-api.js';

const validate = '/v5/orders/validations';

test('both documented forms of a delivery pass, field by field', async () => {
  const flat = {
    email: 'a@example.com',
    user: {email: 'a@example.com', full_name: 'A B', name: 'A', has_accepted_newsletter: false},
    payment: {type: 'via', payment_via: 'USER_WALLET', coin: 'USDC', network: 'Solana'},
    deliveries: [
      {
        beneficiary_account: '+393331234567',
        brand_name: 'Tim',
        country_code: 'IT',
        denomination: 'range',
        localized_denomination: '€20',
        product_value: '20.50',
      },
      {brand_name: 'X', product_value: 50},
    ],
    lang: 'it',
    promo_code: 'SPRING',
    refund_wallet_address: '0xabc',
    acquisition: {utm_source: 'shop.example'},
  };
  const nested = {
    deliveries: [
      {
        kind: 'giftcard',
        quantity: 1,
        deliverable: {brand_name: 'Airbnb', country_code: 'US', denomination: '100'},
      },
    ],
    user: {email: 'a@example.com', has_accepted_newsletter: true},
  };
  for (const body of [flat, nested]) {
    const {asked, post} = openProxy();
    assert.equal((await post(validate, body)).status, 200);
    assert.deepEqual(asked[0]!.body, body);
  }
});

test('unknown fields and nulls are dropped at every depth', async () => {
  const {asked, post} = openProxy();
  const polluted =
    '{"deliveries":[{"brand_name":"A","evil":1,"deliverable":{"denomination":"5","pin":"x"},"quantity":null}],' +
    '"user":{"email":"a@example.com","admin":true},"callback_url":"https://evil.example","lang":null,' +
    '"__proto__":{"email":"b@example.com"},"payment":{"coin":"BTC","wallet":"x"}}';
  await post(validate, polluted);
  assert.deepEqual(asked[0]!.body, {
    payment: {coin: 'BTC'},
    deliveries: [{brand_name: 'A', deliverable: {denomination: '5'}}],
    user: {email: 'a@example.com'},
  });
});

test('a known field of a wrong type is 400 and names the field', async () => {
  const {asked, post} = openProxy();
  const one = orderRequest.deliveries[0]!;
  const cases: [unknown, RegExp][] = [
    [[], /body must be a JSON object/],
    ['"text"', /body must be a JSON object/],
    ['null', /body must be a JSON object/],
    [{}, /deliveries must be a list of 1 to 10/],
    [{deliveries: []}, /deliveries must be a list/],
    [{deliveries: Array(11).fill(one)}, /deliveries must be a list/],
    [{deliveries: {}}, /deliveries must be a list/],
    [{deliveries: ['x']}, /deliveries\[0\] must be a JSON object/],
    [{deliveries: [one, {...one, country_code: 'USA'}]}, /deliveries\[1\].country_code must be a two-letter/],
    [{deliveries: [{...one, product_value: '-5'}]}, /product_value must be a decimal/],
    [{deliveries: [{...one, product_value: '1e9'}]}, /product_value must be a decimal/],
    [{deliveries: [{...one, product_value: -1}]}, /product_value must be a decimal/],
    [{deliveries: [{...one, brand_name: 7}]}, /brand_name must be a string/],
    [{deliveries: [{...one, quantity: 1.5}]}, /quantity must be a whole number/],
    [{deliveries: [{...one, deliverable: 'x'}]}, /deliverable must be a JSON object/],
    ['{"deliveries":[{"product_value":1e21}]}', /product_value must be a decimal/],
    ['{"deliveries":[{"product_value":1e-7}]}', /product_value must be a decimal/],
    ['{"deliveries":[{"product_value":12345678901234567890}]}', /product_value must be a decimal/],
    [
      {...orderRequest, email: 'a@example.com\r\nBcc: b@example.com'},
      /email must be a string .*none of them control/,
    ],
    [{deliveries: [{...one, brand_name: 'a\0b'}]}, /brand_name must be a string/],
    [{...orderRequest, email: {}}, /email must be a string/],
    [{...orderRequest, email: 'x'.repeat(255)}, /email must be a string of at most 254/],
    [
      {...orderRequest, user: {has_accepted_newsletter: 'yes'}},
      /user.has_accepted_newsletter must be true or false/,
    ],
    [{...orderRequest, payment: {coin: 5}}, /payment.coin must be a string/],
    [`{"deliveries":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, /deliveries\[0\] must be a JSON object/],
  ];
  for (const [body, message] of cases) {
    const response = await post(validate, body);
    assert.equal(response.status, 400, JSON.stringify(body));
    assert.match(await response.text(), message);
  }
  assert.equal(asked.length, 0);
});

test('what is not JSON is 400, whatever calls itself otherwise is 415', async () => {
  const {asked, post} = openProxy();
  for (const body of ['', '{', 'a=1', '<xml/>']) {
    const response = await post(validate, body);
    assert.equal(response.status, 400);
    assert.equal(await errorCode(response), 'invalid_json');
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    const response = await post(validate, orderRequest, {'content-type': type});
    assert.equal(response.status, 415, type);
  }
  assert.equal(
    (await post(validate, orderRequest, {'content-type': 'Application/JSON; charset=utf-8'})).status,
    200,
  );
  assert.equal(asked.length, 1);
});

test('bytes that are not UTF-8 are 400', async () => {
  const {proxy} = openProxy();
  const body = new Uint8Array([0x7b, 0xff, 0x7d]);
  const headers = {'content-type': 'application/json'};
  assert.equal((await proxy(new Request(`${site}${validate}`, {method: 'POST', headers, body}))).status, 400);
});

test('a body above 32 KiB is 413, said or not, and is not read to its end', async () => {
  const {asked, post, proxy} = openProxy();
  const padded = (size: number) =>
    JSON.stringify(orderRequest) + ' '.repeat(size - JSON.stringify(orderRequest).length);
  assert.equal((await post(validate, padded(32 * 1024))).status, 200);
  assert.equal((await post(validate, padded(32 * 1024 + 1))).status, 413);
  assert.equal((await post(validate, orderRequest, {'content-length': '10000000'})).status, 413);

  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: controller => {
      pulled += 1;
      controller.enqueue(new Uint8Array(4096).fill(0x20));
    },
  });
  const init = {method: 'POST', headers: {'content-type': 'application/json'}, body: endless, duplex: 'half'};
  const response = await proxy(new Request(`${site}${validate}`, init as RequestInit));
  assert.equal(response.status, 413);
  assert.equal(await errorCode(response), 'body_too_large');
  assert.ok(pulled < 15, `${pulled} chunks were read`);
  assert.equal(asked.length, 1);
});

test('a body that breaks off is 400', async () => {
  const {proxy} = openProxy();
  const broken = new ReadableStream({start: controller => controller.error(new Error('gone'))});
  const init = {method: 'POST', headers: {'content-type': 'application/json'}, body: broken, duplex: 'half'};
  const response = await proxy(new Request(`${site}${validate}`, init as RequestInit));
  assert.equal(response.status, 400);
  assert.equal(await errorCode(response), 'unreadable_body');
});
