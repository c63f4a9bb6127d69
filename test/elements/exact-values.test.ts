/**
 * Tests that a browser which translates the page leaves every amount, address and code as it is: none of their digits stands
 * in a text without `translate="no"` around it.
 */
import {expect} from '@open-wc/testing';

import {type OpenCheckout, openCheckout, shownTexts, until, walkTo} from './support/checkout.js';

type Wire = Readonly<Record<string, unknown>>;

function isKept(text: Node): boolean {
  for (let node: Node | null = text; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
    if (node instanceof Element && node.getAttribute('translate') === 'no') return true;
  return false;
}

/** Expects decimals, addresses and codes to be kept from translation, and some to be there at all. */
function expectKept({element}: OpenCheckout, exact: RegExp) {
  const texts = shownTexts(element).filter(({data}) => exact.test(data));
  expect(texts, 'values').not.to.have.length(0);
  expect(texts.filter(text => !isKept(text)).map(({data}) => data.trim())).to.deep.equal([]);
}

describe('amounts of each step are kept from translation', () => {
  for (const step of ['quote', 'details', 'review', 'payment', 'done'] as const)
    it(`in ${step}`, async () => {
      const checkout = await openCheckout();
      await walkTo(checkout, step);
      if (step === 'done') await checkout.press('reveal');
      expectKept(checkout, /\d\.\d|[A-Z\d]{4}-[A-Z\d]{4}|[1-9A-HJ-NP-Za-km-z]{32}/);
    });
});

describe('amounts of an order are kept from translation', () => {
  for (const [name, change, exact] of [
    ['while it waits', {}, /50\.84|mvin/],
    [
      'where a part is missing',
      {order_state: 'PartialPaymentStarted', sent_coin_amount: '20.5'},
      /20\.5|30\.34/,
    ],
    ['where too much came', {order_state: 'PaymentReceived', sent_coin_amount: '76.26'}, /76\.26|25\.42/],
    ['where it came late', {order_state: 'Expired', sent_coin_amount: '50.84'}, /50\.84/],
    ['where the rest did not come', {order_state: 'Expired', sent_coin_amount: '20.5'}, /20\.5|30\.34/],
    ['where less is missing than can be sent', {sent_coin_amount: '50.839999'}, /0\.000001/],
    [
      'where it is confirmed',
      {order_state: 'PaymentStarted', confirmations: 11, required_confirmations: 32},
      /11|32/,
    ],
  ] as const satisfies readonly (readonly [string, Wire, RegExp])[])
    it(name, async () => {
      const body: Wire = {
        order_id: 'order-1',
        order_state: 'WaitingForPayment',
        created_at: Math.floor(Date.now() / 1000),
        coin: 'USDC',
        network: 'Solana',
        coin_amount: '50.84',
        wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
        ...change,
      };
      const checkout = await openCheckout({
        attributes: {'order-id': 'order-1'},
        intercept: request => (request.url.includes('/v5/orders/') ? Response.json(body) : undefined),
      });
      await checkout.part('order-state');
      await until(() => shownTexts(checkout.element).some(({data}) => exact.test(data)), 'the values');
      checkout.parts('acknowledge')[0]?.click();
      await checkout.element.updateComplete;
      expectKept(checkout, exact);
    });
});
