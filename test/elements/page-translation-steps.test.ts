/**
 * Tests that a browser which translates the page between every two steps of a purchase leaves no text behind that was true
 * before: two checkouts are led through the same purchase, one of them translated, and must show the same.
 */
import {expect} from '@open-wc/testing';

import {createSandbox} from '../../src/sandbox/index.js';
import {type OpenCheckout, openCheckout, until} from './support/checkout.js';

/** What a translator does to the texts of one element. Each keeps the original, to be compared. */
const TRANSLATORS: Readonly<Record<string, (texts: readonly Text[]) => void>> = {
  'wraps every text in two elements': texts => {
    for (const text of texts) replace([text]);
  },
  'translates the numbers too': texts => {
    for (const text of texts) replace([text], digit => String.fromCodePoint(0x660 + Number(digit)));
  },
  'makes one text of neighbours': texts => {
    const [first, ...rest] = texts;
    if (first) replace([first, ...rest]);
  },
};

/** Replaces texts by one translation, as translators do: a `font` in a `font`. */
function replace(texts: readonly Text[], ofDigit = (digit: string) => digit) {
  const original = texts.map(({data}) => data).join('');
  if (!original.trim()) return;
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  outer.dataset.original = original;
  inner.textContent = `⟦${original.replace(/\d/g, ofDigit)}⟧`;
  outer.append(inner);
  texts[0]?.replaceWith(outer);
  for (const text of texts.slice(1)) text.data = '';
}

/** Translates everything that may be: neighbours are texts with no element between them. */
function translate(root: Node, translator: (texts: readonly Text[]) => void): void {
  if (root instanceof Element) {
    if (root.localName === 'font' || root.localName === 'style') return;
    if (root.shadowRoot) translate(root.shadowRoot, translator);
    if (root.getAttribute('translate') === 'no') return;
  }
  let texts: Text[] = [];
  for (const node of [...root.childNodes]) {
    if (node instanceof Text) texts.push(node);
    else if (node instanceof Element) {
      translator(texts);
      texts = [];
      translate(node, translator);
    }
  }
  translator(texts);
}

/** Returns what is drawn, every translation as its original. */
function shown(root: Node): string {
  if (root instanceof Text) return root.data;
  if (root instanceof Element) {
    // Says an arrival to those whose focus is elsewhere: two checkouts on a page have one focus.
    if (root.localName === 'style' || root.matches('.frame > [role=status]')) return '';
    if (root instanceof HTMLElement && root.dataset.original) return root.dataset.original;
  }
  const inside = root instanceof Element && root.shadowRoot ? [...root.shadowRoot.childNodes] : [];
  return [...inside, ...root.childNodes].map(shown).join(' ');
}

const plainly = ({element}: OpenCheckout) => shown(element).replace(/[⟦⟧]/g, '').replace(/\s+/g, ' ').trim();

/** Opens a checkout of which everything is the same each time: prices, ids, the time. */
async function openSame(): Promise<OpenCheckout> {
  let now = Date.parse('2026-11-28T12:00:00Z');
  const sandbox = createSandbox({requireHeaders: false, now: () => now});
  const checkout = await openCheckout({
    sandbox,
    environment: {now: () => now},
  });
  return Object.assign(checkout, {
    pass: (milliseconds: number) => {
      now += milliseconds;
      checkout.element.refresh();
    },
  });
}

type Step = (checkout: OpenCheckout & {pass?(milliseconds: number): void}) => unknown;

const control =
  (action: 'pay' | 'underpay' | 'overpay' | 'expire' | 'fail' | 'refund' | 'hold') =>
  (checkout: OpenCheckout) => {
    checkout.sandbox.control(checkout.element.state.orderId ?? '', action);
    (checkout as Parameters<Step>[0]).pass?.(3000);
  };

