import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {version} from '../../src/version.js';
import {acknowledge, emptyStorage, fastSandbox, openCheckout, until, walkTo} from './support/checkout.js';

describe('cr-checkout', () => {
  it('says when its first step is usable, once', async () => {
    const unready = document.createElement('cr-checkout');
    expect(unready.isReady).to.equal(false);
    const checkout = await openCheckout();
    await checkout.part('brand');
    expect(checkout.said).to.deep.equal([{type: 'cr-ready', detail: {version}}]);
    expect(checkout.element.isReady).to.equal(true);
  });

  it('has a frozen state without anything personal at every step', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'done');
    const {state} = checkout.element;
    expect(Object.isFrozen(state)).to.equal(true);
    expect(state).to.include({
      step: 'done',
      orderState: 'Done',
      brand: 'Voltaic',
      denomination: '50 USD',
      coin: 'USDC',
      network: 'Solana',
    });
    expect(JSON.stringify(state)).not.to.contain('ana@example.com');
  });

  it('knows in its state the price that is on screen, and none that is not', async () => {
    const checkout = await openCheckout();
    const {element} = checkout;
    const fired: unknown[] = [];
    for (const type of ['cr-quote', 'cr-step-change'] as const)
      element.addEventListener(type, () => fired.push([type, element.state.coinAmount]));
    await walkTo(checkout, 'quote');
    const {coinAmount} = element.state;
    expect(element.state).to.deep.equal({
      step: 'quote',
      canGoBack: true,
      country: 'US',
      brand: 'Voltaic',
      denomination: '50 USD',
      faceValue: '50',
      currency: 'USD',
      coin: 'USDC',
      network: 'Solana',
      coinAmount,
    });
    await checkout.press('back');
    await checkout.step('brand');
    expect(element.state).to.deep.equal({step: 'brand', canGoBack: false, country: 'US'});
    await checkout.press('brand', 'Northbeam');
    await checkout.part('amount');
    expect(element.state, 'nothing of the brand before but how to pay').to.deep.equal({
      step: 'quote',
      canGoBack: true,
      country: 'US',
      brand: 'Northbeam',
      coin: 'USDC',
      network: 'Solana',
    });
    await checkout.type('coin', 'BTC');
    await until(() => element.state.coin === 'BTC', 'the coin that is chosen');
    await checkout.type('coin', 'USDC');
    await until(() => element.state.coin === 'USDC', 'the other again');
    await checkout.type('amount', '40');
    await checkout.part('total');
    expect(element.state).to.include({denomination: 'range', faceValue: '40'});
    await checkout.type('amount', '4');
    await until(() => element.state.coinAmount === undefined, 'the price to go');
    expect(fired.slice(0, 4)).to.deep.equal([
      ['cr-step-change', undefined],
      ['cr-quote', coinAmount],
      ['cr-step-change', undefined],
      ['cr-step-change', undefined],
    ]);
  });

  it('goes back by its method as long as there is a step', async () => {
    const {element, press, part, step} = await openCheckout();
    expect(element.back()).to.equal(false);
    await part('brand');
    await press('brand', 'Voltaic');
    await step('quote');
    expect([element.state.canGoBack, element.back()]).to.deep.equal([true, true]);
    await step('brand');
    expect([element.state.canGoBack, element.back()]).to.deep.equal([false, false]);
  });

  it('knows no country before it is on a page', () => {
    expect(document.createElement('cr-checkout').state).to.deep.equal({step: 'brand', canGoBack: false});
  });

  it('is vetoed by cr-before-order, and nothing is ordered', async () => {
    const checkout = await openCheckout();
    const veto = (event: Event) => event.preventDefault();
    checkout.element.addEventListener('cr-before-order', veto);
    await walkTo(checkout, 'review');
    await checkout.press('submit');
    expect(await checkout.text('error')).to.contain('Nothing was ordered');
    expect(checkout.sandbox.orders()).to.have.length(0);
    checkout.element.removeEventListener('cr-before-order', veto);
    await checkout.press('submit');
    await checkout.step('payment');
    expect(checkout.sandbox.orders()).to.have.length(1);
  });

  it('opens on the quote of a preselected brand and amount', async () => {
    const checkout = await openCheckout({
      attributes: {brand: 'larkstall', amount: '120', coin: 'BTC', network: 'Lightning'},
    });
    await checkout.step('quote');
    expect(await checkout.text('total')).to.match(/BTC$/);
    expect((await checkout.part<HTMLSelectElement>('network')).value).to.equal('Lightning');
    expect(
      checkout.said.map(event => event.type),
      'the page knows what it asked for',
    ).to.deep.equal(['cr-ready', 'cr-quote']);
    await checkout.press('back');
    await checkout.part('brand');
    expect(checkout.element.state.step).to.equal('brand');
  });

  it('follows attributes that change later, and keeps what the buyer has entered', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    checkout.element.email = 'late@example.com';
    await until(
      () => (checkout.parts('email')[0] as HTMLInputElement).value === 'late@example.com',
      'the e-mail',
    );
    expect(checkout.element.state.step).to.equal('details');
    checkout.element.country = 'it';
    await until(
      () => checkout.parts('brand').some(tile => tile.textContent?.includes('Mercatino')),
      'brands of Italy',
    );
    expect(checkout.element.state).to.deep.equal({step: 'brand', canGoBack: false, country: 'IT'});
    checkout.element.brand = 'Mercatino';
    await checkout.step('quote');
  });

  it('says when a preselected brand is not on sale, and lets the buyer choose', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Nowhere'}});
    await checkout.part('brand');
    expect(await checkout.text('error')).to.contain('Nowhere is not on sale in United States');
    expect(checkout.codes()).to.deep.equal(['not_on_sale']);
  });

  it('shows only the kinds it is asked for, and no country choice when that is locked', async () => {
    const checkout = await openCheckout({attributes: {kinds: 'esim', 'lock-country': ''}});
    await checkout.part('brand');
    expect(checkout.parts('brand').map(tile => tile.querySelector('.name')?.textContent)).to.deep.equal([
      'Roamly eSIM',
    ]);
    expect(checkout.parts('country')).to.have.length(0);
  });

  it('lets the buyer change the country', async () => {
    const checkout = await openCheckout();
    await checkout.part('brand');
    await checkout.type('country', 'NG');
    await until(
      () => checkout.parts('brand').some(tile => tile.textContent?.includes('Kora Mobile')),
      'brands of Nigeria',
    );
    expect(checkout.element.state.country).to.equal('NG');
  });

  it('speaks the language of the nearest ancestor, and follows it', async () => {
    const checkout = await openCheckout();
    await checkout.part('brand');
    const parent = checkout.element.parentElement;
    parent?.setAttribute('lang', 'vi-VN');
    await until(
      () => checkout.parts('heading')[0]?.textContent === 'Bạn muốn mua gì?',
      'the Vietnamese heading',
    );
    checkout.element.lang = 'en';
    await until(
      () => checkout.parts('heading')[0]?.textContent === 'What would you like to buy?',
      'the English heading',
    );
  });

  it('takes texts of the page’s own', async () => {
    const checkout = await openCheckout();
    checkout.element.messages = {brand: {heading: 'Pick a present'}};
    await checkout.element.updateComplete;
    expect(await checkout.text('heading')).to.equal('Pick a present');
    expect((await checkout.part('search')).getAttribute('aria-label')).to.equal('Search brands or countries');
  });

  it('reports attributes that are not valid, ignores them, and never throws', async () => {
    const attributes = {
      country: 'Narnia',
      amount: '1e',
      theme: 'pink',
      email: 'no address',
      kinds: 'giftcard boats',
      'support-url': 'javascript:alert(1)',
    };
    const checkout = await openCheckout({attributes});
    await checkout.part('brand');
    const named = checkout.said
      .filter(event => event.type === 'cr-error')
      .map(event => String(event.detail.message).split(' ')[1]);
    expect(named.sort()).to.deep.equal(['amount', 'country', 'email', 'kinds', 'support-url', 'theme']);
    expect(new Set(checkout.codes())).to.deep.equal(new Set(['attribute_invalid']));
    const links = [...(checkout.element.shadowRoot?.querySelectorAll('a') ?? [])].map(link => link.protocol);
    expect(links).not.to.include('javascript:');
  });

  it('reports each value that is not valid, also after another of the same attribute, and none again', async () => {
    const checkout = await openCheckout();
    await checkout.part('brand');
    const {element} = checkout;
    for (const set of [
      () => element.setAttribute('theme', 'pink'),
      () => element.setAttribute('theme', 'Dark'),
      () => element.setAttribute('kinds', 'boats'),
      () => element.setAttribute('support-url', 'javascript:alert(1)'),
      () => element.setAttribute('kinds', 'giftcard'),
    ]) {
      set();
      await element.updateComplete;
    }
    const named = checkout.said
      .filter(event => event.type === 'cr-error')
      .map(event => String(event.detail.message).split(' ')[1]);
    expect(named).to.deep.equal(['theme', 'theme', 'kinds', 'support-url']);
  });

  it('takes numbers, null and removed attributes as frameworks set them', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Larkstall'}});
    await checkout.step('quote');
    const loose = checkout.element as unknown as Record<string, unknown>;
    loose.amount = 25;
    await checkout.part('total');
    loose.email = null;
    loose.theme = undefined;
    loose.kinds = null;
    checkout.element.removeAttribute('country');
    await checkout.step('quote');
    expect(checkout.codes()).to.deep.equal([]);
  });

  it('tells a fault of its own, such as an address that no request can be made of', async () => {
    const checkout = await openCheckout({attributes: {'proxy-url': 'https://user:word@proxy.test/'}});
    expect(await checkout.text('error')).to.contain('Something went wrong on this page');
    expect(checkout.codes()).to.deep.equal(['internal_error']);
  });

  for (const proxyUrl of ['', 'javascript:alert(1)', 'http://']) {
    it(`says what is missing for proxy-url="${proxyUrl}", and starts when it comes`, async () => {
      const checkout = await openCheckout({attributes: {'proxy-url': proxyUrl}});
      expect(await checkout.text('error')).to.contain('proxy-url');
      expect(checkout.codes()).to.include('proxy_url_missing');
      expect(checkout.said.at(-1)?.detail.recoverable).to.equal(false);
      checkout.element.proxyUrl = '/api';
      await checkout.part('brand');
    });
  }

  it('stops every request when it is removed, and goes on when it is put back', async () => {
    let aborted = 0;
    const checkout = await openCheckout({
      intercept: request =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => {
            aborted += 1;
            reject(request.signal.reason);
          });
        }),
    });
    await until(() => checkout.requests.length === 2, 'two requests');
    const parent = checkout.element.parentElement;
    checkout.element.remove();
    await until(() => aborted === 2, 'the requests to end');
    checkout.intercept = undefined;
    parent?.append(checkout.element);
    await checkout.part('brand');
    expect(checkout.codes()).to.deep.equal([]);
  });

  it('remembers an open order in this browser and nothing about the buyer', async () => {
    const storage = emptyStorage();
    const kept: string[] = [];
    const noted = {
      ...storage,
      setItem: (key: string, value: string) => {
        kept.push(value);
        storage.setItem(key, value);
      },
    };
    const sandbox = fastSandbox();
    const first = await openCheckout({sandbox, environment: {storage: noted}});
    await walkTo(first, 'payment');
    const {orderId} = first.element.state;
    first.element.remove();
    const second = await openCheckout({sandbox, environment: {storage: noted}});
    await acknowledge(second);
    expect(second.element.state.orderId).to.equal(orderId);
    expect(second.said.map(event => event.type)).not.to.include('cr-step-change');
    expect(kept.join()).not.to.contain('ana@example.com');
    const third = await openCheckout({sandbox, attributes: {'no-resume': ''}, environment: {storage: noted}});
    await third.part('brand');
  });

  it('starts anew on reset(), and forgets the order', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    checkout.element.reset();
    await checkout.part('brand');
    expect(checkout.element.state).to.deep.equal({step: 'brand', canGoBack: false, country: 'US'});
    expect(checkout.said.at(-1)?.detail, 'what the page itself did is not reported').to.deep.equal({
      step: 'payment',
      previous: 'details',
    });
  });

  it('moves the focus to the heading of a step that the buyer went to', async () => {
    const checkout = await openCheckout();
    const tile = await checkout.part('brand');
    tile.focus();
    tile.click();
    await checkout.step('quote');
    await until(() => focusedPart(checkout.element)?.contains('heading') === true, 'the focus');
  });

  it('leaves the focus in a field while the buyer types, letter by letter', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'details');
    await checkout.type('email', '');
    (await checkout.part('email')).focus();
    for (const press of 'ana@x.org') await sendKeys({press});
    expect((checkout.parts('email')[0] as HTMLInputElement).value).to.equal('ana@x.org');
  });

  it('says that a copy worked', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    // A key, because WebKit lets nothing but the buyer's own doing write to the clipboard.
    (await checkout.part('copy')).focus();
    await sendKeys({press: 'Enter'});
    const button = checkout.parts('copy')[0]?.getRootNode() as ShadowRoot;
    await until(
      () => button.querySelector('[role=status]')?.textContent === 'Amount copied',
      'the words for it',
    );
  });

  it('keeps what its steps say to it out of sight of a page that listens in the capture phase', async () => {
    const seen: string[] = [];
    const {dispatchEvent} = EventTarget.prototype;
    const dispatched = new Set<string>();
    EventTarget.prototype.dispatchEvent = function (event) {
      dispatched.add(event.type);
      return dispatchEvent.call(this, event);
    };
    const listen = ({type}: Event) => void seen.push(type);
    const internal = ['cr-action', 'cr-command', 'cr-notice', 'cr-pick-brand', 'cr-time-up'];
    for (const type of internal) document.addEventListener(type, listen, {capture: true});
    try {
      const checkout = await openCheckout();
      await walkTo(checkout, 'payment');
      await checkout.press('submit');
      expect([...dispatched]).to.include.members(['cr-action', 'cr-command', 'cr-notice', 'cr-pick-brand']);
      expect(seen).to.deep.equal([]);
    } finally {
      EventTarget.prototype.dispatchEvent = dispatchEvent;
      for (const type of internal) document.removeEventListener(type, listen, {capture: true});
    }
  });

  it('shows what the page puts into its slots', async () => {
    const checkout = await openCheckout();
    checkout.element.innerHTML =
      '<p slot="header">Hello</p><p slot="done">Thanks</p><p slot="empty">Nothing</p><p slot="footer">Bye</p>';
    await walkTo(checkout, 'done');
    for (const name of ['header', 'done', 'footer']) {
      const content = checkout.element.querySelector(`[slot="${name}"]`);
      expect(content?.assignedSlot, name).not.to.equal(null);
      expect((content as HTMLElement).offsetHeight, name).to.be.greaterThan(0);
    }
  });

  it('passes its parts on to the page’s styles', async () => {
    const style = await fixture<HTMLStyleElement>(html`<style>
      cr-checkout::part(submit) {
        outline: 3px solid rgb(1, 2, 3);
      }
    </style>`);
    const checkout = await openCheckout();
    await walkTo(checkout, 'quote');
    expect(getComputedStyle(await checkout.part('submit')).outlineColor).to.equal('rgb(1, 2, 3)');
    style.remove();
  });

  it('writes no style attribute anywhere', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    const styled: Element[] = [];
    const search = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.hasAttribute('style')) styled.push(element);
        if (element.shadowRoot) search(element.shadowRoot);
      }
    };
    if (checkout.element.shadowRoot) search(checkout.element.shadowRoot);
    expect(styled).to.deep.equal([]);
  });
});

/** The parts of the element that has the focus, in whichever shadow tree it is. */
function focusedPart(host: Element): DOMTokenList | undefined {
  let active = host.shadowRoot?.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.part;
}
