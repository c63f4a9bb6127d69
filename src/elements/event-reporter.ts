import {ApiError} from '../api/errors.js';
import {type Checkout, orderOf} from '../domain/checkout.js';
import {omitEmpty} from '../domain/omit-empty.js';
import {isFailed, phaseOf} from '../domain/order.js';
import type {Order, Quote} from '../domain/types.js';
import {en} from '../locales/en.js';
import {emit, type QuoteDetail} from './checkout-events.js';

/** What an event says of a quote. `denomination` is the API's word: `range` for an amount that the buyer chose. */
export function quoteDetail({brand, product, faceValue, currency, coin, coinAmount}: Quote): QuoteDetail {
  return {
    brand: product.brandName,
    country: brand.country,
    denomination: product.shape === 'range' ? 'range' : product.denomination,
    ...omitEmpty({faceValue, currency}),
    coin,
    coinAmount,
  };
}

/**
 * Tells the page what a change of the checkout means to it, in the order in which it happened: the order exists, it
 * changed, another step is shown, it is over. `told` remembers what must be said only once.
 */
export function reportChange(
  element: EventTarget,
  checkout: Checkout,
  previous: Checkout,
  told: Set<string>,
) {
  const order = orderOf(checkout);
  const before = orderOf(previous);
  if (order && previous.step === 'details') reportCreated(element, order, checkout.quote);
  if (order && before) reportOrderChange(element, order, before);
  if (checkout.step !== previous.step)
    emit(element, 'cr-step-change', {step: checkout.step, previous: previous.step});
  if (order && order !== before) reportOnce(element, order, told);
}

function reportCreated(element: EventTarget, order: Order, quote: Quote | undefined) {
  emit(element, 'cr-order-created', {
    orderId: order.id,
    coin: order.coin ?? quote?.coin ?? '',
    network: order.network ?? quote?.network.name ?? '',
    coinAmount: order.coinAmount ?? quote?.coinAmount ?? '',
    state: order.state,
  });
}

/** News of an order that is not on screen. */
export function reportBackgroundOrder(
  element: EventTarget,
  order: Order,
  before: Order | undefined,
  told: Set<string>,
) {
  if (before) reportOrderChange(element, order, before);
  reportOnce(element, order, told);
}

function reportOrderChange(element: EventTarget, {id, state, paymentState}: Order, before: Order) {
  if (state === before.state && paymentState === before.paymentState) return;
  emit(element, 'cr-order-change', {orderId: id, state, previousState: before.state, paymentState});
}

function reportOnce(element: EventTarget, order: Order, told: Set<string>) {
  const {id: orderId, state} = order;
  const phase = phaseOf(order);
  const once = (what: string, say: () => void) => {
    const key = `${orderId} ${what}`;
    if (told.has(key)) return;
    told.add(key);
    say();
  };
  if (phase === 'done') once('done', () => emit(element, 'cr-done', {orderId}));
  // Only the order's own state ends it, whatever its payment's state says.
  if (isFailed(phaseOf({state}))) once('failed', () => emit(element, 'cr-order-failed', {orderId, state}));
  if (phase === 'checking') {
    once(`state ${state}`, () => reportError(element, new ApiError('order_state_unknown')));
  }
}

export function reportError(
  element: EventTarget,
  {code, message, status}: Pick<ApiError, 'code' | 'message' | 'status'>,
) {
  emit(element, 'cr-error', {
    code,
    message: message === code ? en.errors[code] : message,
    recoverable: code !== 'proxy_url_missing',
    ...omitEmpty({status}),
  });
}
