import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {Draft} from '../../src/domain/draft.js';
import {checkRecipient} from '../../src/domain/recipient-check.js';
import {aFixedProduct} from '../samples/domain.js';

const typed: Draft = {
  country: 'US',
  search: '',
  kind: '',
  category: '',
  brandId: '',
  productId: '',
  amount: '',
  quantity: 1,
  coin: '',
  network: '',
  email: ' buyer@example.com ',
  phone: '+1 202 555 0123',
  fullName: '  Ada   Buyer ',
  refundAddress: '',
  isNameNeeded: false,
};
const byEmail = aFixedProduct();
const byPhone = aFixedProduct({deliveredTo: 'phone'});
const email = 'buyer@example.com';

const table = [
  {name: 'an e-mail alone', draft: {}, product: byEmail, recipient: {email}},
  {name: 'a card and a wrong phone number', draft: {phone: 'x'}, product: byEmail, recipient: {email}},
  {name: 'a top-up', draft: {}, product: byPhone, recipient: {email, phone: '+12025550123'}},
  {
    name: 'a name that is asked for',
    draft: {isNameNeeded: true},
    product: byEmail,
    recipient: {email, fullName: 'Ada Buyer'},
  },
  {name: 'no e-mail', draft: {email: ''}, product: byEmail, fields: ['email']},
  {name: 'a top-up without a number', draft: {phone: ''}, product: byPhone, fields: ['phone']},
  {
    name: 'a top-up without anything',
    draft: {phone: '', email: ''},
    product: byPhone,
    fields: ['phone', 'email'],
  },
  {
    name: 'a name that is none',
    draft: {fullName: ' A ', isNameNeeded: true},
    product: byEmail,
    fields: ['name'],
  },
  ...[
    ['王', '王'],
    ['王伟', '王伟'],
    ['李\u3000明', '李 明'],
    ['김', '김'],
    ['さ', 'さ'],
    ['Ng', 'Ng'],
    ['Ｌｉ Ｗｅｉ', 'Li Wei'],
    ['O’Ö', 'O’Ö'],
    ['श्री', 'श्री'],
    ['ณัฐ', 'ณัฐ'],
    ['محمد', 'محمد'],
    ['\u202eAna\u202c \u200bB', 'Ana B'],
    ['𠮷', '𠮷'],
  ].map(([fullName = '', expected]) => ({
    name: `the name ${JSON.stringify(fullName)}`,
    draft: {fullName, isNameNeeded: true},
    product: byEmail,
    recipient: {email, fullName: expected},
    fields: undefined,
  })),
  ...['', '\u200b', '..', '1 2', 'A\u0301', '👤 A'].map(fullName => ({
    name: `the name ${JSON.stringify(fullName)}`,
    draft: {fullName, isNameNeeded: true},
    product: byEmail,
    recipient: undefined,
    fields: ['name'],
  })),
  {
    name: 'nothing of what is asked for',
    draft: {phone: '1', email: 'x', fullName: '', isNameNeeded: true},
    product: byPhone,
    fields: ['phone', 'email', 'name'],
  },
];

for (const {name, draft, product, recipient, fields} of table) {
  test(`${name} ${recipient ? 'is enough' : `names ${fields}`}`, () => {
    const expected = recipient
      ? {
          type: 'ok',
          recipient: {phone: undefined, fullName: undefined, refundAddress: undefined, ...recipient},
        }
      : {type: 'wrong', fields};
    assert.deepEqual(checkRecipient({...typed, ...draft}, product), expected);
  });
}