const TO_QUOTE: readonly Step[] = [async checkout => checkout.part('brand')];
const BRANDS: readonly Step[] = [
  ...TO_QUOTE,
  checkout => checkout.press('kind', 'eSIMs'),
  checkout => checkout.press('kind', 'Gift cards'),
  checkout => checkout.parts('category')[2]?.click(),
  checkout => checkout.press('kind', 'All'),
  checkout => checkout.type('search', 'italy'),
  checkout => checkout.type('search', 'france'),
  checkout => checkout.type('search', 'qqqq'),
  checkout => checkout.type('search', 'sk'),
  checkout => checkout.type('search', ''),
  checkout => checkout.type('country', 'IT'),
  checkout => checkout.type('country', 'US'),
];
const QUOTE: readonly Step[] = [
  checkout => checkout.press('brand', 'Voltaic'),
  checkout => checkout.press('denomination', '25'),
  checkout => checkout.part('total'),
  checkout => checkout.press('denomination', '50'),
  checkout => checkout.type('coin', 'BTC'),
  checkout => checkout.type('network', 'Lightning'),
  checkout => checkout.type('coin', 'USDC'),
  checkout => checkout.part('total'),
];
const DETAILS: readonly Step[] = [
  checkout => checkout.press('submit'),
  checkout => checkout.step('details'),
  checkout => checkout.press('submit'),
  checkout => checkout.type('email', 'ana@'),
  checkout => checkout.type('email', 'ana@example.com'),
  checkout => checkout.type('refund-address', 'x'),
  checkout => checkout.press('submit'),
  checkout => checkout.type('refund-address', ''),
  checkout => checkout.press('submit'),
  checkout => checkout.part('summary'),
];
const PAYMENT: readonly Step[] = [
  checkout => checkout.press('submit'),
  checkout => checkout.step('payment'),
  checkout =>
    until(() => checkout.parts('acknowledge').length + checkout.parts('address').length > 0, 'the payment'),
  checkout => checkout.parts('acknowledge')[0]?.click(),
  checkout => checkout.part('address'),
  checkout => checkout.press('report'),
  checkout => checkout.press('report'),
];

const PURCHASES: Readonly<Record<string, readonly Step[]>> = {
  'brands and a quote': [...BRANDS, ...QUOTE],
  'a purchase in two parts': [
    ...TO_QUOTE,
    ...QUOTE,
    ...DETAILS,
    ...PAYMENT,
    control('underpay'),
    checkout => checkout.part('received'),
    control('pay'),
    checkout => checkout.pass?.(60_000),
    checkout => checkout.step('done'),
    checkout => checkout.press('reveal'),
    checkout => checkout.press('reveal'),
    checkout => checkout.press('reveal'),
  ],
  ...Object.fromEntries(
    (['overpay', 'expire', 'fail', 'refund', 'hold'] as const).map(action => [
      `a payment and ${action}`,
      [
        ...TO_QUOTE,
        ...QUOTE.slice(0, 3),
        ...DETAILS.slice(0, 2),
        (checkout: OpenCheckout) => checkout.type('email', 'ana@example.com'),
        (checkout: OpenCheckout) => checkout.press('submit'),
        (checkout: OpenCheckout) => checkout.part('summary'),
        ...PAYMENT.slice(0, 5),
        control(action),
        (checkout: Parameters<Step>[0]) => checkout.pass?.(10_000),
      ],
    ]),
  ),
};

for (const [how, translator] of Object.entries(TRANSLATORS))
  describe(`a translator that ${how}`, () => {
    for (const [name, steps] of Object.entries(PURCHASES))
      it(`leaves nothing behind that was true before, in ${name}`, async () => {
        const [plain, translated] = [await openSame(), await openSame()];
        for (const [at, step] of steps.entries()) {
          translate(translated.element.shadowRoot as ShadowRoot, translator);
          await Promise.all([step(plain), step(translated)]);
          const isSame = () => plainly(plain) === plainly(translated);
          await until(isSame, '', 1500).catch(() => {
            const [found, truth] = [plainly(translated), plainly(plain)].map(text => text.split(' '));
            const from = truth?.findIndex((word, index) => word !== found?.[index]) ?? 0;
            const near = (words: readonly string[] = []) =>
              words.slice(Math.max(0, from - 5), from + 12).join(' ');
            expect(near(found), `after step ${at}: ${String(step)}`).to.equal(near(truth));
          });
        }
      }).timeout(60_000);
  });
