import {fixture, html} from '@open-wc/testing';
import type {Environment} from '../../../src/controllers/environment.js';
import {pageEnvironment} from '../../../src/controllers/environment.js';
import type {CheckoutEventDetails} from '../../../src/elements/checkout-events.js';
import type {CrCheckout} from '../../../src/elements/cr-checkout.js';
import '../../../src/index.js';
import {fiatAmount} from '../../../src/locales/format.js';
import {createSandbox, type Sandbox} from '../../../src/sandbox/index.js';

const EVENTS = [
  'cr-ready',
  'cr-step-change',
  'cr-quote',
  'cr-before-order',
  'cr-order-created',
  'cr-order-change',
  'cr-done',
  'cr-order-failed',
  'cr-error',
] as const satisfies readonly (keyof CheckoutEventDetails)[];

export interface SaidEvent {
  readonly type: keyof CheckoutEventDetails;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Answers a request in the sandbox's place; `undefined` lets the sandbox answer. */
export type Intercept = (
  request: Request,
) => Promise<Response | undefined> | Promise<Response> | Response | undefined;

/** The element with a sandbox as its `fetch`, and what it says. Waiting is shortened, so no test sleeps. */
export interface OpenCheckout {
  readonly element: CrCheckout;
  readonly sandbox: Sandbox;
  readonly said: SaidEvent[];
  readonly requests: Request[];
  intercept: Intercept | undefined;
  /** Every element in the open shadow trees that carries a part. */
  parts(name: string): HTMLElement[];
  part<Kind extends HTMLElement = HTMLElement>(name: string): Promise<Kind>;
  /** Presses a part, the first that holds the text where one is given. */
  press(name: string, text?: string): Promise<void>;
  type(name: string, value: string): Promise<void>;
  step(name: string): Promise<void>;
  text(name: string): Promise<string>;
  codes(): unknown[];
}

export interface OpenOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly intercept?: Intercept;
  readonly sandbox?: Sandbox;
  readonly environment?: Partial<Environment>;
}

/** A storage of its own for every test. */
export function emptyStorage(): NonNullable<Environment['storage']> {
  const values = new Map<string, string>();
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
  };
}

/** Its clock runs thirty times as fast, so that a delivery does not keep a test waiting. */
export function fastSandbox(): Sandbox {
  const start = Date.now();
  return createSandbox({requireHeaders: false, now: () => start + (Date.now() - start) * 30});
}

export async function openCheckout(options: OpenOptions = {}): Promise<OpenCheckout> {
  const {attributes = {}, sandbox = fastSandbox()} = options;
  const page = pageEnvironment();
  const said: SaidEvent[] = [];
  const requests: Request[] = [];
  const element = document.createElement('cr-checkout');
  element.environment = {
    ...page,
    storage: emptyStorage(),
    sleep: (milliseconds, signal) => page.sleep(Math.min(milliseconds, 30), signal),
    ...options.environment,
  };
  for (const [name, value] of Object.entries({'proxy-url': '/api', country: 'US', ...attributes})) {
    element.setAttribute(name, value);
  }
  for (const type of EVENTS) {
    element.addEventListener(type, event => void said.push({type, detail: {...event.detail}}));
  }
  const parts = (name: string) => withPart(element, name);
  const checkout: OpenCheckout = {
    element,
    sandbox,
    said,
    requests,
    intercept: options.intercept,
    parts,
    part: async <Kind extends HTMLElement>(name: string) => {
      await until(() => parts(name).length > 0, `the part ${name}`);
      return parts(name)[0] as Kind;
    },
    press: async (name, text = '') => {
      const find = () =>
        parts(name).find(part => part.textContent?.includes(text) && !(part as HTMLButtonElement).disabled);
      await until(() => find() !== undefined, `the part ${name} with “${text}”`);
      find()?.click();
    },
    type: async (name, value) => {
      const field = await checkout.part<HTMLInputElement>(name);
      field.value = value;
      field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', {bubbles: true}));
      await element.updateComplete;
    },
    step: name => until(() => element.state.step === name, `the step ${name}`),
    text: async name => (await checkout.part(name)).textContent?.replace(/\s+/g, ' ').trim() ?? '',
    codes: () => said.filter(event => event.type === 'cr-error').map(event => event.detail.code),
  };
  element.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    return (await checkout.intercept?.(request)) ?? sandbox(request);
  };
  await fixture(html`<div>${element}</div>`);
  return checkout;
}

export async function until(isTrue: () => boolean, what: string, limit = 4000): Promise<void> {
  const end = performance.now() + limit;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`waited ${limit} ms for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

function withPart(root: Element, name: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  const search = (tree: ParentNode) => {
    for (const element of tree.querySelectorAll<HTMLElement>('*')) {
      if (element.part.contains(name)) found.push(element);
      if (element.shadowRoot) search(element.shadowRoot);
    }
  };
  if (root.shadowRoot) search(root.shadowRoot);
  return found;
}

/** Lists the texts that are drawn below a root, in its open shadow trees too. */
export function shownTexts(root: Node): Text[] {
  if (root instanceof Text) return [root];
  if (root instanceof HTMLStyleElement) return [];
  const inside = root instanceof Element ? [...(root.shadowRoot?.childNodes ?? [])] : [];
  return [...inside, ...root.childNodes].flatMap(shownTexts);
}

/** Walks to a step with a fixed card, as a buyer would. */
export async function walkTo(
  checkout: OpenCheckout,
  step: 'quote' | 'details' | 'review' | 'payment' | 'done',
) {
  await checkout.press('brand', 'Voltaic');
  await checkout.step('quote');
  await checkout.press('denomination', fiatAmount('50', 'USD', checkout.element.lang || 'en'));
  await checkout.part('total');
  if (step === 'quote') return;
  await checkout.press('submit');
  await checkout.step('details');
  await checkout.type('email', 'ana@example.com');
  if (step === 'details') return;
  await checkout.press('submit');
  await checkout.part('summary');
  if (step === 'review') return;
  await checkout.press('submit');
  await checkout.step('payment');
  await acknowledge(checkout);
  if (step === 'payment') return;
  checkout.sandbox.control(checkout.element.state.orderId ?? '', 'pay');
  await checkout.step('done');
}

/** Says that the network is the right one, where the coin has several, and waits for what is to be paid. */
export async function acknowledge(checkout: OpenCheckout) {
  await until(
    () => checkout.parts('acknowledge').length + checkout.parts('address').length > 0,
    'the payment, or the question before it',
  );
  checkout.parts('acknowledge')[0]?.click();
  await checkout.part('address');
}
