import {expect} from '@open-wc/testing';

import type {OrderPhase} from '../../src/domain/order.js';
import {en} from '../../src/locales/en.js';
import {phaseKey} from '../../src/locales/phase-key.js';
import {acknowledge, openCheckout} from './support/checkout.js';

/** Every order state of the API and one that it has not: its words, its place in the progress, its next step. */
const STATES: readonly (readonly [state: string, phase: OrderPhase, stage: string, next: string])[] = [
  ['Created', 'waiting', 'Payment', en.payment.check],
  ['WaitingForPayment', 'waiting', 'Payment', en.payment.check],
  ['PaymentStarted', 'detected', 'Seen', ''],
  ['PaymentReceived', 'paid', 'Received', ''],
  ['WaitingForDelivery', 'preparing', 'Preparing', ''],
  ['WaitingForManualAction', 'onHold', 'Received', ''],
  ['WaitingForTheTide', 'checking', 'Payment', ''],
  ['Expired', 'expired', '', en.payment.startOver],
  ['PaymentFailed', 'failed', '', en.payment.startOver],
  ['PaymentSetupFailed', 'failed', '', en.payment.startOver],
  ['Canceled', 'cancelled', '', en.payment.startOver],
  ['Cancelled', 'cancelled', '', en.payment.startOver],
  ['Refunded', 'refunded', '', en.payment.startOver],
];

/** Opens on an order in a state. */
function openOn(order_state: string, payment_state = 'WalletCreated') {
  const body = {
    order_id: 'order-1',
    order_state,
    payment_state,
    coin: 'BTC',
    network: 'Mainnet',
    coin_amount: '0.001',
    wallet_address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    created_at: Math.floor(Date.now() / 1000),
  };
  return openCheckout({
    attributes: {'order-id': 'order-1'},
    intercept: request => (request.url.endsWith('order-1') ? Response.json(body) : undefined),
  });
}

const currentStage = (root: Element | null | undefined) =>
  root
    ?.querySelector('cr-payment-step')
    ?.shadowRoot?.querySelector('[aria-current=step]')
    ?.textContent?.trim() ?? '';

describe('an order in the state', () => {
  for (const [state, phase, stage, next] of STATES) {
    it(`${state} has its words, its place and its next step`, async () => {
      const checkout = await openOn(state);
      const isSetupFailed = state === 'PaymentSetupFailed';
      const {heading} = en.payment.states[isSetupFailed ? 'cancelled' : phaseKey(phase)];
      const text = isSetupFailed ? en.payment.setupFailed : en.payment.states[phaseKey(phase)].text;
      expect(await checkout.text('order-state')).to.contain(text.split('.')[0]);
      const title = await checkout.text('heading');
      const isPayable = phase === 'waiting';
      expect(isPayable ? await checkout.text('order-state') : title).to.contain(heading);
      expect(currentStage(checkout.element.shadowRoot?.querySelector('.body'))).to.equal(stage);
      if (isPayable) await acknowledge(checkout);
      else expect(checkout.parts('address'), 'no address where nothing may be paid').to.have.length(0);
      expect(checkout.parts('submit').map(button => button.textContent)).to.deep.equal(next ? [next] : []);
      expect(checkout.codes()).to.deep.equal(phase === 'checking' ? ['order_state_unknown'] : []);
    });
  }

  it('PartialPaymentStarted says that a part is missing, names no sum, and keeps the address', async () => {
    const checkout = await openOn('PartialPaymentStarted');
    await checkout.part('order-state');
    expect(await checkout.text('heading')).to.equal(en.payment.cases.underpaid.heading);
    await acknowledge(checkout);
    expect(checkout.parts('address')).to.have.length(1);
    expect(checkout.parts('open-wallet')).to.have.length(0);
  });

  it('is said once: what the heading says is not seen above the text again', async () => {
    for (const [state, payment] of [
      ['Expired', 'PaymentReceived'],
      ['Refunded', 'WalletCreated'],
    ] as const) {
      const checkout = await openOn(state, payment);
      const status = await checkout.part('order-state');
      expect(status.querySelector('strong')?.textContent, state).to.equal(await checkout.text('heading'));
      expect(status.querySelector('strong')?.offsetWidth, state).to.be.at.most(1);
    }
  });

  it('that is unknown is as far as its payment', async () => {
    const checkout = await openOn('WaitingForTheTide', 'PaymentReceived');
    await checkout.part('order-state');
    expect(currentStage(checkout.element.shadowRoot?.querySelector('.body'))).to.equal('Received');
  });

  for (const [payment, phase] of [
    ['PaymentReceived', 'paid'],
    ['PaymentCompleted', 'paid'],
    ['ExpiredAfterPaymentDetection', 'detected'],
    ['Expired', 'expired'],
  ] as const) {
    it(`WaitingForPayment whose payment is ${payment} asks for no money any more`, async () => {
      const checkout = await openOn('WaitingForPayment', payment);
      await checkout.part('order-state');
      expect(await checkout.text('heading')).to.equal(en.payment.states[phaseKey(phase)].heading);
      expect(checkout.parts('address')).to.have.length(0);
      expect(
        checkout.said.map(({type}) => type),
        'only its own state ends an order',
      ).not.to.include('cr-order-failed');
    });
  }
});
