/** In pages of others: narrow places of every kind, and a browser that translates. */
import {expect, fixture, html} from '@open-wc/testing';

import {openCheckout, until, walkTo} from './support/checkout.js';

describe('the width', () => {
  const places: Readonly<Record<string, [parent: string, own?: string]>> = {
    'a column that centres': ['display: flex; flex-direction: column; align-items: center'],
    'a grid that centres': ['display: grid; justify-items: center'],
    'an inline block': ['', 'display: inline-block'],
    'an absolute place': ['position: relative; block-size: 600px', 'position: absolute'],
    'a table cell': ['display: table'],
  };
  for (const [name, [parent, own = '']] of Object.entries(places)) {
    for (const width of [300, 360, 900]) {
      it(`in ${name} of ${width} px is never more than that, and 480 px where there is room`, async () => {
        const checkout = await openCheckout();
        await checkout.part('brand');
        const place = await fixture<HTMLElement>(html`<div></div>`);
        place.style.cssText = `inline-size: ${width}px; ${parent}`;
        checkout.element.style.cssText = own;
        place.append(checkout.element);
        expect(checkout.element.offsetWidth).to.equal(name.includes('table') ? width : Math.min(width, 480));
        expect(place.scrollWidth).to.equal(width);
      });
    }
  }

  it('in a block is all of it', async () => {
    const checkout = await openCheckout();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.inlineSize = '700px';
    place.append(checkout.element);
    expect(checkout.element.offsetWidth).to.equal(700);
  });
});

/** Does to all texts what a browser does that translates a page: each becomes two elements. */
function translate(root: ParentNode) {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) translate(element.shadowRoot);
    for (const node of [...element.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim() || element.localName === 'style')
        continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = node.nodeValue;
      outer.append(inner);
      node.replaceWith(outer);
    }
  }
}

describe('in a page that the browser translates', () => {
  it('what is shown is what is true', async () => {
    const checkout = await openCheckout();
    const shown = (name: string) => checkout.parts(name)[0]?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const {element} = checkout;
    await walkTo(checkout, 'quote');
    translate(element.shadowRoot!);
    checkout.parts('denomination').at(2)?.querySelector('input')?.click();
    await until(() => element.state.denomination === '100 USD', 'another amount');
    await until(() => shown('total').startsWith(`${element.state.coinAmount}`), 'its price');
    expect(shown('submit')).to.contain(`${element.state.coinAmount}`);
    await checkout.press('submit');
    await checkout.type('email', 'ana@example.com');
    await checkout.press('submit');
    await checkout.part('summary');
    await checkout.press('submit');
    await checkout.part('address');
    translate(element.shadowRoot!);
    const clock = checkout.parts('countdown')[0]?.shadowRoot?.querySelector('[role=timer]');
    const before = clock?.textContent;
    await until(() => clock?.textContent !== before, 'the clock to go on');
    checkout.sandbox.control(element.state.orderId ?? '', 'underpay');
    element.refresh();
    await until(() => shown('received') !== '', 'a part of it');
    await until(() => !shown('heading').includes('101.'), 'the rest to be asked for');
    translate(element.shadowRoot!);
    checkout.sandbox.control(element.state.orderId ?? '', 'hold');
    element.refresh();
    await until(() => !shown('heading').includes('Send'), 'no money to be asked for');
  });

  it('amounts, addresses, clock and code are left alone', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    for (const name of ['coin-amount', 'address', 'qr', 'trail'])
      expect(
        checkout.parts(name)[0]?.closest('[translate=no]') ??
          checkout.parts(name)[0]?.querySelector('[translate=no]'),
        name,
      ).not.to.equal(null);
    const clock = checkout.parts('countdown')[0]?.shadowRoot?.querySelector('[role=timer]');
    expect(clock?.getAttribute('translate')).to.equal('no');
  });
});
