import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {orderBody} from '../../src/api/order-body.js';
import type {OrderRequest} from '../../src/domain/types.js';
import {aBrand, aFixedProduct, aQuote, aRangeProduct} from '../samples/domain.js';

const email = 'buyer@example.com';
const request = (quote = aQuote(), change: Partial<OrderRequest> = {}): OrderRequest => ({
  quote,
  recipient: {email},
  language: 'en',
  ...change,
});
const line = (given: OrderRequest) => {
  const {deliveries} = orderBody(given);
  assert.equal(deliveries.length, 1);
  return JSON.parse(JSON.stringify(deliveries[0]));
};

test('a fixed card is named by the words of the listing, to the e-mail', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(orderBody(request()))), {
    email,
    user: {email, has_accepted_newsletter: false},
    payment: {type: 'via', payment_via: 'USER_WALLET', coin: 'USDC', network: 'Solana'},
    deliveries: [
      {brand_name: 'Tin Whistle', country_code: 'US', denomination: '10 USD', beneficiary_account: email},
    ],
    lang: 'en',
  });
});

test('a denomination is never rebuilt from its value', () => {
  const product = aFixedProduct({denomination: '5 EUR - PIN', label: '5 €', faceValue: '5', currency: 'EUR'});
  assert.equal(line(request(aQuote({product, faceValue: '5'}))).denomination, '5 EUR - PIN');
  assert.equal('product_value' in line(request(aQuote({product}))), false);
});

test('a range is ordered as a range with its value as a string', () => {
  const quote = aQuote({product: aRangeProduct({min: '5.00'}), faceValue: '37.5'});
  assert.deepEqual(line(request(quote)), {
    brand_name: 'Tin Whistle',
    country_code: 'US',
    denomination: 'range',
    product_value: '37.5',
    beneficiary_account: email,
  });
});

test('a top-up goes to the phone and its receipt to the e-mail', () => {
  const product = aFixedProduct({deliveredTo: 'phone', denomination: '€5'});
  const given = request(aQuote({product}), {recipient: {email, phone: '+12025550123'}});
  assert.equal(line(given).beneficiary_account, '+12025550123');
  assert.equal(orderBody(given).email, email);
  assert.equal(orderBody(given).user.email, email);
});

test('a brand and its country are named as listed, not its family', () => {
  const product = aFixedProduct({brandName: 'Kora Data', country: ''});
  const brand = aBrand({name: 'Kora Data', family: 'Kora', country: 'NG'});
  const {brand_name, country_code} = line(request(aQuote({brand, product})));
  assert.deepEqual([brand_name, country_code], ['Kora Data', 'NG']);
});

describe('several of one product', () => {
  for (const quantity of [1, 2, 10]) {
    test(`are ${quantity} equal lines without a quantity`, () => {
      const one = line(request(aQuote()));
      const {deliveries} = JSON.parse(JSON.stringify(orderBody(request(aQuote({quantity})))));
      assert.deepEqual(
        deliveries,
        Array.from({length: quantity}, () => one),
      );
    });
  }

  test('of a range have their value on every line', () => {
    const quote = aQuote({product: aRangeProduct(), faceValue: '25', quantity: 3});
    const values = orderBody(request(quote)).deliveries.map(found => JSON.parse(JSON.stringify(found)));
    assert.deepEqual(
      values.map(({denomination, product_value}) => [denomination, product_value]),
      [
        ['range', '25'],
        ['range', '25'],
        ['range', '25'],
      ],
    );
  });

  test('for a phone all go to it', () => {
    const quote = aQuote({product: aFixedProduct({deliveredTo: 'phone'}), quantity: 2});
    const {deliveries} = orderBody(request(quote, {recipient: {email, phone: '+12025550123'}}));
    assert.deepEqual(
      deliveries.map(found => found.beneficiary_account),
      ['+12025550123', '+12025550123'],
    );
  });
});

test('the network is sent back word for word', () => {
  const network = {name: 'Polygon (Matic)', label: 'Polygon'};
  assert.equal(orderBody(request(aQuote({network}))).payment.network, 'Polygon (Matic)');
});

describe('what is not given is not there', () => {
  const sent = (change: Partial<OrderRequest>) =>
    JSON.parse(JSON.stringify(orderBody(request(aQuote(), change))));

  test('a name', () => {
    assert.equal(sent({recipient: {email, fullName: 'Ada Buyer'}}).user.full_name, 'Ada Buyer');
    assert.equal('full_name' in sent({}).user, false);
  });

  test('a source', () => {
    assert.deepEqual(sent({utmSource: 'shop.example'}).acquisition, {utm_source: 'shop.example'});
    for (const utmSource of ['', undefined]) assert.equal('acquisition' in sent({utmSource}), false);
  });

  test('a refund address', () => {
    assert.equal(sent({recipient: {email, refundAddress: 'bc1qrefund'}}).refund_wallet_address, 'bc1qrefund');
    for (const refundAddress of ['', undefined])
      assert.equal('refund_wallet_address' in sent({recipient: {email, refundAddress}}), false);
  });
});
