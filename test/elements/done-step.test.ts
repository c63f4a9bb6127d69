import {expect} from '@open-wc/testing';

import {type Environment, pageEnvironment} from '../../src/controllers/environment.js';
import {
  acknowledge,
  emptyStorage,
  fastSandbox,
  type OpenCheckout,
  openCheckout,
  until,
  walkTo,
} from './support/checkout.js';

interface Line {
  readonly delivery_state?: string;
  readonly deliverable: Readonly<Record<string, unknown>>;
}

const card = {brand_name: 'Tin Whistle', denomination: '10 USD', beneficiary_account: 'ana@example.com'};

/** Opens on an order that the API answers with these lines. */
async function deliver(lines: readonly Line[], state = 'Done'): Promise<OpenCheckout> {
  const body = {
    order_id: 'order-1.signature',
    order_state: state,
    payment_state: 'PaymentReceived',
    coin: 'BTC',
    coin_amount: '0.1',
  };
  const deliveries = lines.map(line => ({delivery_state: 'Succeeded', ...line}));
  const checkout = await openCheckout({
    attributes: {'order-id': 'order-1.signature'},
    intercept: request =>
      request.url.endsWith('order-1.signature') ? Response.json({...body, deliveries}) : undefined,
  });
  await checkout.part('receipt');
  return checkout;
}

const texts = (checkout: OpenCheckout, name: string) =>
  checkout.parts(name).map(part => part.textContent?.replace(/\s+/g, ' ').trim());

/** Everything in the open shadow trees: texts, and attributes. */
function everything(root: Element | ShadowRoot): string {
  return [...root.querySelectorAll('*')]
    .map(element => {
      const attributes = [...element.attributes].map(({value}) => value).join(' ');
      return `${attributes} ${element.shadowRoot ? everything(element.shadowRoot) : ''}`;
    })
    .concat(root.textContent ?? '')
    .join(' ');
}

const shadowOf = ({element}: OpenCheckout) => element.shadowRoot ?? new ShadowRoot();

/** Presses “save” and answers the name and the text of what is saved. */
async function save(checkout: OpenCheckout): Promise<{name: string; text: string}> {
  const {createObjectURL} = URL;
  const {click} = HTMLAnchorElement.prototype;
  let blob = new Blob();
  let name = '';
  URL.createObjectURL = (given: Blob) => {
    blob = given;
    return 'blob:test';
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    name = this.download;
  };
  try {
    await checkout.press('action', 'Save receipt');
  } finally {
    Object.assign(URL, {createObjectURL});
    Object.assign(HTMLAnchorElement.prototype, {click});
  }
  return {name, text: await blob.text()};
}

