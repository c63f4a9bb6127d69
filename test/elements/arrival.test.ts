/** What happens to the view, the focus and the words spoken when another screen comes. */
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {LitElement} from 'lit';

import {type OpenCheckout, openCheckout, until, walkTo} from './support/checkout.js';

/** Presses as Safari does: the button gets no focus. */
async function tap(checkout: OpenCheckout, name: string, text = '') {
  await until(() => checkout.parts(name).some(part => part.textContent?.includes(text)), name);
  const button = checkout.parts(name).find(part => part.textContent?.includes(text));
  button?.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
  button?.click();
}

function focused(host: Element): HTMLElement | undefined {
  let active = host.shadowRoot?.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (active as HTMLElement | null) ?? undefined;
}

const isAtHeading = ({element}: OpenCheckout) => focused(element)?.part.contains('heading') === true;

/** Everything that live regions say from now on, in order. */
function listen(host: Element): string[] {
  const said: string[] = [];
  const watch = (root: ShadowRoot) => {
    const last = new Map<Element, string>();
    const read = () => {
      for (const region of root.querySelectorAll('[role=status], [role=alert], [aria-live=polite]')) {
        const text = region.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        if (text && text !== last.get(region)) said.push(text);
        last.set(region, text);
      }
      for (const inner of root.querySelectorAll('*')) {
        if (inner.shadowRoot && !seen.has(inner.shadowRoot)) watch(inner.shadowRoot);
      }
    };
    seen.add(root);
    read();
    new MutationObserver(read).observe(root, {subtree: true, childList: true, characterData: true});
  };
  const seen = new Set<ShadowRoot>();
  if (host.shadowRoot) watch(host.shadowRoot);
  said.length = 0;
  return said;
}

describe('an arrival at another screen', () => {
  afterEach(() => {
    for (const bar of document.querySelectorAll('.bar')) bar.remove();
    scrollTo(0, 0);
  });

  it('brings the heading into view and gives it the focus, although the button that was pressed has none', async () => {
    const checkout = await openCheckout();
    const below = document.createElement('div');
    below.className = 'bar';
    below.style.height = '1500px';
    document.body.append(below);
    await until(() => checkout.parts('brand').length > 12, 'some brands');
    scrollTo(0, document.documentElement.scrollHeight);
    (document.activeElement as HTMLElement | null)?.blur();
    await tap(checkout, 'brand', 'Voltaic');
    await until(() => isAtHeading(checkout), 'the focus');
    const {top, bottom} = checkout.parts('heading')[0]?.getBoundingClientRect() ?? {top: -1, bottom: -1};
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.below(innerHeight);
  });

  it('leaves the heading below a bar of the page', async () => {
    const bar = await fixture<HTMLElement>(html`<div class="bar">Shop</div>`);
    bar.style.cssText = 'position: fixed; inset: 0 0 auto; block-size: 150px; background: #fff';
    if (bar.parentElement) bar.parentElement.style.paddingBlockStart = '400px';
    const checkout = await openCheckout();
    await walkTo(checkout, 'quote');
    const below = document.createElement('div');
    below.className = 'bar';
    below.style.height = '1500px';
    document.body.append(below);
    scrollTo(0, 600);
    await tap(checkout, 'submit');
    await checkout.step('details');
    await until(() => isAtHeading(checkout), 'the focus');
    expect(checkout.parts('heading')[0]?.getBoundingClientRect().top).to.be.within(150, innerHeight / 2);
  });

  it('is one at the payment whose network was acknowledged, too', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    const sandbox = checkout.sandbox;
    const resumed = await openCheckout({
      sandbox,
      attributes: {'order-id': checkout.element.state.orderId ?? ''},
    });
    await resumed.part('acknowledge');
    await tap(resumed, 'acknowledge');
    await resumed.part('qr');
    await until(() => isAtHeading(resumed), 'the focus');
  });

  it('does not move view or focus of a buyer who is elsewhere on the page, and is spoken', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    const field = await fixture<HTMLInputElement>(html`<input />`);
    field.focus();
    const said = listen(checkout.element);
    checkout.sandbox.control(checkout.element.state.orderId ?? '', 'pay');
    await checkout.step('done');
    await until(() => said.some(text => /ready/.test(text)), 'the delivery');
    expect(document.activeElement).to.equal(field);
    checkout.element.reset();
    await checkout.part('brand');
    expect(document.activeElement).to.equal(field);
  });

  it('at a delivery takes the focus that is nowhere, and is spoken once', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    // Firefox blurs what has the focus, not the host around it.
    focused(checkout.element)?.blur();
    document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
    expect(document.activeElement === document.body, 'the focus is nowhere').to.equal(true);
    const said = listen(checkout.element);
    checkout.sandbox.control(checkout.element.state.orderId ?? '', 'pay');
    await checkout.step('done');
    await until(() => isAtHeading(checkout), 'the focus');
    const heading = await checkout.text('heading');
    expect(said.filter(text => text === heading)).to.have.length(1);
  });
});

describe('the focus', () => {
  it('goes to the heading when what had it is taken away', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    (await checkout.part('copy')).focus();
    checkout.sandbox.control(checkout.element.state.orderId ?? '', 'hold');
    checkout.element.refresh();
    await until(() => checkout.parts('copy').length === 0, 'the payment to go');
    await until(() => isAtHeading(checkout), 'the focus');
  });

  it('stays with the question whether to leave an open order, and comes back from it', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    const leave = checkout.parts('action').find(part => part.textContent?.includes('Buy something else'));
    leave?.focus();
    leave?.click();
    await until(() => focused(checkout.element)?.textContent?.includes('Stay here') === true, 'the question');
    focused(checkout.element)?.click();
    await until(
      () => focused(checkout.element)?.textContent?.includes('Buy something else') === true,
      'the button',
    );
  });
});

describe('live regions', () => {
  it('say an amount when it changes, and never how old it is', async () => {
    let now = 0;
    const checkout = await openCheckout({environment: {now: () => now}});
    await walkTo(checkout, 'quote');
    const said = listen(checkout.element);
    now = 25_000;
    const quote = await checkout.text('quote');
    const step = (await checkout.part('quote')).getRootNode() as ShadowRoot;
    (step.host as LitElement).requestUpdate();
    await until(
      () => checkout.parts('quote')[0]?.textContent?.replace(/\s+/g, ' ').trim() !== quote,
      'the age',
    );
    expect(said).to.deep.equal([]);
    await checkout.press('denomination', '$100');
    await until(() => said.length > 0, 'the new amount');
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^You pay 101\.\d+\sUSDC$/);
  });
});

describe('keys', () => {
  it('typed in a field stay in the element; those that a page may need go on', async () => {
    const checkout = await openCheckout();
    const seen: string[] = [];
    const listener = ({key}: KeyboardEvent) => void seen.push(key);
    document.addEventListener('keydown', listener);
    (await checkout.part('search')).focus();
    for (const press of ['s', 'k', 'Backspace', 'Escape', 'Tab']) await sendKeys({press});
    document.removeEventListener('keydown', listener);
    expect(seen).to.deep.equal(['Escape', 'Tab']);
  });
});
