/** What throws while something is drawn: the page gets an event, the buyer a notice and a way on. */
import {expect} from '@open-wc/testing';

import type {MessageOverrides} from '../../src/locales/overrides.js';
import {type OpenCheckout, openCheckout, until, walkTo} from './support/checkout.js';

const bad = (): never => {
  throw new Error('ana@example.com');
};

/** Places where an update throws, mostly by texts of the page, the step they belong to, and what makes them. */
const PLACES: Readonly<
  Record<
    string,
    {
      messages: MessageOverrides;
      step: 'brand' | 'quote' | 'payment';
      act?: (checkout: OpenCheckout) => unknown;
      back: string;
    }
  >
> = {
  'the root': {messages: {progress: bad}, step: 'brand', back: 'brand'},
  'a step': {messages: {quote: {heading: bad}}, step: 'quote', back: 'denomination'},
  'a part of a step that is an element of its own': {
    messages: {},
    step: 'payment',
    act: checkout => {
      const root = checkout.parts('copy')[0]?.getRootNode();
      if (root instanceof ShadowRoot) Object.assign(root.host, {render: bad, label: 'another'});
    },
    back: 'address',
  },
};

/** Keeps what is logged out of the output of the tests, and hands it over. */
async function logged(run: () => Promise<void>): Promise<unknown[]> {
  const {error} = console;
  const lines: unknown[] = [];
  console.error = (...given: unknown[]) => void lines.push(...given);
  try {
    await run();
  } finally {
    console.error = error;
  }
  return lines;
}

describe('what throws in an update', () => {
  for (const [name, {messages, step, act, back}] of Object.entries(PLACES)) {
    it(`of ${name} is internal_error for the page, and for the buyer a notice that leads on`, async () => {
      const checkout = await openCheckout();
      await checkout.part('brand');
      if (step !== 'brand') await walkTo(checkout, step);
      const lines = await logged(async () => {
        checkout.element.messages = messages;
        await act?.(checkout);
        await checkout.part('retry');
      });
      expect(await checkout.text('error')).to.contain('Something went wrong on this page');
      expect(checkout.codes()).to.deep.equal(['internal_error']);
      expect(JSON.stringify(checkout.said)).not.to.contain('ana@example.com');
      expect(String(lines[0]), 'the developer finds the cause in the console').to.contain('ana@example.com');
      expect(checkout.parts('progress').length, 'the way back, and where the buyer is').to.equal(1);

      await logged(async () => {
        await checkout.press('retry');
        await until(() => step === 'payment' || checkout.codes().length === 2, 'the same again');
        await checkout.part(step === 'payment' ? back : 'retry');
      });
      checkout.element.messages = undefined;
      checkout.parts('retry')[0]?.click();
      await checkout.part(back);
      expect(checkout.parts('error')).to.deep.equal([]);
      expect(checkout.element.state.step).to.equal(step);
    });
  }

  it('after it was drawn is the same, and other ways lead on', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'quote');
    const step = checkout.element.shadowRoot?.querySelector('cr-quote-step');
    Object.assign(step ?? {}, {updated: bad, headingLevel: 3});
    await logged(() => checkout.part('retry').then(() => {}));
    expect(checkout.codes()).to.deep.equal(['internal_error']);
    await checkout.press('back');
    await checkout.part('brand');
    expect(checkout.parts('error')).to.deep.equal([]);
  });

  it('ends when the page starts anew, and the buyer can buy something else', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'quote');
    await logged(async () => {
      checkout.element.messages = {quote: {heading: bad}};
      await checkout.press('action', 'Buy something else');
      await checkout.press('brand', 'Voltaic');
      await checkout.part('retry');
      checkout.element.reset();
      await checkout.part('brand');
    });
    expect(checkout.codes()).to.deep.equal(['internal_error', 'internal_error']);
    expect(checkout.element.state.step).to.equal('brand');
  });

  it('moves the focus to the heading once it was tried again', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'quote');
    await logged(async () => {
      checkout.element.messages = {quote: {heading: bad}};
      await checkout.part('retry');
    });
    checkout.element.messages = undefined;
    await checkout.element.updateComplete;
    (await checkout.part('retry')).focus();
    await checkout.press('retry');
    const heading = await checkout.part('heading');
    await until(() => heading.matches(':focus'), 'the focus');
  });
});
