import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {orderSchema, validationSchema} from '../../src/api/order-schema.js';
import {problemsSchema} from '../../src/api/problems-schema.js';
import {mutationsOf} from '../samples/mutations.js';
import {readSample} from '../samples/read-sample.js';
import {reads, sure} from './sure.js';

const readOrder = reads(orderSchema);
const readProblems = reads(problemsSchema);
const readValidation = reads(validationSchema);

const minimal = {order_id: '0000-order', order_state: 'WaitingForPayment'};

describe('an order', () => {
  test('that waits says where to pay how much', () => {
    const {deliveries, ...order} = sure(readOrder(readSample('order')));
    assert.deepEqual(order, {
      id: '0000-order',
      state: 'WaitingForPayment',
      paymentState: 'WalletCreated',
      coin: 'BTC',
      coinAmount: '0.00032833',
      network: 'Lightning',
      address: 'lnbc250u1pexampleinvoice',
      qrText: 'lightning:lnbc250u1pexampleinvoice',
      memo: undefined,
      received: '0',
      createdAt: 1_790_000_000_000,
      updatedAt: undefined,
      expiresAt: undefined,
    });
    assert.equal(deliveries.length, 1);
    assert.equal(deliveries[0]?.label, '$25');
    assert.equal(deliveries[0]?.code, undefined);
  });

  test('of nothing but an id, a state and a time is one', () => {
    const order = sure(readOrder({...minimal, created_at: 1_790_000_000}));
    assert.equal(order.id, '0000-order');
    assert.equal(order.createdAt, 1_790_000_000_000);
    assert.deepEqual(order.deliveries, []);
  });

  test('may be in an unknown state', () => {
    assert.equal(sure(readOrder({...minimal, order_state: 'SomethingNew'})).state, 'SomethingNew');
  });

  for (const body of [
    {},
    null,
    [],
    'text',
    {order_state: 'Done'},
    {...minimal, order_id: ''},
    {...minimal, order_state: ''},
    {...minimal, order_state: null},
    {problems: [{problem: 'OUT_OF_STOCK'}]},
  ]) {
    test(`is not ${JSON.stringify(body)}`, () => {
      assert.equal(readOrder(body), undefined);
    });
  }

  test('with anything else broken in it is still the order', () => {
    for (const sample of ['order', 'order-delivered'] as const) {
      for (const {name, value} of mutationsOf(readSample(sample))) {
        const parsed = readOrder(value);
        if (parsed) assert.ok(parsed.id && parsed.state, name);
        else assert.match(name, /^\$ |^\$\.order_(id|state) /, name);
      }
    }
  });
});

describe('what has arrived', () => {
  const received = (fields: object) => sure(readOrder({...minimal, ...fields})).received;

  test('is the larger of two amounts, in any spelling', () => {
    assert.equal(received({received_amount: '0', sent_coin_amount: '50.84'}), '50.84');
    assert.equal(received({received_amount: '50.84', sent_coin_amount: '0'}), '50.84');
    assert.equal(received({received_amount: 50.84}), '50.84');
    assert.equal(received({received_amount: null, sent_coin_amount: 9}), '9');
    for (const text of ['50.84', '+50.84', ' 50.84 ', '50.84 USDC', '50.84USDC', '5.084e1', '050.84'])
      assert.equal(received({sent_coin_amount: text}), '50.84', text);
  });

  test('is not known where it is no amount', () => {
    for (const value of [undefined, null, '', 'NaN', 'Infinity', '-1', -1, '1,5', '0x10', {}, [], true])
      assert.equal(received({sent_coin_amount: value}), undefined, String(value));
  });
});

describe('an amount to pay', () => {
  const asked = (value: unknown) => sure(readOrder({...minimal, coin_amount: value})).coinAmount;
  for (const [value, expected] of [
    ['50.84', '50.84'],
    [50.84, '50.84'],
    ['1e3', '1000'],
    ['1e-8', '0.00000001'],
    [1e-8, '0.00000001'],
    ['+50.84', undefined],
    ['50.84 USDC', undefined],
    ['50,84', undefined],
    ['５０', undefined],
    ['٥٠', undefined],
    ['-50.84', undefined],
    ['NaN', undefined],
    ['999e999', undefined],
    ['0', undefined],
    ['', undefined],
    [['50.84'], undefined],
  ] as const)
    test(`${JSON.stringify(value)} is ${expected ?? 'none'}`, () => assert.equal(asked(value), expected));
});

