import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import type {Checkout} from '../../src/domain/checkout.js';
import type {Draft} from '../../src/domain/draft.js';
import {compareSettings, type SteeringSettings, startOf} from '../../src/domain/settings-change.js';
import {aBrand, anOrder, aQuote} from '../samples/domain.js';

const settings: SteeringSettings = {
  proxyUrl: 'https://shop.example/api',
  subscribeUrl: '',
  fetch: undefined,
  environment: {},
  isRemembering: true,
  country: 'US',
  brand: '',
  amount: '',
  email: '',
  orderId: '',
  refundAddress: '',
};

const draft: Draft = {
  country: 'DE',
  search: 'whistle',
  kind: '',
  category: 'games',
  brandId: 'brand-1',
  productId: 'range-1',
  amount: '25',
  quantity: 2,
  coin: 'BTC',
  network: 'Lightning',
  email: 'typed@example.com',
  phone: '',
  fullName: 'Ada Quill',
  refundAddress: '',
  isNameNeeded: false,
};

const atQuote: Checkout = {step: 'quote', brand: aBrand(), draft};
const quote = aQuote();

describe('the first settings', () => {
  test('begin with what the page says', () => {
    const first = {...settings, orderId: 'order-1', brand: 'Larkstall', amount: '50', email: 'a@example.com'};
    assert.deepEqual(compareSettings(undefined, first, atQuote), {
      needsClient: true,
      effect: {type: 'begin', start: startOf(first)},
    });
    assert.deepEqual(startOf(first), {
      orderId: 'order-1',
      brand: 'Larkstall',
      draft: {country: 'US', amount: '50', email: 'a@example.com', refundAddress: ''},
    });
  });

  test('without a proxy do nothing, and begin when it comes', () => {
    const unset = {...settings, proxyUrl: ''};
    assert.deepEqual(compareSettings(undefined, unset, atQuote), {
      needsClient: false,
      effect: {type: 'none'},
    });
    assert.equal(compareSettings(unset, settings, atQuote).effect.type, 'begin');
  });
});

describe('a connection that changes', () => {
  const changes: readonly Partial<SteeringSettings>[] = [
    {proxyUrl: 'https://other.example'},
    {subscribeUrl: 'https://events.example/{orderId}'},
    {fetch: () => {}},
    {environment: {}},
    {isRemembering: false},
  ];
  for (const change of changes) {
    test(`by ${Object.keys(change)} needs another client and keeps the step`, () => {
      assert.deepEqual(compareSettings(settings, {...settings, ...change}, atQuote), {
        needsClient: true,
        effect: {type: 'none'},
      });
    });
  }

  test('is not made of other settings', () => {
    const other = {...settings, country: 'IT', brand: 'x', amount: '1', email: 'a@example.com', orderId: 'y'};
    assert.equal(compareSettings(settings, other, atQuote).needsClient, false);
  });
});

describe('settings that change later', () => {
  const cases: readonly [string, Partial<SteeringSettings>, Partial<Draft>][] = [
    ['email', {email: 'late@example.com'}, {email: 'late@example.com'}],
    ['refund address', {refundAddress: '0xabc'}, {refundAddress: '0xabc'}],
    ['amount', {amount: '50'}, {amount: '50', productId: ''}],
    [
      'amount and email',
      {amount: '50', email: 'late@example.com'},
      {amount: '50', productId: '', email: 'late@example.com'},
    ],
  ];
  for (const [what, change, patch] of cases) {
    test(`patch the draft: ${what}`, () => {
      assert.deepEqual(compareSettings(settings, {...settings, ...change}, atQuote).effect, {
        type: 'patch',
        draft: patch,
      });
    });
  }

  test('that are equal do nothing', () => {
    assert.deepEqual(compareSettings(settings, {...settings}, atQuote), {
      needsClient: false,
      effect: {type: 'none'},
    });
  });

  for (const change of [{brand: 'Larkstall'}, {country: 'IT'}]) {
    test(`restart at the brands and keep the buyer's entries: ${Object.keys(change)}`, () => {
      const after = {...settings, ...change, email: 'late@example.com'};
      assert.deepEqual(compareSettings(settings, after, atQuote).effect, {
        type: 'begin',
        start: {
          orderId: '',
          brand: after.brand,
          draft: {
            ...draft,
            email: 'late@example.com',
            country: after.country,
            amount: '',
            brandId: '',
            productId: '',
          },
          isAnew: true,
        },
      });
    });
  }

  const atOrder: readonly Checkout[] = [
    {step: 'payment', orderId: 'order-1', order: anOrder(), draft},
    {step: 'done', order: anOrder({state: 'Done'}), quote, draft},
  ];
  for (const checkout of atOrder) {
    test(`leave the ${checkout.step} step alone`, () => {
      const after = {
        ...settings,
        brand: 'Larkstall',
        country: 'IT',
        amount: '5',
        email: 'late@example.com',
      };
      assert.deepEqual(compareSettings(settings, after, checkout).effect, {type: 'none'});
    });

    test(`leave the ${checkout.step} step for another order`, () => {
      const after = {...settings, orderId: 'order-2'};
      assert.deepEqual(compareSettings(settings, after, checkout).effect, {
        type: 'begin',
        start: startOf(after),
      });
      assert.deepEqual(compareSettings(after, settings, checkout).effect, {type: 'none'}, 'not for none');
    });
  }
});
