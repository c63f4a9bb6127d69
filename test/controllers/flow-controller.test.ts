import {expect} from '@open-wc/testing';

import {FlowController} from '../../src/controllers/flow-controller.js';
import type {Checkout} from '../../src/domain/checkout.js';
import {aBrand} from '../samples/domain.js';
import {FakeHost} from './support.js';

function start() {
  const host = new FakeHost();
  const changes: (readonly [checkout: Checkout, previous: Checkout])[] = [];
  const flow = new FlowController(host, (checkout, previous) => changes.push([checkout, previous]));
  return {host, flow, changes};
}

describe('the flow', () => {
  it('starts at the brands with nothing typed', () => {
    const {flow} = start();
    expect(flow.checkout.step).to.equal('brand');
    expect(flow.checkout.draft.email).to.equal('');
    expect(flow.checkout.draft.isNameNeeded).to.equal(false);
  });

  it('reports a change with the state before, and requests an update', () => {
    const {host, flow, changes} = start();
    const before = flow.checkout;
    flow.send({type: 'pick-brand', brand: aBrand()});
    expect(flow.checkout.step).to.equal('quote');
    expect(changes).to.have.length(1);
    expect(changes[0]?.[0]).to.equal(flow.checkout);
    expect(changes[0]?.[1]).to.equal(before);
    expect(host.updates).to.equal(1);
  });

  it('reports nothing if nothing changes', () => {
    const {host, flow, changes} = start();
    flow.send({type: 'go-back'});
    expect(changes).to.have.length(0);
    expect(host.updates).to.equal(0);
  });

  it('reports nothing that the page did itself', () => {
    const {host, flow, changes} = start();
    flow.begin({step: 'payment', orderId: 'order-1'}, {country: 'IT', email: 'buyer@example.com'});
    expect(flow.checkout.step).to.equal('payment');
    expect(flow.checkout.draft.country).to.equal('IT');
    expect(changes).to.have.length(0);
    expect(host.updates).to.equal(1);
  });

  it('forgets what was typed when the page begins again', () => {
    const {flow} = start();
    flow.send({type: 'enter', draft: {email: 'buyer@example.com'}});
    flow.begin({step: 'brand'}, {});
    expect(flow.checkout.draft.email).to.equal('');
  });

  it('can be sent another action by its listener', () => {
    const host = new FakeHost();
    const steps: string[] = [];
    const flow = new FlowController(host, checkout => {
      steps.push(checkout.step);
      if (checkout.step === 'quote') flow.send({type: 'go-back'});
    });
    flow.send({type: 'pick-brand', brand: aBrand()});
    expect(steps).to.deep.equal(['quote', 'brand']);
    expect(flow.checkout.step).to.equal('brand');
  });
});
