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
  await until(() => checkout.parts('brand').length === 30, 'a page');
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

  it('show the logos that stay while the buyer types, and fetch others when the typing rests', async () => {
    const checkout = await onFirstTile();
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

  it('of another country are found by any word of its name, with or without its accents', async () => {
    const checkout = await openCheckout({attributes: {lang: 'vi'}});
    const offers: Record<string, readonly string[]> = {
      'nhat ban': ['Nhật Bản'],
      NHẬT: ['Nhật Bản'],
      thuy: ['Thụy Điển', 'Thụy Sĩ'],
      'a rap thong': ['Các Tiểu Vương quốc Ả Rập Thống nhất'],
      duc: ['Đức'],
      'cote d ivoire': ['Côte d’Ivoire'],
      du: [],
    };
    for (const [search, expected] of Object.entries(offers)) {
      await checkout.type('search', search);
      const shown = () =>
        checkout
          .parts('action')
          .flatMap(({textContent}) => textContent?.match(/(?<=Thương hiệu ở ).*\S/) ?? [])
          .join();
      await until(() => shown() === expected.join(), `the countries of ${search}`);
    }
  });

  it('of other countries are not looked for where the page has locked the country', async () => {
    const checkout = await openCheckout({attributes: {'lock-country': ''}});
    expect((await checkout.part('search')).getAttribute('aria-label')).to.equal('Search brands');
    await checkout.type('search', 'nigeria');
    expect(await checkout.text('notice')).to.contain('Nothing matches');
    expect(checkout.parts('country')).to.have.length(0);
    expect(checkout.parts('action').map(({textContent}) => textContent?.trim())).to.deep.equal([
      'Show all brands',
    ]);
  });

  it('that are sold out come last, say why they cannot be picked, and say it again when pressed', async () => {
    const checkout = await onFirstTile();
    await checkout.press('action', 'Show 30 more');
    await until(() => checkout.parts('brand').at(-1)?.ariaDisabled === 'true', 'what is sold out');
    await until(() => focused(checkout) === 0, 'the focus');
    const tiles = checkout.parts('brand');
    const firstOut = tiles.findIndex(tile => tile.ariaDisabled === 'true');
    expect(tiles.slice(firstOut).every(tile => tile.ariaDisabled === 'true')).to.equal(true);
    const [gone] = tiles.slice(firstOut);
    const name = gone?.querySelector('.name')?.textContent;
    expect(gone?.textContent).to.contain('Out of stock');
    await sendKeys({press: 'End'});
    for (let step = tiles.length - 1; step > firstOut; step -= 1) await sendKeys({press: 'ArrowLeft'});
    expect(focused(checkout)).to.equal(firstOut);
    await sendKeys({press: 'Enter'});
    const reason = `${name} is out of stock right now.`;
    await until(() => gone?.textContent?.includes(reason) ?? false, 'the reason');
    const region = (gone?.getRootNode() as ShadowRoot | undefined)?.querySelector('[role=status]');
    await until(() => region?.textContent?.includes(reason) ?? false, 'the announcement');
    expect(checkout.element.state.step).to.equal('brand');
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

/** An answer to the listing in the sandbox's place. */
const listing = (answer: () => Response) => (request: Request) =>
  request.url.includes('/v2/brands') ? answer() : undefined;

const nodesBelow = (root: Node): number =>
  [...root.childNodes].reduce(
    (sum, child) => sum + 1 + nodesBelow(child),
    root instanceof Element && root.shadowRoot ? nodesBelow(root.shadowRoot) : 0,
  );

describe('a listing', () => {
  it('that takes long says so, and the country can be changed meanwhile', async () => {
    const never = new Promise<Response>(() => {});
    const checkout = await openCheckout({
      intercept: ({url}) => (url.includes('country_code=US') ? never : undefined),
    });
    await until(() => withClass(checkout, 'slow').length === 1, 'the slow answer');
    expect(withClass(checkout, 'slow')[0]?.textContent).to.contain('taking longer than usual');
    await checkout.type('country', 'NG');
    await checkout.part('brand');
    expect(withClass(checkout, 'slow')).to.have.length(0);
  });

  it('that ends in the middle says so, and a retry brings it', async () => {
    const half = () =>
      new ReadableStream({
        start: controller => controller.enqueue(new TextEncoder().encode('{"categories": [{"brands": [')),
        pull: controller => controller.error(new TypeError('network error')),
      });
    const checkout = await openCheckout({intercept: listing(() => new Response(half()))});
    await checkout.part('error');
    expect(checkout.codes()).to.deep.equal(['network_error']);
    checkout.intercept = undefined;
    await checkout.press('retry');
    await checkout.part('brand');
  });

  it('of absurd fields stays within its frame and under 1,500 nodes', async () => {
    const long = 'Wolkenkuckucksheim'.repeat(60);
    const all_brands = Array.from({length: 1200}, (_, place) => ({
      brand_id: `${place}`,
      brand: place < 2 ? 'Sun' : `${long} ${place}`,
      family: long,
      category: `${long}-${place}`,
      kind: place % 2 ? long : 'giftcard',
      min: long,
      max: `${long}!`,
      bg_color: long,
      logo_base_url: long,
      is_out_of_stock: long,
    }));
    await setViewport({width: 360, height: 640});
    const checkout = await openCheckout({intercept: listing(() => Response.json({all_brands}))});
    await until(() => checkout.parts('brand').length === 30, 'a page');
    expect(
      checkout.parts('brand').filter(tile => tile.querySelector('.name')?.textContent === 'Sun'),
    ).to.have.length(2);
    expect(nodesBelow(checkout.element)).to.be.below(1500);
    for (const part of ['step', 'brand', 'category', 'search'])
      for (const each of checkout.parts(part)) expect(each.offsetWidth, part).to.be.at.most(innerWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    await checkout.type('search', `${long} 1199`.slice(0, 100));
    await until(() => checkout.parts('brand').length === 30, 'those that begin so');
  });
});

function withClass({element}: OpenCheckout, name: string): Element[] {
  const within = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap(each => [
      ...(each.classList.contains(name) ? [each] : []),
      ...(each.shadowRoot ? within(each.shadowRoot) : []),
    ]);
  return element.shadowRoot ? within(element.shadowRoot) : [];
}
