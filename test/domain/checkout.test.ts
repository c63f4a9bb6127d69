import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {
  advance,
  type Checkout,
  type CheckoutAction,
  hasWayBack,
  isNetworkAcknowledged,
  orderOf,
  STEPS,
} from '../../src/domain/checkout.js';
import type {Draft} from '../../src/domain/draft.js';
import {aBrand, anOrder, aQuote} from '../samples/domain.js';

const draft: Draft = {
  country: 'US',
  search: 'tin',
  kind: '',
  category: 'games',
  brandId: 'brand-1',
  productId: 'fixed-10',
  amount: '10',
  quantity: 1,
  coin: 'USDC',
  network: 'Solana',
  email: 'buyer@example.com',
  phone: '+12025550123',
  fullName: 'Ada Buyer',
  refundAddress: '',
  isNameNeeded: false,
};
const brand = aBrand();
const quote = aQuote();
const review = {total: '10.40', idempotencyKey: 'key-1'};
const order = anOrder();
const line = {
  state: 'Succeeded',
  brandName: 'Tin Whistle',
  label: '$10',
  country: 'US',
  deliveredTo: 'email',
  code: 'SECRET',
} as const;
const delivered = anOrder({state: 'Done', deliveries: [line]});
const problems = [{code: 'OUT_OF_STOCK'}];

const places = {
  brand: {step: 'brand', draft},
  quote: {step: 'quote', brand, draft},
  details: {step: 'details', quote, problems: [], draft},
  refused: {step: 'details', quote, problems, draft},
  review: {step: 'details', quote, problems: [], review, draft},
  opening: {step: 'payment', orderId: 'order-1', draft},
  payment: {step: 'payment', orderId: 'order-1', order, quote, draft},
  done: {step: 'done', order: delivered, quote, draft},
} satisfies Record<string, Checkout>;

type PlaceName = keyof typeof places;
const names = Object.keys(places) as PlaceName[];

const actions = {
  enter: {type: 'enter', draft: {search: 'whistle'}},
  'enter-email': {type: 'enter', draft: {email: 'other@example.com'}},
  'pick-brand': {type: 'pick-brand', brand},
  quoted: {type: 'quoted', quote},
  'accept-quote': {type: 'accept-quote', quote},
  'review-details': {type: 'review-details', review},
  'found-problems': {type: 'found-problems', problems},
  'order-created': {type: 'order-created', order, quote},
  'order-changed': {type: 'order-changed', order: delivered},
  'reopen-order': {type: 'reopen-order', order},
  'acknowledge-network': {type: 'acknowledge-network'},
  'drop-secrets': {type: 'drop-secrets'},
  'quote-again': {type: 'quote-again'},
  'start-over': {type: 'start-over'},
  'go-back': {type: 'go-back'},
} satisfies Record<string, CheckoutAction>;

/** The step each action leads to; what is not named here stays where it is, as the very same value. */
const moves: Record<keyof typeof actions, Partial<Record<PlaceName, Checkout['step']>>> = {
  enter: each(name => places[name].step),
  'enter-email': each(name => places[name].step),
  'pick-brand': each(() => 'quote'),
  quoted: {quote: 'quote'},
  'accept-quote': each(() => 'details'),
  'review-details': {details: 'details', refused: 'details', review: 'details'},
  'found-problems': {details: 'details', refused: 'details', review: 'details'},
  'order-created': each(() => 'payment'),
  'reopen-order': each(() => 'payment'),
  'acknowledge-network': {opening: 'payment', payment: 'payment'},
  'drop-secrets': {done: 'done'},
  'order-changed': {opening: 'done', payment: 'done', done: 'done'},
  'quote-again': each(name => ('quote' in places[name] ? 'quote' : 'brand')),
  'start-over': each(() => 'brand'),
  'go-back': {quote: 'brand', details: 'quote', refused: 'quote', review: 'details'},
};

function each(step: (name: PlaceName) => Checkout['step']): Partial<Record<PlaceName, Checkout['step']>> {
  return Object.fromEntries(names.map(name => [name, step(name)]));
}

