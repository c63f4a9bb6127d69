/** Typing: what keys lead to, and when a field says what is wrong. */
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {openCheckout, until, walkTo} from './support/checkout.js';

function focused(host: Element): HTMLElement | undefined {
  let active = host.shadowRoot?.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (active as HTMLElement | null) ?? undefined;
}

describe('the search', () => {
  it('leads into the brands by an arrow, and picks the only one by Enter', async () => {
    const checkout = await openCheckout();
    await checkout.part('brand');
    const search = await checkout.part('search');
    search.focus();
    await sendKeys({press: 'ArrowDown'});
    await until(() => focused(checkout.element)?.part.contains('brand') === true, 'a brand');
    search.focus();
    await sendKeys({press: 'Enter'});
    expect(checkout.element.state.step, 'many brands').to.equal('brand');
    await sendKeys({type: 'voltaic'});
    await sendKeys({press: 'Enter'});
    await checkout.step('quote');
    expect(checkout.element.state.brand).to.equal('Voltaic');
  });
});

describe('a row of filters', () => {
  it('is one stop of the Tab key, with arrow keys inside', async () => {
    const checkout = await openCheckout();
    await checkout.part('category');
    const stops = () => checkout.parts('category').filter(({tabIndex}) => tabIndex === 0);
    expect(stops().map(({textContent}) => textContent)).to.deep.equal(['All']);
    stops()[0]?.focus();
    await sendKeys({press: 'ArrowRight'});
    const second = focused(checkout.element);
    expect(second).to.equal(checkout.parts('category')[1]);
    await sendKeys({press: 'End'});
    expect(focused(checkout.element)).to.equal(checkout.parts('category').at(-1));
    second?.click();
    await until(() => stops()[0] === second, 'the pressed one in the tab order');
  });
});

describe('an amount', () => {
  it('that is too low or off the step is said when the field is left, not while it is typed', async () => {
    const checkout = await openCheckout();
    await checkout.press('brand', 'Larkstall');
    const field = await checkout.part<HTMLInputElement>('amount');
    field.focus();
    await sendKeys({press: '2'});
    await checkout.element.updateComplete;
    expect(checkout.parts('error')).to.have.length(0);
    field.blur();
    expect(await checkout.text('error')).to.contain('$10');
    field.focus();
    await sendKeys({press: '0'});
    await until(() => checkout.parts('error').length === 0, 'the error to go');
    await sendKeys({press: 'Backspace'});
    await checkout.element.updateComplete;
    expect(checkout.parts('error'), 'it was right meanwhile').to.have.length(0);
  });

  it('takes the comma of a keyboard that has no dot', async () => {
    const checkout = await openCheckout();
    await checkout.press('brand', 'Larkstall');
    (await checkout.part('amount')).focus();
    await sendKeys({type: '20,50'});
    await checkout.part('total');
    expect(checkout.element.state.faceValue).to.equal('20.5');
    expect((checkout.parts('amount')[0] as HTMLInputElement).value).to.equal('20,50');
  });
});

describe('a refund address that is wrong', () => {
  it('keeps its section open while it is corrected', async () => {
    const address = '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV';
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    await checkout.type('refund-address', `${address.slice(0, -1)}0`);
    await checkout.press('submit');
    await checkout.part('error');
    const field = await checkout.part<HTMLInputElement>('refund-address');
    await until(() => focused(checkout.element) === field, 'the focus');
    await sendKeys({press: 'End'});
    await sendKeys({press: 'Backspace'});
    await sendKeys({press: 'V'});
    expect(field.closest('details')?.open).to.equal(true);
    expect(field.value).to.equal(address);
  });
});
