import {expect} from '@open-wc/testing';

import {en} from '../../src/locales/en.js';
import {openCheckout, until} from './support/checkout.js';

type Wire = Readonly<Record<string, unknown>>;

/** Replaces every text that may be translated with two elements, as a browser's page translation does. */
function translatePage(root: Element | ShadowRoot) {
  for (const node of [...root.childNodes]) {
    if (node instanceof Element) {
      if (node.shadowRoot) translatePage(node.shadowRoot);
      if (node.getAttribute('translate') !== 'no' && node.localName !== 'style') translatePage(node);
    } else if (node instanceof Text && node.data.trim()) {
      const inner = document.createElement('font');
      inner.textContent = node.data;
      const outer = document.createElement('font');
      outer.append(inner);
      node.replaceWith(outer);
    }
  }
}

describe('a page that is translated in the middle of a payment', () => {
  it('goes on to show what is true', async () => {
    let body: Wire = {
      order_id: 'order-1',
      order_state: 'WaitingForPayment',
      payment_state: 'PaymentRequested',
      created_at: Math.floor(Date.now() / 1000),
      coin: 'LTC',
      network: 'Mainnet',
      coin_amount: '0.50',
      wallet_address: 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9',
    };
    const checkout = await openCheckout({
      attributes: {'order-id': 'order-1'},
      intercept: request => (request.url.includes('/v5/orders/') ? Response.json(body) : undefined),
    });
    const set = async (next: Wire) => {
      translatePage(checkout.element.shadowRoot as ShadowRoot);
      body = {...body, ...next};
      checkout.element.refresh();
    };
    await checkout.part('address');
    await set({order_state: 'PartialPaymentStarted', sent_coin_amount: '0.2'});
    const heading = async () => (await checkout.text('heading')).replace(/\s+/g, ' ');
    await until(() => checkout.parts('received').length > 0, 'the part that has arrived');
    expect(await heading()).to.equal('Send 0.3 LTC');
    expect(await checkout.text('coin-amount')).to.contain('0.3');
    await set({order_state: 'PaymentReceived', payment_state: 'PaymentReceived', sent_coin_amount: '0.5'});
    await until(() => checkout.element.state.orderState === 'PaymentReceived', 'the payment');
    await until(() => checkout.parts('address').length === 0, 'the address to go');
    expect(await heading()).to.equal(en.payment.states.paid.heading);
    expect(await checkout.text('order-state')).to.contain(en.payment.states.paid.text);
  });
});
