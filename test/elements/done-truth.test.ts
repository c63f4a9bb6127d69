import {expect} from '@open-wc/testing';

import {en} from '../../src/locales/en.js';
import {type OpenCheckout, openCheckout, shownTexts, until} from './support/checkout.js';

/** Opens on an order that is done, as the API answers it. */
async function openDone(change: Readonly<Record<string, unknown>>) {
  const body = {order_id: 'order-1', order_state: 'Done', payment_state: 'PaymentReceived', ...change};
  const checkout = await openCheckout({
    attributes: {'order-id': 'order-1'},
    intercept: request => (request.url.endsWith('order-1') ? Response.json(body) : undefined),
  });
  await checkout.part('receipt');
  return checkout;
}

const textOf = ({element}: OpenCheckout) =>
  shownTexts(element)
    .map(({data}) => data)
    .join(' ');

const line = (deliverable: object) => [
  {delivery_state: 'Succeeded', deliverable: {brand_name: 'Voltaic', ...deliverable}},
];

describe('an order that is done', () => {
  it('with nothing delivered names the email, the order and the way to support', async () => {
    const checkout = await openDone({deliveries: []});
    const receipt = await checkout.text('receipt');
    expect(receipt).to.contain(en.done.byEmailOnly);
    expect(receipt).to.contain('order-1');
    expect(checkout.parts('support')).to.have.length(1);
  });

  it('says where the code is that was withheld', async () => {
    const checkout = await openDone({delivered: 'withheld', deliveries: line({denomination: '50 USD'})});
    expect(await checkout.text('receipt')).to.contain(
      'The code is shown on the device that ordered, and was sent by email.',
    );
    expect(checkout.parts('reveal')).to.have.length(0);
  });

  it('keeps the lines of plain text', async () => {
    const redeem_instructions = '1. Go to voltaic.example\n2. Sign in\n3. Enter the code';
    const checkout = await openDone({
      deliveries: line({denomination: '50 USD', pin_code: '1', redeem_instructions}),
    });
    const shown = await checkout.part('instructions');
    for (const one of redeem_instructions.split('\n')) expect(shown.textContent).to.contain(one);
    expect(shown.querySelectorAll('br')).to.have.length(2);
  });

  it('shows the confirmation code of an eSIM once revealed, beside what it is installed with', async () => {
    const checkout = await openDone({
      deliveries: line({
        smdp_address: 'rsp.voltaic.example',
        matching_id: 'ABC-123',
        confirmation_code: '4711',
      }),
    });
    expect(await checkout.text('receipt')).not.to.contain('4711');
    await checkout.press('reveal');
    await until(() => textOf(checkout).includes('4711'), 'the confirmation code');
    expect(textOf(checkout)).to.contain(en.done.confirmation);
    expect(textOf(checkout)).not.to.contain(en.done.confirmationNeeded);
  });

  it('says that the confirmation code comes by email where an eSIM needs one', async () => {
    const checkout = await openDone({
      deliveries: line({
        smdp_address: 'rsp.voltaic.example',
        matching_id: 'A',
        confirmation_code_required: true,
      }),
    });
    expect(textOf(checkout)).to.contain(en.done.confirmationNeeded);
  });
});
