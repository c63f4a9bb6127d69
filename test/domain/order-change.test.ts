import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {advance, type Checkout} from '../../src/domain/checkout.js';
import {acceptChange, acceptReading, type KnownDetails} from '../../src/domain/order-change.js';
import {standingOf} from '../../src/domain/standing.js';
import type {Order} from '../../src/domain/types.js';
import {anOrder, aQuote} from '../samples/domain.js';

const quote = aQuote({coin: 'USDC', coinAmount: '10.37'});
const line = {
  state: 'WaitingForPayment',
  brandName: 'Tin Whistle',
  label: '$10',
  country: 'US',
  deliveredTo: 'email',
} as const;
const order = anOrder({
  coin: 'USDC',
  network: 'Solana',
  coinAmount: '10.37',
  address: 'A1',
  deliveries: [line],
});

/** Reads an order again and again, as it was created first. */
function afterReadings(created: Partial<Order>, ...readings: Partial<Order>[]): KnownDetails {
  const first = {...order, ...created};
  let known: KnownDetails = {...acceptReading({}, first, quote), order: first};
  for (const change of readings) {
    const next = {...order, ...change};
    known = {...acceptReading(known, next, quote), order: next};
  }
  return known;
}

/** What a created order says, and how it differs from what was confirmed. */
const created: readonly (readonly [change: Partial<Order>, type: string | undefined])[] = [
  [{}, undefined],
  [{coinAmount: '10.370'}, undefined],
  [{coinAmount: '10'}, undefined],
  [{coinAmount: '103.7'}, 'price'],
  [{coinAmount: '10.370001'}, 'price'],
  [{coin: 'USDT'}, 'other'],
  [{coin: 'usdc', network: 'solana'}, undefined],
  [{network: 'Base'}, 'other'],
  [{deliveries: [{...line, brandName: 'Sea Shanty'}]}, 'other'],
  [{deliveries: [{...line, country: 'CA'}]}, 'other'],
  [{deliveries: [line, line]}, 'other'],
  [{deliveries: [{...line, denomination: '100 USD'}]}, 'other'],
  [{deliveries: [{...line, denomination: '1 USD'}]}, 'other'],
  [{deliveries: [{...line, denomination: '10 USD'}]}, undefined],
  [{deliveries: [{...line, denomination: '10.00 USD'}]}, undefined],
  [{deliveries: [{...line, denomination: '10,00 $'}]}, undefined],
  [{deliveries: [{...line, denomination: '10,0 $'}]}, undefined],
  [{deliveries: [{...line, denomination: '10,50 $'}]}, 'other'],
  [{deliveries: [{...line, denomination: '10,000 $'}]}, 'other'],
  [{deliveries: [{...line, denomination: 'range'}]}, undefined],
  [{coinAmount: '10.37000000', deliveries: [line]}, undefined],
  [{coin: 'UЅDC'}, 'other'],
  [{network: 'Solana Devnet'}, 'other'],
  [{deliveries: []}, undefined],
  [{deliveries: [{...line, brandName: '', country: ''}]}, undefined],
];

describe('a created order', () => {
  for (const [change, type] of created) {
    test(`${JSON.stringify(change)} is ${type ?? 'as it was confirmed'}`, () => {
      const {change: found} = afterReadings(change);
      assert.equal(found?.type, type);
      const {next} = standingOf({...order, ...change}, {change: found});
      assert.equal(next, type === undefined ? 'pay' : type === 'price' ? 'decide' : 'support');
    });
  }

  test('that costs more names both amounts, and is payable once that is accepted', () => {
    const known = afterReadings({coinAmount: '103.7'});
    assert.deepEqual(known.change, {type: 'price', confirmed: '10.37', asked: '103.7'});
    const accepted = acceptChange(known, {...order, coinAmount: '103.7'});
    assert.equal(accepted?.change, undefined);
    assert.equal(accepted?.accepted?.coinAmount, '103.7');
  });

  test('that costs more is compared with what was confirmed, however often it changes', () => {
    const known = afterReadings({coinAmount: '103.7'}, {coinAmount: '50'}, {coinAmount: '103.7'});
    assert.deepEqual(known.change, {type: 'price', confirmed: '10.37', asked: '103.7'});
    assert.equal(afterReadings({coinAmount: '103.7'}, {}).change, undefined);
  });

  test('that names its amount later is compared then', () => {
    const bare = {coinAmount: undefined, address: undefined};
    assert.equal(afterReadings(bare, {coinAmount: '103.7'}).change?.type, 'price');
    assert.equal(afterReadings(bare, {coin: 'USDT'}).change?.type, 'other');
  });

  test('for another product stays so', () => {
    assert.equal(afterReadings({coin: 'USDT'}, {}).change?.type, 'other');
    assert.equal(acceptChange(afterReadings({coin: 'USDT'}), order), undefined);
  });
});

describe('an order on screen', () => {
  for (const change of [
    {address: 'A2'},
    {coinAmount: '5'},
    {coinAmount: '103.7'},
    {memo: '7'},
    {memoHint: '7'},
    {qrText: 'A1?dt=7'},
    {qrText: 'xrpl:A1?amount=1&Destination_Tag=7'},
  ] satisfies Partial<Order>[]) {
    test(`with another ${Object.keys(change)} is payable once it was read again, and says so`, () => {
      const once = afterReadings({}, change);
      assert.deepEqual([once.change?.type, standingOf(order, once).next], ['details', 'wait']);
      const twice = afterReadings({}, change, change);
      assert.deepEqual([twice.change?.type, standingOf(order, twice).next], ['details', 'pay']);
      assert.equal(afterReadings({}, change, {}).change, undefined);
    });
  }

  test('in other spellings of the same is the same', () => {
    for (const change of [
      {coinAmount: '10.370'},
      {coin: 'usdc', network: 'SOLANA'},
      {qrText: 'solana:A1?amount=10.37'},
      {received: '1', state: 'PartialPaymentStarted'},
    ])
      assert.equal(afterReadings({}, change).change, undefined, JSON.stringify(change));
    const address = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
    const before = acceptReading({}, {...order, address}, quote);
    const {change} = acceptReading(before, {...order, address: address.toLowerCase()}, quote);
    assert.equal(change, undefined);
  });

  test('with another coin or network is never payable', () => {
    for (const change of [{coin: 'USDT'}, {network: 'Base'}]) {
      const known = afterReadings({}, change, change);
      assert.deepEqual([known.change?.type, standingOf(order, known).next], ['other', 'support']);
    }
  });

  test('that was remembered with its amount is compared with it after a reload', () => {
    const {change} = acceptReading({confirmed: '10.37'}, {...order, coinAmount: '103.7'}, undefined);
    assert.deepEqual(change, {type: 'price', confirmed: '10.37', asked: '103.7'});
    assert.equal(acceptReading({confirmed: '10.37'}, order, undefined).change, undefined);
  });
});

test('the checkout keeps the change until the buyer accepts the price', () => {
  const {draft} = EMPTY;
  const dear = {...order, coinAmount: '103.7'};
  const opened = advance(
    {step: 'details', quote, problems: [], draft},
    {type: 'order-created', order: dear, quote},
  );
  assert.ok(opened.step === 'payment' && opened.change?.type === 'price');
  const accepted = advance(opened, {type: 'accept-price'});
  assert.ok(accepted.step === 'payment' && accepted.change === undefined);
  const read = advance(accepted, {type: 'order-changed', order: {...dear, received: '1'}});
  assert.ok(read.step === 'payment' && read.change === undefined);
});

const EMPTY = {step: 'brand', draft: {} as Checkout['draft']} as const;
