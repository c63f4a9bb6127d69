import {type Checkout, hasWayBack, orderOf, type Step} from '../domain/checkout.js';
import {omitEmpty} from '../domain/omit-empty.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import {offerDetail} from './checkout-events.js';

/** Snapshot of the checkout, for listeners that came late. Never an e-mail, a phone number, a code or an address. */
export interface CheckoutState {
  readonly step: Step;
  /** Whether `back()` leads anywhere. */
  readonly canGoBack: boolean;
  readonly orderId?: string;
  readonly orderState?: string;
  readonly paymentState?: string;
  readonly brand?: string;
  readonly country?: string;
  readonly denomination?: string;
  readonly faceValue?: string;
  readonly currency?: string;
  readonly coin?: string;
  readonly network?: string;
  readonly coinAmount?: string;
}

/** Returns a frozen snapshot. `payment` is the coin and the network on screen; `undefined` while there are none. */
export function stateOf(checkout: Checkout, payment?: PaymentPreference): CheckoutState {
  const {step, draft} = checkout;
  const brand = step === 'quote' ? {brand: checkout.brand.name, ...payment} : {};
  const country = omitEmpty({country: draft.country});
  return Object.freeze({
    step,
    canGoBack: hasWayBack(checkout),
    ...country,
    ...brand,
    ...(checkout.quote && offerDetail(checkout.quote)),
    ...orderState(checkout),
  });
}

function orderState(checkout: Checkout): Partial<CheckoutState> {
  const order = orderOf(checkout);
  if (!order) return checkout.step === 'payment' ? {orderId: checkout.orderId} : {};
  const {id, state, paymentState, coin, network, coinAmount} = order;
  const {brandName: brand, country} = order.deliveries[0] ?? {};
  return omitEmpty({orderId: id, orderState: state, paymentState, brand, country, coin, network, coinAmount});
}