for (const [actionName, action] of Object.entries(actions)) {
  for (const name of names) {
    const expected = moves[actionName as keyof typeof actions][name];
    test(`${actionName} in ${name} ${expected ? `leads to ${expected}` : 'changes nothing'}`, () => {
      const before = structuredClone(places[name]);
      const after = advance(places[name], action);
      if (expected) assert.equal(after.step, expected);
      else assert.equal(after, places[name]);
      assert.deepEqual(places[name], before, 'the value before is never changed');
    });
  }
}

test('the steps are those that a page receives in events', () => {
  assert.deepEqual(STEPS, ['brand', 'quote', 'details', 'payment', 'done']);
});

describe('on the way back', () => {
  test('everything typed is kept from the details to the brands', () => {
    const atQuote = advance(places.details, {type: 'go-back'});
    const atBrand = advance(atQuote, {type: 'go-back'});
    assert.deepEqual(atQuote.draft, draft);
    assert.deepEqual(atBrand.draft, draft);
  });

  test('a review goes back to the details that it was made of', () => {
    assert.deepEqual(advance(places.review, {type: 'go-back'}), {...places.details});
  });

  test('there is one only before an order exists', () => {
    const found = names.filter(name => hasWayBack(places[name]));
    assert.deepEqual(found, ['quote', 'details', 'refused', 'review']);
  });

  test('the same brand picked again still has its product and amount', () => {
    const back = advance(advance(places.quote, {type: 'go-back'}), {type: 'pick-brand', brand});
    assert.deepEqual(back.draft, draft);
  });

  test('another brand has none, but the buyer and the coin stay', () => {
    const other = advance(places.brand, {type: 'pick-brand', brand: aBrand({id: 'brand-2'})});
    assert.deepEqual(other.draft, {...draft, brandId: 'brand-2', productId: '', amount: ''});
  });

  test('an amount that was preset belongs to the first brand that is picked', () => {
    const preset: Checkout = {step: 'brand', draft: {...draft, brandId: '', productId: '', amount: '25'}};
    const picked = advance(preset, {type: 'pick-brand', brand});
    assert.equal(picked.draft.amount, '25');
    assert.equal(picked.draft.brandId, 'brand-1');
  });
});

describe('details that change', () => {
  for (const change of [{email: 'x@example.com'}, {phone: '+1'}, {fullName: 'Bo'}]) {
    test(`${Object.keys(change)} drops the review and the problems of the old ones`, () => {
      for (const place of [places.review, places.refused]) {
        const after = advance(place, {type: 'enter', draft: change});
        assert.ok(after.step === 'details');
        assert.equal(after.review, undefined);
        assert.deepEqual(after.problems, []);
        assert.deepEqual(after.draft, {...draft, ...change});
      }
    });
  }

  test('anything else leaves the review alone', () => {
    const after = advance(places.review, {type: 'enter', draft: {search: 'x'}});
    assert.ok(after.step === 'details');
    assert.deepEqual(after.review, review);
  });
});

describe('problems', () => {
  test('end the review and are kept beside the details', () => {
    const after = advance(places.review, {type: 'found-problems', problems});
    assert.ok(after.step === 'details');
    assert.equal(after.review, undefined);
    assert.deepEqual(after.problems, problems);
    assert.equal(after.draft.isNameNeeded, false);
  });

  test('a missing name is asked for from then on', () => {
    const asked = advance(places.details, {type: 'found-problems', problems: [{code: 'FULLNAME_MISSING'}]});
    const later = advance(asked, {type: 'found-problems', problems: []});
    assert.equal(asked.draft.isNameNeeded, true);
    assert.equal(later.draft.isNameNeeded, true);
  });

  test('a review that passes clears them', () => {
    const after = advance(places.refused, {type: 'review-details', review});
    assert.ok(after.step === 'details');
    assert.deepEqual(after.problems, []);
    assert.deepEqual(after.review, review);
  });
});

