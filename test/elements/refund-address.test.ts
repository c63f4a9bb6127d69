import {expect} from '@open-wc/testing';

import {type OpenCheckout, openCheckout, walkTo} from './support/checkout.js';

const solana = '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV';
const bitcoin = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

/** What the order that was made says of refunds. */
async function refundOf({requests}: OpenCheckout): Promise<unknown> {
  const orders = requests.filter(({method, url}) => method === 'POST' && url.endsWith('/v5/orders'));
  const bodies = await Promise.all(orders.map(order => order.json() as Promise<Record<string, unknown>>));
  expect(bodies.length).to.equal(1);
  return bodies[0]?.refund_wallet_address;
}

async function confirm(checkout: OpenCheckout) {
  await checkout.press('submit');
  await checkout.part('summary');
  const summary = await checkout.text('summary');
  await checkout.press('submit');
  await checkout.step('payment');
  return summary;
}

describe('a refund address', () => {
  it('of the network is shown once more and sent with the order', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    await checkout.type('refund-address', ` ${solana} `);
    expect(await confirm(checkout)).to.contain(solana);
    expect(await refundOf(checkout)).to.equal(solana);
  });

  it('that is pasted in brackets with hidden marks is sent alone, and shown as it is sent', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    await checkout.type('refund-address', `\u202a<${solana.slice(0, 20)}\u200b ${solana.slice(20)}>\u202c`);
    expect(await confirm(checkout)).to.contain(solana);
    expect(await refundOf(checkout)).to.equal(solana);
  });

  it('of another network is refused until it is corrected or taken away', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    await checkout.type('refund-address', bitcoin);
    await checkout.press('submit');
    expect(await checkout.text('error')).to.contain('no address on Solana');
    expect((await checkout.part('refund-address')).getAttribute('aria-invalid')).to.equal('true');
    await checkout.type('refund-address', '');
    expect(await confirm(checkout)).not.to.contain('Refund');
    expect(await refundOf(checkout)).to.equal(undefined);
  });

  it('that the page gives is filled in', async () => {
    const checkout = await openCheckout({attributes: {'refund-address': solana}});
    await walkTo(checkout, 'details');
    expect((await checkout.part<HTMLInputElement>('refund-address')).value).to.equal(solana);
    await confirm(checkout);
    expect(await refundOf(checkout)).to.equal(solana);
    expect(checkout.codes()).to.deep.equal([]);
  });

  it('that the page gives for another network is not used, and that is reported', async () => {
    const checkout = await openCheckout({attributes: {'refund-address': bitcoin}});
    await walkTo(checkout, 'details');
    expect(await confirm(checkout)).not.to.contain('Refund');
    expect(await refundOf(checkout)).to.equal(undefined);
    expect(checkout.codes()).to.deep.equal(['attribute_invalid']);
  });

  it('is not asked for where nothing can be sent back to an address', async () => {
    const checkout = await openCheckout({attributes: {coin: 'BTC', network: 'Lightning'}});
    await walkTo(checkout, 'details');
    expect(checkout.parts('refund-address').length).to.equal(0);
  });
});
