import {type Draft, forBrand, NO_PRODUCT} from './draft.js';
import {phaseOf} from './order.js';
import {acceptChange, acceptReading, type KnownDetails} from './order-change.js';
import type {Brand, Order, Problem, Quote} from './types.js';

/** Summary that the buyer is about to confirm. One review is one attempt: a retry carries the same key. */
export interface Review {
  /** Coin amount of the validation, a decimal string. */
  readonly total: string;
  readonly idempotencyKey: string;
  /** Amount that was on screen before, if it was another one. */
  readonly previousTotal?: string | undefined;
}

/** The step on screen, with exactly the data that it needs. */
export type Place =
  | {readonly step: 'brand'}
  | {readonly step: 'quote'; readonly brand: Brand}
  | {
      readonly step: 'details';
      readonly quote: Quote;
      /** Why the API refused these details. */
      readonly problems: readonly Problem[];
      /** Present while the summary is on screen. */
      readonly review?: Review | undefined;
    }
  | ({
      readonly step: 'payment';
      readonly orderId: string;
      readonly order?: Order | undefined;
      /** The order was not made in this element: its recipient is named before it is paid. */
      readonly isForeign?: boolean | undefined;
    } & KnownDetails)
  | {readonly step: 'done'; readonly order: Order};

export type Step = Place['step'];

/** Every step, in order. */
export const STEPS: readonly Step[] = ['brand', 'quote', 'details', 'payment', 'done'];

export type Checkout = Place & {
  readonly draft: Draft;
  /** Quote of the choice or of the order; `undefined` while the choice has no price, and after a reload. */
  readonly quote?: Quote | undefined;
};

/** Every change of the checkout. */
export type CheckoutAction =
  | {readonly type: 'enter'; readonly draft: Partial<Draft>}
  | {readonly type: 'pick-brand'; readonly brand: Brand}
  /** Sets the quote of the choice on screen; `undefined` while it has no price. */
  | {readonly type: 'quoted'; readonly quote: Quote | undefined}
  | {readonly type: 'accept-quote'; readonly quote: Quote}
  | {readonly type: 'review-details'; readonly review: Review}
  | {readonly type: 'found-problems'; readonly problems: readonly Problem[]}
  | {readonly type: 'order-created'; readonly order: Order; readonly quote: Quote}
  | {readonly type: 'order-changed'; readonly order: Order}
  /** Goes back to an order that was left open. */
  | {readonly type: 'reopen-order'; readonly order: Order; readonly known?: KnownDetails}
  /** Accepts that the order costs more than was confirmed. */
  | {readonly type: 'accept-price'}
  /** Confirms that the payment will be sent on the order's network. */
  | {readonly type: 'acknowledge-network'}
  /** Drops what was delivered while the element is off the page. */
  | {readonly type: 'drop-secrets'}
  | {readonly type: 'quote-again'}
  | {readonly type: 'start-over'}
  | {readonly type: 'go-back'};

/** Returns the checkout after an action, or the same value if the action does not apply to it. */
export function advance(checkout: Checkout, action: CheckoutAction): Checkout {
  const {draft} = checkout;
  switch (action.type) {
    case 'enter':
      return {...withoutStaleReview(checkout, action.draft), draft: {...draft, ...action.draft}};
    case 'pick-brand':
      return {
        step: 'quote',
        brand: action.brand,
        draft: forBrand(draft, action.brand),
      };
    case 'quoted':
      return checkout.step === 'quote' ? {...checkout, quote: action.quote} : checkout;
    case 'accept-quote':
      return {step: 'details', quote: action.quote, problems: [], draft};
    case 'review-details':
      return checkout.step === 'details' ? {...checkout, problems: [], review: action.review} : checkout;
    case 'found-problems':
      return withProblems(checkout, action.problems);
    case 'order-created':
      return withCreated(withReviewedNetwork(checkout, action), action.quote, action.order);
    case 'order-changed':
      return isAbout(checkout, action.order) ? withReading(checkout, action.order) : checkout;
    case 'reopen-order':
      return withDetails(withOrder(checkout, undefined, action.order), action.known ?? {});
    case 'accept-price':
      return withAcceptance(checkout);
    case 'acknowledge-network':
      return checkout.step === 'payment' && !isNetworkAcknowledged(checkout)
        ? withAcknowledgement(checkout, checkout.orderId)
        : checkout;
    case 'drop-secrets':
      return withoutDelivery(checkout);
    case 'quote-again':
      return checkout.quote ? toQuote(checkout, checkout.quote) : {step: 'brand', draft};
    case 'start-over':
      return {step: 'brand', draft: {...draft, ...NO_PRODUCT, brandId: ''}};
    case 'go-back':
      return previous(checkout);
  }
}

/** Whether the buyer can go back. An order that exists is left by starting over only. */
export function hasWayBack(checkout: Checkout): boolean {
  return previous(checkout) !== checkout;
}