describe('times', () => {
  const times: readonly (readonly [wire: unknown, expected: number | undefined])[] = [
    ['1790000000', 1_790_000_000_000],
    [1_790_000_000, 1_790_000_000_000],
    [1_790_000_000.25, 1_790_000_000_250],
    ['2026-09-21T14:13:20Z', 1_790_000_000_000],
    ['2026-09-21T16:13:20+02:00', 1_790_000_000_000],
    ['', undefined],
    ['soon', undefined],
    [0, undefined],
    [-5, undefined],
    [null, undefined],
    [true, undefined],
    [{}, undefined],
    [[], undefined],
  ];
  for (const [wire, expected] of times) {
    test(`${JSON.stringify(wire)} is ${expected ?? 'no time'}`, () => {
      assert.equal(sure(readOrder({...minimal, created_at: wire})).createdAt, expected);
    });
  }

  test('the request for payment stands in for the creation', () => {
    const order = sure(readOrder({...minimal, payment_requested_at: '1790000000'}));
    assert.equal(order.createdAt, 1_790_000_000_000);
  });

  test('the earliest expiry counts, and none from before the creation', () => {
    const at = 1_790_000_000;
    const expiry = (fields: object) => sure(readOrder({...minimal, created_at: at, ...fields})).expiresAt;
    const later = {payment_expires_at: at + 1200, expires_at: (at + 600) * 1000, expiry: String(at + 900)};
    assert.equal(expiry(later), (at + 600) * 1000);
    assert.equal(expiry({...later, expiration_date: at - 1}), (at + 600) * 1000);
    assert.equal(expiry({payment: {expires_at: at + 300}, expires_at: at + 600}), (at + 300) * 1000);
    assert.equal(expiry({expires_in: 1800, expired: false, expires_at: 'soon'}), undefined);
  });

  for (const name of [
    'payment_expires_at',
    'expires_at',
    'expiration_date',
    'expiresAt',
    'expiry',
    'expiration_time',
    'invoice_expires_at',
    'valid_until',
    'payment_deadline',
  ]) {
    test(`${name} is when the order expires`, () => {
      assert.equal(sure(readOrder({...minimal, [name]: 1_790_000_000})).expiresAt, 1_790_000_000_000);
    });
  }
});

