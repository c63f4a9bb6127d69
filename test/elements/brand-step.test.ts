import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {createSandbox} from '../../src/sandbox/index.js';
import {type OpenCheckout, openCheckout, until} from './support/checkout.js';

const focused = (checkout: OpenCheckout) => {
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return checkout.parts('brand').indexOf(active as HTMLElement);
};

async function onFirstTile(): Promise<OpenCheckout> {
  await setViewport({width: 640, height: 800});
  const checkout = await openCheckout();
  (await checkout.part('brand')).focus();
  return checkout;
}

describe('the brands', () => {
  it('are one stop of the Tab key', async () => {
    const checkout = await onFirstTile();
    const stops = checkout.parts('brand').filter(tile => tile.tabIndex === 0);
    expect(stops).to.have.length(1);
  });

  it('are walked through with arrow keys, Home and End, by rows and columns', async () => {
    const checkout = await onFirstTile();
    const walk: number[] = [];
    for (const press of [
      'ArrowRight',
      'ArrowDown',
      'ArrowLeft',
      'ArrowUp',
      'ArrowUp',
      'End',
      'ArrowRight',
      'Home',
    ]) {
      await sendKeys({press});
      walk.push(focused(checkout));
    }
    const last = checkout.parts('brand').length - 1;
    expect(walk).to.deep.equal([1, 5, 4, 0, 0, last, last, 0]);
  });

  it('are picked with Enter', async () => {
    const checkout = await onFirstTile();
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'Enter'});
    await checkout.step('quote');
    expect(checkout.element.state.brand).to.equal('Northbeam');
  });

  it('are searched by typing in the list', async () => {
    const checkout = await onFirstTile();
    await sendKeys({type: 'voltaic'});
    await until(() => checkout.parts('brand').length === 1, 'one brand');
    expect((checkout.parts('search')[0] as HTMLInputElement).value).to.equal('voltaic');
    expect(await checkout.text('brand')).to.contain('Voltaic');
  });

  it('say when nothing matches, and show all again', async () => {
    const checkout = await onFirstTile();
    await checkout.type('search', 'qqqq');
    expect(await checkout.text('notice')).to.contain('Nothing matches “qqqq”');
    await checkout.press('action');
    await until(() => checkout.parts('brand').length >= 12, 'all brands');
    expect((checkout.parts('search')[0] as HTMLInputElement).value).to.equal('');
  });

  it('show the logos that stay while somebody types, and ask for others when the typing rests', async () => {
    const checkout = await onFirstTile();
    await until(() => checkout.parts('brand').length >= 12, 'the brands');
    const logos = () => checkout.parts('brand').map(tile => tile.querySelector('img'));
    const [kept] = logos();
    const first = checkout.parts('brand')[0]?.querySelector('.name')?.textContent ?? '';
    await checkout.type('search', first);
    await until(() => checkout.parts('brand').length < 3, 'the brand that is typed');
    expect(logos()[0]).to.equal(kept);
    await checkout.type('search', 'voltaic');
    await until(() => checkout.parts('brand')[0]?.textContent?.includes('Voltaic') ?? false, 'another brand');
    expect(logos()).to.deep.equal([null]);
    await until(() => logos()[0] !== null, 'its logo');
  });

  it('are searched as soon as the listing is here, whatever has been typed before', async () => {
    let answer = (_: Response) => {};
    const waiting = new Promise<Response>(resolve => {
      answer = resolve;
    });
    const checkout = await openCheckout({
      intercept: ({url}) => (url.includes('/v2/brands') ? waiting : undefined),
    });
    await checkout.type('search', 'voltaic');
    answer(await checkout.sandbox(new Request('https://shop.test/v2/brands?country_code=US')));
    await until(() => checkout.parts('brand').length === 1, 'one brand');
    expect(await checkout.text('brand')).to.contain('Voltaic');
    expect((checkout.parts('search')[0] as HTMLInputElement).value).to.equal('voltaic');
  });

  it('are searched for what was typed when the element is taken out of the page and put back', async () => {
    const checkout = await onFirstTile();
    await checkout.type('search', 'voltaic');
    checkout.element.remove();
    document.body.append(checkout.element);
    await until(() => checkout.parts('brand').length === 1, 'one brand');
    expect(await checkout.text('brand')).to.contain('Voltaic');
    await until(() => checkout.parts('brand')[0]?.querySelector('img') !== null, 'its logo');
    checkout.element.remove();
  });

  it('are drawn a page at a time, and every page is reached and left again', async () => {
    const sandbox = createSandbox({requireHeaders: false, catalogue: {country: 'US', rows: 900}});
    const checkout = await openCheckout({sandbox});
    await until(() => checkout.parts('brand').length === 30, 'a page');
    const [first] = checkout.parts('brand').map(tile => tile.textContent);
    await checkout.press('action', 'Show 30 more');
    await until(() => checkout.parts('brand')[0]?.textContent !== first, 'the next page');
    await until(() => focused(checkout) === 0, 'the focus');
    expect(checkout.parts('brand')).to.have.length(30);
    await checkout.press('action', 'previous');
    await until(() => checkout.parts('brand')[0]?.textContent === first, 'the first page');
  });

  it('of another country are found by its name, in the buyer’s language', async () => {
    const checkout = await openCheckout();
    await checkout.type('search', 'nige');
    await checkout.press('action', 'Brands in Nigeria');
    await until(
      () => checkout.parts('brand').some(tile => tile.textContent?.includes('Kora Mobile')),
      'its brands',
    );
    expect(checkout.element.state.country).to.equal('NG');
    expect((checkout.parts('search')[0] as HTMLInputElement).value).to.equal('');
    expect((checkout.parts('country')[0] as HTMLSelectElement).value).to.equal('NG');
  });

  it('are filtered by kind', async () => {
    const checkout = await openCheckout();
    await checkout.press('kind', 'Top-ups');
    await until(() => checkout.parts('brand').length < 10, 'only top-ups');
    expect(await checkout.text('brand')).to.contain('Beacon Mobile');
  });

  it('are filtered by category', async () => {
    const checkout = await onFirstTile();
    await checkout.press('category', 'Games');
    await until(() => checkout.parts('brand').length < 30, 'fewer brands');
    expect(
      checkout.parts('category').filter(chip => chip.getAttribute('aria-pressed') === 'true'),
    ).to.have.length(1);
  });
});