/** Returns how many steps the buyer can go back. */
export function depthOf(checkout: Checkout): number {
  return hasWayBack(checkout) ? 1 + depthOf(previous(checkout)) : 0;
}

function previous(checkout: Checkout): Checkout {
  const {draft} = checkout;
  if (checkout.step === 'quote') return {step: 'brand', draft};
  if (checkout.step !== 'details') return checkout;
  const {quote} = checkout;
  return checkout.review ? {step: 'details', quote, problems: [], draft} : toQuote(checkout, quote);
}

/** Goes to the quote step without the quote, which is read again there. */
function toQuote({draft}: Checkout, {brand}: Quote): Checkout {
  return {step: 'quote', brand, draft};
}

/** Drops problems and review when the details change that they are about. */
function withoutStaleReview(checkout: Checkout, change: Partial<Draft>): Checkout {
  const stale =
    checkout.step === 'details' &&
    ['email', 'phone', 'fullName', 'refundAddress'].some(field => field in change);
  return stale ? {...checkout, problems: [], review: undefined} : checkout;
}

function withProblems(checkout: Checkout, problems: readonly Problem[]): Checkout {
  if (checkout.step !== 'details') return checkout;
  const isNameNeeded =
    checkout.draft.isNameNeeded || problems.some(problem => problem.code === 'FULLNAME_MISSING');
  return {...checkout, problems, review: undefined, draft: {...checkout.draft, isNameNeeded}};
}

function withCreated(checkout: Checkout, quote: Quote, order: Order): Checkout {
  return withDetails(withOrder(checkout, quote, order), {});
}

/** Returns the checkout with its order judged by what is known of it, and by its quote. */
function withDetails(checkout: Checkout, known: KnownDetails): Checkout {
  if (checkout.step !== 'payment' || !checkout.order) return checkout;
  return {...checkout, ...acceptReading(known, checkout.order, checkout.quote)};
}

/** Returns the checkout with a reading of the order on screen. */
function withReading(checkout: Checkout, order: Order): Checkout {
  const next = withOrder(checkout, checkout.quote, order);
  if (checkout.step !== 'payment' || next.step !== 'payment') return next;
  const {isForeign} = checkout;
  return {...next, ...(isForeign ? {isForeign} : {}), ...acceptReading(checkout, order, checkout.quote)};
}

function withAcceptance(checkout: Checkout): Checkout {
  if (checkout.step !== 'payment' || !checkout.order) return checkout;
  const accepted = acceptChange(checkout, checkout.order);
  return accepted ? {...checkout, ...accepted} : checkout;
}

function withOrder({draft}: Checkout, quote: Quote | undefined, order: Order): Checkout {
  if (phaseOf(order) === 'done') return {step: 'done', order, quote, draft};
  return {step: 'payment', orderId: order.id, order, quote, draft};
}

/** Takes the review, which names coin and network, for the acknowledgement of an order with the same. */
function withReviewedNetwork(
  checkout: Checkout,
  {order, quote}: {readonly order: Order; readonly quote: Quote},
): Checkout {
  if (order.coin !== quote.coin || order.network !== quote.network.name) return checkout;
  return withAcknowledgement(checkout, order.id);
}

function withAcknowledgement(checkout: Checkout, acknowledgedOrderId: string): Checkout {
  return {...checkout, draft: {...checkout.draft, acknowledgedOrderId}};
}

/** Whether the buyer has confirmed the network of the order on screen. */
export function isNetworkAcknowledged(checkout: Checkout): boolean {
  return checkout.step === 'payment' && checkout.draft.acknowledgedOrderId === checkout.orderId;
}

function withoutDelivery(checkout: Checkout): Checkout {
  const order = orderOf(checkout);
  return order?.deliveries.length
    ? ({...checkout, order: {...order, deliveries: [], delivered: 'unread'}} as Checkout)
    : checkout;
}

/** Whether an order is the one on screen: a late reading of another one must not pull the buyer back. */
function isAbout(checkout: Checkout, {id}: Order): boolean {
  return (
    (checkout.step === 'payment' && checkout.orderId === id) ||
    (checkout.step === 'done' && checkout.order.id === id)
  );
}

/** Whether an order is on screen, read or not. */
export function isAtOrder({step}: Checkout): boolean {
  return step === 'payment' || step === 'done';
}

/** Whether two states of a checkout are the same screen: the details step has a second one for its review. */
export function isSameScreen(checkout: Checkout, other: Checkout): boolean {
  return checkout.step === other.step && isReviewing(checkout) === isReviewing(other);
}

function isReviewing(checkout: Checkout): boolean {
  return checkout.step === 'details' && checkout.review !== undefined;
}

/** The order on screen; `undefined` before there is one, and until it has been read. */
export function orderOf(checkout: Checkout): Order | undefined {
  return 'order' in checkout ? checkout.order : undefined;
}
