/** Buys with nothing but keys, nothing but accessible names, and a pointer whose presses give no focus, in three engines. */
import {after, before, describe, it} from 'node:test';
import {findByName, pressByName} from './support/by-name.js';
import {engines, type Hand, openHand} from './support/hand.js';
import {type Pages, page, servePages} from './support/pages.js';

let pages: Pages;

/** No order of an earlier test is resumed. */
const TAG = '<cr-checkout proxy-url="/api" country="US" no-resume></cr-checkout>';

/** Presses on buttons give no focus, as in Safari; the page goes on below the checkout. */
const SAFARI = `<script>
  document.addEventListener('mousedown', event => {
    if (event.composedPath().some(({localName}) => localName === 'button')) event.preventDefault();
  }, true);
</script>`;
const LONG = '<div style="height: 1500px"></div>';

before(async () => {
  pages = await servePages();
  pages.put('/', page(`<button>before</button>${TAG}`));
  pages.put('/safari', page(`${SAFARI}${TAG}${LONG}`));
});

after(() => pages?.close());

for (const engine of engines) {
  describe(`a purchase in ${engine}`, () => {
    let hand: Hand;
    before(async () => {
      hand = await openHand(engine);
    });
    after(() => hand?.close());

    it('is made by keys alone', async () => {
      await hand.open(pages.url);
      await buyByKeys(hand);
    });

    it('is made by accessible names alone', async () => {
      await hand.open(pages.url);
      await buyByNames(hand, async () => {});
    });

    it('shows and names every step when presses give no focus', async () => {
      await hand.open(`${pages.url}/safari`);
      await buyByNames(hand, async step => {
        await until(hand, step, HEADING);
      });
    });
  });
}

async function buyByNames(hand: Hand, arrived: (step: string) => Promise<void>): Promise<void> {
  // Far down: the next step is shown above the window unless something scrolls.
  await pressByName(hand, 'button', '^Mercado Nine');
  await arrived('quote');
  await pressByName(hand, 'radio', '^\\$25 ');
  await pressByName(hand, 'button', '^Continue');
  await arrived('details');
  await pressByName(hand, 'textbox', '^Email');
  await hand.type('ana@example.com');
  await pressByName(hand, 'button', '^Review');
  await until(hand, 'details', SUMMARY);
  await arrived('details');
  await pressByName(hand, 'button', '^Place order');
  await arrived('payment');
  await findByName(hand, 'img', 'QR');
  pages.pay();
  await pressByName(hand, 'button', '^Show code');
  await until(hand, 'done', CODE);
}

async function buyByKeys(hand: Hand): Promise<void> {
  await until(hand, 'brand', 'return true');
  await hand.run('document.querySelector("button").focus()');
  await tabTo(hand, 'search');
  await hand.type('Voltaic');
  await until(hand, 'brand', ONE_BRAND);
  await hand.press('Enter');
  await until(hand, 'quote', HEADING);
  await tabTo(hand, 'denomination');
  await hand.press('Space');
  await tabTo(hand, 'submit');
  await hand.press('Enter');
  await until(hand, 'details', HEADING);
  await tabTo(hand, 'email');
  await hand.type('ana@example.com');
  await hand.press('Enter');
  await until(hand, 'details', SUMMARY);
  await tabTo(hand, 'submit');
  await hand.press('Enter');
  await until(hand, 'payment', HEADING);
  await tabTo(hand, 'copy');
  pages.pay();
  await until(hand, 'done', REVEAL);
  await tabTo(hand, 'reveal');
  await hand.press('Enter');
  await until(hand, 'done', CODE);
}

const INSIDE = `
  const all = root => [...root.querySelectorAll('*')].flatMap(it => [it, ...(it.shadowRoot ? all(it.shadowRoot) : [])]);
  const parts = name => all(document).filter(it => it.part.contains(name));
  const focused = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
`;
/** Bodies of functions that return whether the screen is as it has to be. */
const SUMMARY = `${INSIDE} return parts('summary').length > 0`;
const ONE_BRAND = `${INSIDE} return parts('brand').length === 1`;
const REVEAL = `${INSIDE} return parts('reveal').length > 0`;
const CODE = `${INSIDE} return parts('code').some(it => it.textContent.trim().length > 3)`;
const HEADING = `${INSIDE}
  const [heading] = parts('heading');
  if (!heading || focused() !== heading) return false;
  const {top, bottom} = heading.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
`;
const FOCUSED = `${INSIDE}
  const active = focused();
  const names = [...(active?.part ?? []), ...(active?.closest('[part]')?.part ?? [])];
  return [names, active?.textContent ?? '', active?.labels?.[0]?.textContent ?? ''];
`;

/** Waits until a step is on screen and a script returns `true`. */
async function until(hand: Hand, step: string, body: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  const isThere = `return document.querySelector('cr-checkout').state.step === arguments[0]`;
  while (!((await hand.run<boolean>(isThere, step)) && (await hand.run<boolean>(body)))) {
    if (Date.now() > deadline) throw new Error(`${hand.engine} does not show ${step}: ${body.slice(-200)}`);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}

/** Presses the Tab key until a part has the focus whose text holds the words. */
async function tabTo(hand: Hand, name: string, words = ''): Promise<void> {
  const seen: string[] = [];
  for (let tab = 0; tab < 80; tab += 1) {
    await hand.press('Tab');
    const [parts, ...texts] = await hand.run<[string[], string, string]>(FOCUSED);
    if (parts.includes(name) && texts.some(text => text.includes(words))) return;
    seen.push(parts.join(' '));
  }
  throw new Error(`no stop at ${name} ${words}, but at: ${seen.join(', ')}`);
}