describe('what was delivered', () => {
  const secrets = {
    pin_code: 'CODE-1',
    pin_serial: 'SERIAL-2',
    security_code: 'PIN-3',
    barcode_image_url: 'https://img.example/4',
  };

  it('is nowhere on the page until it is asked for, and gone when it is hidden again', async () => {
    const checkout = await deliver([{deliverable: {...card, ...secrets}}]);
    const values = Object.values(secrets);
    for (const value of values) expect(everything(shadowOf(checkout))).not.to.contain(value);
    await checkout.press('reveal');
    await checkout.part('code');
    for (const value of values) expect(everything(shadowOf(checkout))).to.contain(value);
    expect(texts(checkout, 'code')).to.deep.equal(['CODE-1', 'Open barcode', 'SERIAL-2', 'PIN-3']);
    const button = checkout.parts('reveal')[0];
    button?.focus();
    button?.click();
    await until(() => checkout.parts('code').length === 0, 'the codes to go');
    expect(checkout.parts('reveal')[0], 'the focus stays on the button').to.equal(button);
    for (const value of values) expect(everything(shadowOf(checkout))).not.to.contain(value);
  });

  it('opens elsewhere without telling where from', async () => {
    const link = 'https://redeem.example/gift';
    const checkout = await deliver([{deliverable: {...card, pin_code: link}}]);
    await checkout.press('reveal');
    const anchor = await checkout.part<HTMLAnchorElement>('code');
    expect(anchor.href).to.equal(link);
    expect([anchor.target, anchor.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('is copied bare, and the result is said', async () => {
    const checkout = await deliver([{deliverable: {...card, pin_code: 'CODE-1'}}]);
    const copied: string[] = [];
    const {clipboard} = navigator;
    const fake = {writeText: async (text: string) => void copied.push(text)};
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: fake});
    await checkout.press('reveal');
    await checkout.press('copy');
    const button = checkout.parts('copy')[0]?.getRootNode() as ShadowRoot;
    await until(() => button.querySelector('[role=status]')?.textContent === 'Code copied', 'the words');
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
    expect(copied).to.deep.equal(['CODE-1']);
  });

  it('as an eSIM has a QR code, values to enter by hand, and links that install it', async () => {
    const activation = 'LPA:1$rsp.example.com$ABC-123';
    const checkout = await deliver([{deliverable: {...card, pin_code: activation, pin_serial: '8901'}}]);
    expect(everything(shadowOf(checkout))).not.to.contain('ABC-123');
    await checkout.press('reveal');
    const qr = await checkout.part<HTMLElement & {text: string}>('qr');
    expect(qr.text).to.equal(activation);
    expect(texts(checkout, 'code')).to.deep.equal([
      'Install on iPhone',
      'Install on Android',
      'rsp.example.com',
      'ABC-123',
      '8901',
    ]);
    const links = checkout
      .parts('code')
      .flatMap(part => (part instanceof HTMLAnchorElement ? [new URL(part.href)] : []));
    expect(links.map(({hostname}) => hostname)).to.deep.equal([
      'esimsetup.apple.com',
      'esimsetup.android.com',
    ]);
    for (const {searchParams} of links) expect(searchParams.get('carddata')).to.equal(activation);
  });

  it('as an eSIM without a code comes by e-mail, with what to do', async () => {
    const checkout = await deliver([
      {deliverable: {...card, redeem_instructions: '<p>Open <em>Settings</em></p>'}},
    ]);
    expect(await checkout.text('receipt')).to.contain('sent to ana@example.com');
    expect(await checkout.text('instructions')).to.contain('Open Settings');
    expect(checkout.parts('reveal')).to.have.length(0);
  });

  it('as a top-up says which number was credited with how much', async () => {
    const topup = {brand_name: 'Kora', denomination: '500 NGN', beneficiary_account: '+2348012345678'};
    const checkout = await deliver([
      {deliverable: {...topup, delivery_type: 'by_phone', operator_reference: 'R-7'}},
    ]);
    expect(await checkout.text('receipt')).to.match(/500 NGN was credited to \+234.*R-7/);
  });

  it('of several lines is shown line by line as it is', async () => {
    const checkout = await deliver([
      {deliverable: {...card, brand_name: 'One', pin_code: 'CODE-1'}},
      {delivery_state: 'Failed', deliverable: {...card, brand_name: 'Two', error_description: 'None left.'}},
      {delivery_state: 'Created', deliverable: {...card, brand_name: 'Three'}},
      {delivery_state: 'HandedToTheTide', deliverable: {...card, brand_name: 'Four', pin_code: 'CODE-4'}},
      {delivery_state: 'Completed', deliverable: {...card, brand_name: 'Five'}},
    ]);
    const lines = [...(checkout.parts('receipt')[0]?.querySelectorAll('section') ?? [])].map(
      line => line.textContent,
    );
    expect(lines[0]).to.contain('One').and.contain('Show code');
    expect(lines[1]).to.contain('was not delivered').and.contain('None left.');
    const [support, ...others] = checkout.parts('support');
    expect(support?.getAttribute('href'), 'the way there carries the order').to.match(
      /^mailto:.*subject=order-1$/,
    );
    expect(others, 'for the one that failed alone').to.have.length(0);
    expect(lines[2]).to.contain('Not delivered yet');
    expect(lines[3]).to.contain('Four').and.contain('Show code');
    expect(lines[4]).to.contain('sent to ana@example.com');
    await checkout.press('reveal');
    expect(texts(checkout, 'code'), 'one line is asked for, one is shown').to.deep.equal(['CODE-1']);
  });

  it('of an order that goes on is shown while the rest is prepared', async () => {
    const lines = [
      {deliverable: {...card, pin_code: 'CODE-1'}},
      {delivery_state: 'Created', deliverable: card},
    ];
    const checkout = await deliver(lines, 'WaitingForDelivery');
    expect(checkout.element.state.step).to.equal('payment');
    await checkout.press('reveal');
    expect(texts(checkout, 'code')).to.deep.equal(['CODE-1']);
    expect(checkout.parts('action').map(part => part.textContent)).not.to.contain('Save receipt');
  });
});

describe('a receipt', () => {
  const lines = [
    {deliverable: {...card, brand_name: 'One', pin_code: 'CODE-1'}},
    {deliverable: {...card, brand_name: 'Two', pin_code: 'CODE-2'}},
  ];

  it('is saved as a text with what was shown, and says what was not', async () => {
    const checkout = await deliver(lines);
    const {name, text: before} = await save(checkout);
    expect(name).to.equal('receipt-order-1.txt');
    expect(before).to.match(/order-1\n0\.1\sBTC\n\nOne 10 USD/);
    expect(before).not.to.contain('CODE-');
    expect(before, 'with it the codes could be read').not.to.contain('signature');
    expect(await checkout.text('receipt'))
      .to.contain('Order order-1 ·')
      .and.not.to.contain('signature');
    await checkout.press('reveal');
    await checkout.part('code');
    const {text: after} = await save(checkout);
    expect(after).to.contain('Code: CODE-1').and.contain('Code: ••••').and.not.to.contain('CODE-2');
  });
});

describe('an element that leaves the page after the delivery', () => {
  it('keeps no code in memory, and reads it again when it comes back', async () => {
    const checkout = await deliver([{deliverable: {...card, pin_code: 'CODE-1'}}]);
    await checkout.press('reveal');
    await checkout.part('code');
    const {element} = checkout;
    const parent = element.parentElement;
    const before = checkout.requests.length;
    element.remove();
    await element.updateComplete;
    await until(() => !everything(shadowOf(checkout)).includes('CODE-1'), 'the code to go');
    expect(element.state.step).to.equal('done');
    parent?.append(element);
    await checkout.part('receipt');
    expect(checkout.parts('code')).to.have.length(0);
    expect(checkout.requests.length).to.equal(before + 1);
    expect(checkout.said.filter(({type}) => type === 'cr-done')).to.have.length(1);
    await checkout.press('reveal');
    expect(texts(checkout, 'code')).to.deep.equal(['CODE-1']);
  });
});

describe('an order that is left', () => {
  it('is left only after a question, stays in sight, and is come back to', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    const {orderId} = checkout.element.state;
    await checkout.press('action', 'Buy something else');
    expect(await checkout.text('notice')).to.contain('stays open');
    await checkout.press('action', 'Stay here');
    expect(checkout.element.state.step).to.equal('payment');
    await checkout.press('action', 'Buy something else');
    await checkout.press('action', 'Buy something else');
    await checkout.step('brand');
    expect(await checkout.text('notice')).to.contain('Open order Voltaic $50: Waiting for your payment');
    await checkout.press('action', 'Back to this order');
    await checkout.step('payment');
    expect(checkout.element.state.orderId).to.equal(orderId);
    await checkout.part('address');
  });

  it('because it expired is reported when a late payment revives it: each change and its end once', async () => {
    const checkout = await openCheckout();
    await walkTo(checkout, 'payment');
    const orderId = checkout.element.state.orderId ?? '';
    checkout.sandbox.control(orderId, 'expire');
    await until(() => checkout.element.state.orderState === 'Expired', 'the end of the time to pay');
    await checkout.press('submit');
    await checkout.step('quote');
    expect(await checkout.text('notice')).to.contain('The time to pay has run out');
    checkout.sandbox.control(orderId, 'pay');
    await until(
      () => checkout.parts('notice')[0]?.textContent?.includes('Delivered') ?? false,
      'the delivery',
    );
    expect(checkout.element.state.step).to.equal('quote');
    await checkout.press('action', 'Back to this order');
    await checkout.step('done');
    await checkout.press('reveal');
    await checkout.part('code');
    const said = (type: string) =>
      checkout.said.filter(event => event.type === type).map(({detail}) => detail.state);
    const changes = said('cr-order-change');
    expect([changes[0], changes.at(-1)]).to.deep.equal(['Expired', 'Done']);
    expect(new Set(changes).size, 'each change once').to.equal(changes.length);
    expect(said('cr-done')).to.have.length(1);
  });
});

describe('two elements with one order', () => {
  it('show no QR code in either once one has seen the payment', async () => {
    const sandbox = fastSandbox();
    const storage = emptyStorage();
    // It would not read by itself for an hour.
    const rarely: Environment['sleep'] = (milliseconds, signal) =>
      pageEnvironment().sleep(milliseconds < 5000 ? 0 : 3_600_000, signal);
    const first = await openCheckout({sandbox, environment: {storage}});
    await walkTo(first, 'payment');
    const second = await openCheckout({sandbox, environment: {storage, sleep: rarely}});
    await acknowledge(second);
    await second.part('qr');
    expect(second.element.state.orderId).to.equal(first.element.state.orderId);
    first.element.remove();
    const third = await openCheckout({sandbox, environment: {storage}});
    await acknowledge(third);
    await third.part('qr');
    sandbox.control(third.element.state.orderId ?? '', 'pay');
    await third.step('done');
    await until(() => second.parts('qr').length === 0, 'the QR code of the other to go');
    expect(sandbox.orders()).to.have.length(1);
  });
});
