import type {ErrorCode} from '../api/errors.js';
import type {Step} from '../domain/checkout.js';
import {omitEmpty} from '../domain/omit-empty.js';
import type {Quote} from '../domain/types.js';

/** The first step is usable. */
export interface ReadyDetail {
  readonly version: string;
}

/** Another step is shown. */
export interface StepChangeDetail {
  readonly step: Step;
  readonly previous: Step;
}

/** A price was obtained. Amounts are decimal strings; `denomination` is the API's word, `range` for free amounts. */
export interface QuoteDetail {
  readonly brand: string;
  readonly country: string;
  readonly denomination: string;
  readonly faceValue?: string;
  readonly currency?: string;
  readonly coin: string;
  readonly coinAmount: string;
}

/** An order is about to be created; `preventDefault()` stops that. */
export interface BeforeOrderDetail extends QuoteDetail {
  readonly network: string;
}

/** An order exists. */
export interface OrderCreatedDetail {
  readonly orderId: string;
  readonly coin: string;
  readonly network: string;
  readonly coinAmount: string;
  readonly state: string;
}

/** The order state or the payment state changed; each change is reported once. */
export interface OrderChangeDetail {
  readonly orderId: string;
  readonly state: string;
  readonly previousState: string | undefined;
  readonly paymentState: string | undefined;
}

/** The order reached Done. */
export interface DoneDetail {
  readonly orderId: string;
}

/** The order ended in a state that is not Done. */
export interface OrderFailedDetail {
  readonly orderId: string;
  readonly state: string;
}

/** Something failed that the page may want to know. */
export interface ErrorDetail {
  readonly code: ErrorCode;
  /** For developers, in English, with nothing personal in it. */
  readonly message: string;
  /** Whether the buyer can go on without the page's help. */
  readonly recoverable: boolean;
  /** HTTP status, if there was a response. */
  readonly status?: number;
}

/** Every event of `<cr-checkout>` with the shape of its `detail`. None holds personal data or codes. */
export interface CheckoutEventDetails {
  'cr-ready': ReadyDetail;
  'cr-step-change': StepChangeDetail;
  'cr-quote': QuoteDetail;
  'cr-before-order': BeforeOrderDetail;
  'cr-order-created': OrderCreatedDetail;
  'cr-order-change': OrderChangeDetail;
  'cr-done': DoneDetail;
  'cr-order-failed': OrderFailedDetail;
  'cr-error': ErrorDetail;
}

export type CheckoutEventMap = {
  [Name in keyof CheckoutEventDetails]: CustomEvent<CheckoutEventDetails[Name]>;
};

/** Returns the detail of an event about a quote. `denomination` is the API's word: `range` for an amount that the buyer chose. */
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

/** Returns what is on offer before an order is made: the quote, and the network to pay it on. */
export function offerDetail(quote: Quote): BeforeOrderDetail {
  return {...quoteDetail(quote), network: quote.network.name};
}

/** Fires a public event. Returns `false` if the page called `preventDefault()`. */
export function emit<Name extends keyof CheckoutEventDetails>(
  from: EventTarget,
  name: Name,
  detail: CheckoutEventDetails[Name],
): boolean {
  const cancelable = name === 'cr-before-order';
  return from.dispatchEvent(new CustomEvent(name, {detail, cancelable, bubbles: true, composed: true}));
}

declare global {
  /** They bubble up to documents and windows. */
  interface GlobalEventHandlersEventMap extends CheckoutEventMap {}
}
