import type {ReactiveControllerHost} from 'lit';

import {advance, type Checkout, type CheckoutAction, type Place} from '../domain/checkout.js';
import {type Draft, NO_PRODUCT} from '../domain/draft.js';

const EMPTY_DRAFT: Draft = {
  country: '',
  search: '',
  kind: '',
  category: '',
  ...NO_PRODUCT,
  brandId: '',
  coin: '',
  network: '',
  email: '',
  phone: '',
  fullName: '',
  refundAddress: '',
  isNameNeeded: false,
};

/** Holds where the buyer is. Every change goes through `send`, which reports it with the state before. */
export class FlowController {
  #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #onChange: (checkout: Checkout, previous: Checkout) => void;
  #checkout: Checkout = {step: 'brand', draft: EMPTY_DRAFT};

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    onChange: (checkout: Checkout, previous: Checkout) => void,
  ) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get checkout(): Checkout {
    return this.#checkout;
  }

  /** Puts the buyer at a place that the page requested, and reports no change. */
  begin(place: Place, draft: Partial<Draft>) {
    this.#checkout = {...place, draft: {...EMPTY_DRAFT, ...draft}};
    this.#host.requestUpdate();
  }

  /** Applies an action, and reports the change if there is one. */
  send(action: CheckoutAction) {
    const previous = this.#checkout;
    this.#checkout = advance(previous, action);
    if (this.#checkout === previous) return;
    this.#host.requestUpdate();
    this.#onChange(this.#checkout, previous);
  }
}