describe('an order', () => {
  test('that was created is what the payment step shows, with what was ordered', () => {
    const after = advance(places.review, {type: 'order-created', order, quote});
    assert.deepEqual(after, {step: 'payment', orderId: 'order-1', order, quote, draft});
  });

  test('that is Done at once is delivered at once', () => {
    const after = advance(places.review, {type: 'order-created', order: delivered, quote});
    assert.equal(after.step, 'done');
    assert.equal(orderOf(after), delivered);
  });

  test('that was left changes nothing any more', () => {
    const left = advance(places.payment, {type: 'start-over'});
    assert.equal(advance(left, {type: 'order-changed', order: delivered}), left);
  });

  test('of another number changes nothing', () => {
    const other = anOrder({id: 'order-2', state: 'Done'});
    for (const place of [places.payment, places.opening, places.done])
      assert.equal(advance(place, {type: 'order-changed', order: other}), place);
  });

  test('that is refunded after delivery is shown as such', () => {
    const after = advance(places.done, {type: 'order-changed', order: anOrder({state: 'Refunded'})});
    assert.equal(after.step, 'payment');
    assert.equal(orderOf(after)?.state, 'Refunded');
  });

  test('that is open keeps what was ordered through its news', () => {
    const after = advance(places.payment, {
      type: 'order-changed',
      order: anOrder({state: 'PaymentReceived'}),
    });
    assert.equal(after.quote, quote);
    assert.equal(orderOf(after)?.state, 'PaymentReceived');
  });

  test('is nowhere before it exists', () => {
    const found = names.filter(name => orderOf(places[name]));
    assert.deepEqual(found, ['payment', 'done']);
  });

  test('that failed can be quoted again for the same brand with everything typed', () => {
    const again = advance(places.payment, {type: 'quote-again'});
    assert.deepEqual(again, {step: 'quote', brand, draft});
  });

  test('that came from a reload is quoted again from the brands', () => {
    assert.deepEqual(advance(places.opening, {type: 'quote-again'}), {step: 'brand', draft});
  });
});

test('starting over forgets the product and keeps the buyer', () => {
  const after = advance(places.done, {type: 'start-over'});
  assert.deepEqual(after, {step: 'brand', draft: {...draft, brandId: '', productId: '', amount: ''}});
});

test('what is not seen any more is not kept: an order loses its delivery and stays where it is', () => {
  const dropped = advance(places.done, {type: 'drop-secrets'});
  assert.deepEqual(dropped, {...places.done, order: {...delivered, deliveries: [], delivered: 'unread'}});
});

describe('a network that is acknowledged', () => {
  const acknowledged = advance(places.payment, {type: 'acknowledge-network'});

  test('is so for the order on screen, through its readings', () => {
    assert.equal(isNetworkAcknowledged(places.payment), false);
    assert.equal(isNetworkAcknowledged(acknowledged), true);
    const read = advance(acknowledged, {type: 'order-changed', order: anOrder({received: '1'})});
    assert.equal(isNetworkAcknowledged(read), true);
    assert.equal(advance(acknowledged, {type: 'acknowledge-network'}), acknowledged);
  });

  test('is so from the start where the review named the coin and the network that the order has', () => {
    const review = places.details;
    const quote = {...review.quote, coin: 'USDC', network: {...review.quote.network, name: 'Solana'}};
    const created = (change: Parameters<typeof anOrder>[0]) =>
      isNetworkAcknowledged(advance(review, {type: 'order-created', quote, order: anOrder(change)}));
    assert.equal(created({coin: 'USDC', network: 'Solana'}), true);
    assert.equal(created({coin: 'USDC', network: 'Base'}), false);
    assert.equal(created({coin: 'USDT', network: 'Solana'}), false);
  });

  test('is so still when the order was left open and is come back to, but not for another order', () => {
    const left = advance(acknowledged, {type: 'start-over'});
    assert.equal(isNetworkAcknowledged(left), false);
    assert.equal(isNetworkAcknowledged(advance(left, {type: 'reopen-order', order})), true);
    const other = anOrder({id: 'order-2'});
    assert.equal(isNetworkAcknowledged(advance(left, {type: 'reopen-order', order: other})), false);
  });
});