describe('what was delivered', () => {
  const {deliveries, ...order} = sure(readOrder(readSample('order-delivered')));
  const named = (name: string) => {
    const found = deliveries.find(delivery => delivery.brandName === name);
    assert.ok(found, name);
    return found;
  };

  test('comes with what has arrived', () => {
    assert.equal(order.coinAmount, '0.00032833');
    assert.equal(order.received, '0.00032833');
  });

  test('is a code with all that belongs to it', () => {
    assert.deepEqual(named('Tin Whistle'), {
      state: 'Succeeded',
      brandName: 'Tin Whistle',
      label: '25 USD',
      country: 'US',
      deliveredTo: 'email',
      beneficiary: 'buyer@example.com',
      code: 'TEST-CODE-0001',
      link: undefined,
      barcode: 'https://logos.example/x.png',
      activation: undefined,
      serial: '1234',
      securityCode: '42',
      reference: undefined,
      instructions: '<ol><li>Visit the shop</li></ol>',
      failure: undefined,
    });
  });

  test('is a link where the code is an https address, with the other instructions', () => {
    assert.equal(named('Linked').link, 'https://redeem.example/abc');
    assert.equal(named('Linked').code, undefined);
    assert.equal(named('Linked').instructions, 'Open the link');
  });

  const deliver = (deliverable: object) =>
    sure(readOrder({...minimal, deliveries: [{deliverable}]})).deliveries[0];

  test('is found under the other names that clients have seen', () => {
    for (const name of ['voucher_code', 'code', 'pin'])
      assert.equal(deliver({[name]: 'C-1'})?.code, 'C-1', name);
    assert.equal(
      deliver({redemption_url: 'https://redeem.example/x', pin_code: 'C-1'})?.link,
      'https://redeem.example/x',
    );
    assert.equal(deliver({redemption_url: 'https://redeem.example/x', pin_code: 'C-1'})?.code, 'C-1');
    assert.equal(deliver({pin_usage_instructions: 'Scratch'})?.instructions, 'Scratch');
  });

  test('is an eSIM where any field holds what it is activated with', () => {
    const activation = 'LPA:1$rsp.example.com$ABC-123';
    for (const name of ['pin_code', 'activation_code', 'lpa', 'qr_text', 'qr_code'])
      assert.equal(deliver({[name]: activation})?.activation, activation, name);
    assert.equal(deliver({pin_code: activation})?.code, undefined);
    for (const text of ['LPA:2$a$b', 'LPA:1$', 'LPA:1$$b', 'rsp.example.com', 5])
      assert.equal(deliver({activation_code: text})?.activation, undefined, String(text));
  });

  test('has a picture of the code only from https', () => {
    assert.equal(deliver({qr_image_url: 'https://img.example/q.png'})?.barcode, 'https://img.example/q.png');
    for (const url of ['http://img.example/q.png', 'javascript:alert(1)', 'data:image/png;base64,x'])
      assert.equal(deliver({barcode_image_url: url})?.barcode, undefined, url);
  });

  test('is a code to read where the address is not https', () => {
    assert.equal(named('Plain').link, undefined);
    assert.equal(named('Plain').code, 'http://redeem.example/abc');
  });

  test('is never a link that runs something', () => {
    for (const pin_code of ['javascript:alert(1)', 'data:text/html,x', 'HTTPS', 'ftp://x.example']) {
      const [delivery] = sure(readOrder({...minimal, deliveries: [{deliverable: {pin_code}}]})).deliveries;
      assert.equal(delivery?.link, undefined, pin_code);
      assert.equal(delivery?.code, pin_code);
    }
  });

  test('is credited to a phone', () => {
    assert.equal(named('Kora').deliveredTo, 'phone');
    assert.equal(named('Kora').reference, 'OP-1');
  });

  test('can have failed', () => {
    assert.equal(named('Unlucky').failure, 'Supplier refused');
  });

  test('can be next to nothing', () => {
    assert.equal(deliveries.length, 7);
    assert.equal(deliveries.at(-1)?.state, '');
  });
});

describe('problems', () => {
  for (const none of [null, [], undefined, {}, 'text', 5]) {
    test(`${JSON.stringify(none)} means none`, () => {
      assert.deepEqual(readProblems({problems: none}), []);
    });
  }

  test('are their codes, whatever comes with them', () => {
    const problems = [
      {problem: 'OUT_OF_STOCK'},
      {problem: 'KYC_MISSING', moreDetails: {a: 1}},
      {problem: 'NEW_ONE', moreDetails: null},
    ];
    assert.deepEqual(readProblems({problems}), [
      {code: 'OUT_OF_STOCK'},
      {code: 'KYC_MISSING'},
      {code: 'NEW_ONE'},
    ]);
  });
});

describe('a validation', () => {
  test('without problems says what is to be paid', () => {
    const expected = {coinAmount: '0.00032833', problems: []};
    assert.deepEqual(sure(readValidation(readSample('validation'))), expected);
    for (const problems of [null, [], undefined])
      assert.deepEqual(sure(readValidation({coin_amount: '0.00032833', problems})), expected);
  });

  test('with problems needs no amount', () => {
    const problems = [{problem: 'OUT_OF_STOCK'}];
    for (const coin_amount of [undefined, null, '0'])
      assert.deepEqual(sure(readValidation({coin_amount, problems})).problems, [{code: 'OUT_OF_STOCK'}]);
  });

  for (const coin_amount of [null, undefined, '0', '0.000', 0, -1, '', 'x', {}, []]) {
    test(`without problems and with ${JSON.stringify(coin_amount)} to pay is none`, () => {
      assert.equal(readValidation({coin_amount, problems: []}), undefined);
    });
  }

  for (const problems of [['OUT_OF_STOCK'], [{}], [{code: 'OUT_OF_STOCK'}], [null]]) {
    test(`with the problems ${JSON.stringify(problems)}, which say nothing we know, never passes`, () => {
      const parsed = readValidation({coin_amount: '1', problems});
      assert.ok(!parsed || parsed.problems.length > 0);
    });
  }

  for (const body of [null, [], 'text', {}]) {
    test(`${JSON.stringify(body)} is none`, () => {
      assert.equal(readValidation(body), undefined);
    });
  }
});
