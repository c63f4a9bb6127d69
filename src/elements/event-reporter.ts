import type {ReactiveControllerHost} from 'lit';

import {ApiError, asApiError} from '../api/errors.js';
import {type Checkout, orderOf} from '../domain/checkout.js';
import {omitEmpty} from '../domain/omit-empty.js';
import {isFailed} from '../domain/order.js';
import {standingOf} from '../domain/standing.js';
import type {Order, Quote} from '../domain/types.js';
import {en} from '../locales/en.js';
import {version} from '../version.js';
import {emit, offerDetail, quoteDetail} from './checkout-events.js';
import {ignoredMessage, type Settings} from './read-attributes.js';

/** Fires the public events. What happens once to an order is reported once for as long as the element lives. */
export class EventReporter {
  #element: EventTarget & Pick<ReactiveControllerHost, 'requestUpdate'>;
  #reportedKeys = new Set<string>();

  constructor(element: EventTarget & Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#element = element;
  }

  /** Whether `cr-ready` has been fired. */
  get isReady(): boolean {
    return this.#reportedKeys.has('ready');
  }

  reportReady() {
    this.#once('ready', () => {
      emit(this.#element, 'cr-ready', {version});
      this.#element.requestUpdate();
    });
  }

  /** Reports a change of the checkout in the order of what happened: the order exists, changed, another step, a quote, the end. */
  reportChange(checkout: Checkout, previous: Checkout) {
    const order = orderOf(checkout);
    const before = orderOf(previous);
    if (order && previous.step === 'details') this.#reportCreated(order, checkout.quote);
    if (order && before) this.#reportOrderChange(order, before);
    if (checkout.step !== previous.step)
      emit(this.#element, 'cr-step-change', {step: checkout.step, previous: previous.step});
    if (checkout.step === 'quote' && checkout.quote && checkout.quote !== previous.quote)
      emit(this.#element, 'cr-quote', quoteDetail(checkout.quote));
    if (order && order !== before) this.#reportState(order);
    // A higher price is the buyer's choice, and no error.
    if (order && checkout.step === 'payment' && checkout.change && checkout.change.type !== 'price')
      this.reportError(new ApiError('order_changed'), order.id);
  }

  /** Reports a reading of an order that is not on screen. */
  reportBackgroundOrder(order: Order, before: Order | undefined) {
    if (before) this.#reportOrderChange(order, before);
    this.#reportState(order);
  }

  /** Announces an order. Returns `false` if the page canceled it. */
  reportBeforeOrder(quote: Quote): boolean {
    return emit(this.#element, 'cr-before-order', offerDetail(quote));
  }

  /** Reports an error; one about an order once. */
  reportError({code, message, status}: Pick<ApiError, 'code' | 'message' | 'status'>, orderId?: string) {
    const report = () =>
      emit(this.#element, 'cr-error', {
        code,
        message: message === code ? en.errors[code] : message,
        recoverable: code !== 'proxy_url_missing',
        ...omitEmpty({status}),
      });
    if (orderId === undefined) report();
    else this.#once(`${orderId} ${code}`, report);
  }

  /** Reports what an update threw. The event names no cause, which may repeat what the buyer typed; the console does. */
  reportInternal(error: unknown) {
    console.error(error);
    this.reportError(asApiError(error));
  }

  /** Reports the attributes among the `changed` properties whose value is not valid. */
  reportInvalid({proxyUrl, invalid}: Settings, changed: ReadonlyMap<PropertyKey, unknown>) {
    if (!proxyUrl && changed.has('proxyUrl')) this.reportError(new ApiError('proxy_url_missing'));
    for (const name of invalid) {
      if (name !== 'proxyUrl' && changed.has(name))
        this.reportError(new ApiError('attribute_invalid', ignoredMessage(name)));
    }
  }

  #reportCreated(order: Order, quote: Quote | undefined) {
    emit(this.#element, 'cr-order-created', {
      orderId: order.id,
      coin: order.coin ?? quote?.coin ?? '',
      network: order.network ?? quote?.network.name ?? '',
      coinAmount: order.coinAmount ?? quote?.coinAmount ?? '',
      state: order.state,
    });
  }

  #reportOrderChange({id, state, paymentState}: Order, before: Order) {
    if (state === before.state && paymentState === before.paymentState) return;
    emit(this.#element, 'cr-order-change', {orderId: id, state, previousState: before.state, paymentState});
  }

  #reportState(order: Order) {
    const {id: orderId, state} = order;
    const {phase} = standingOf(order);
    if (phase === 'done') this.#once(`${orderId} done`, () => emit(this.#element, 'cr-done', {orderId}));
    // Only the order's own state ends it, whatever its payment's state is.
    if (isFailed(standingOf({...order, paymentState: undefined}).phase))
      this.#once(`${orderId} failed`, () => emit(this.#element, 'cr-order-failed', {orderId, state}));
    if (phase === 'checking')
      this.#once(`${orderId} state ${state}`, () => this.reportError(new ApiError('order_state_unknown')));
  }

  #once(key: string, report: () => void) {
    if (this.#reportedKeys.has(key)) return;
    this.#reportedKeys.add(key);
    report();
  }
}
