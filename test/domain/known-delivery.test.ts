import assert from 'node:assert/strict';
import {test} from 'node:test';

import {withKnownDelivery} from '../../src/domain/known-delivery.js';
import {anOrder} from '../samples/domain.js';

const line = {
  state: 'WaitingForPayment',
  brandName: 'Kora',
  label: '$10',
  country: 'US',
  deliveredTo: 'email',
} as const;
const given = {...line, state: 'Done', code: 'C-1'};
const withheld = anOrder({state: 'Done', deliveries: [{...line, state: 'Done'}], delivered: 'withheld'});

test('what the key has opened stays when a message withholds it', () => {
  const known = anOrder({state: 'Done', deliveries: [given]});
  const found = withKnownDelivery(withheld, known);
  assert.deepEqual([found.deliveries, found.delivered], [[given], undefined]);
});

test('what is new in a message that withholds it has to be read', () => {
  const found = withKnownDelivery(withheld, anOrder({state: 'PaymentReceived', deliveries: [line]}));
  assert.equal(found.delivered, 'unread');
  assert.equal(found.deliveries[0]?.code, undefined);
});

test('what was withheld before is so for good: there is no key', () => {
  const known = anOrder({state: 'PaymentReceived', deliveries: [line], delivered: 'withheld'});
  assert.equal(withKnownDelivery(withheld, known).delivered, 'withheld');
  assert.equal(withKnownDelivery(withheld, undefined).delivered, 'withheld');
});
