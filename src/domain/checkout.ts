import {phaseOf} from './order.js';
import type {Brand, Order, Problem, ProductKind, Quote} from './types.js';

/** What the buyer has typed and chosen so far. It outlives the step it was entered in, and is never stored. */
export interface Draft {
  readonly country: string;
  readonly search: string;
  /** A kind of product to see alone, or '' for all. */
  readonly kind: ProductKind | '';
  /** A category of the listing, or '' for all. */
  readonly category: string;
  /** The brand that the product and the amount belong to, or '' for whichever is picked first. */
  readonly brandId: string;
  readonly productId: string;
  /** The text of the free amount field. */
  readonly amount: string;
  /** 1 to 10 of the same product. */
  readonly quantity: number;
  readonly coin: string;
  readonly network: string;
  readonly email: string;
  readonly phone: string;
  readonly fullName: string;
  /** Where the API sends a refund to, or '' for asking by e-mail. */
  readonly refundAddress: string;
  /** The API has asked for the full name; it is asked for from then on. */
  readonly isNameNeeded: boolean;
}

/** What the buyer is about to confirm. One review is one attempt: a retry carries the same key. */
export interface Review {
  /** The coin amount that validation answered. */
  readonly total: string;
  readonly idempotencyKey: string;
  /** The amount confirmed before, when it has changed since. */
  readonly previousTotal?: string | undefined;
}

/** Where the buyer is, with exactly the data that place needs. */
export type Place =
  | {readonly step: 'brand'}
  | {readonly step: 'quote'; readonly brand: Brand}
  | {
      readonly step: 'details';
      readonly quote: Quote;
      /** What the API said against these details. */
      readonly problems: readonly Problem[];
      /** Present while the buyer looks at the summary. */
      readonly review?: Review | undefined;
    }
  | {readonly step: 'payment'; readonly orderId: string; readonly order?: Order | undefined}
  | {readonly step: 'done'; readonly order: Order};

export type Step = Place['step'];

export const STEPS: readonly Step[] = ['brand', 'quote', 'details', 'payment', 'done'];

export type Checkout = Place & {
  readonly draft: Draft;
  /** What is chosen or ordered, while it is known. */
  readonly quote?: Quote | undefined;
};

/** Everything that can move the buyer. */
export type CheckoutAction =
  | {readonly type: 'enter'; readonly draft: Partial<Draft>}
  | {readonly type: 'pick-brand'; readonly brand: Brand}
  /** What the choice costs now; nothing while that is not known. */
  | {readonly type: 'quoted'; readonly quote: Quote | undefined}
  | {readonly type: 'accept-quote'; readonly quote: Quote}
  | {readonly type: 'review-details'; readonly review: Review}
  | {readonly type: 'found-problems'; readonly problems: readonly Problem[]}
  | {readonly type: 'order-created'; readonly order: Order; readonly quote: Quote}
  | {readonly type: 'order-changed'; readonly order: Order}
  /** Back to an order that was left open. */
  | {readonly type: 'reopen-order'; readonly order: Order}
  /** What was delivered is not kept while nobody sees it. */
  | {readonly type: 'drop-secrets'}
  | {readonly type: 'quote-again'}
  | {readonly type: 'start-over'}
  | {readonly type: 'go-back'};

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
      return withOrder(checkout, action.quote, action.order);
    case 'order-changed':
      return isAbout(checkout, action.order) ? withOrder(checkout, checkout.quote, action.order) : checkout;
    case 'reopen-order':
      return withOrder(checkout, undefined, action.order);
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

/** Where the way back leads, or `undefined` where there is none: once an order exists it can only be left for good. */
export function hasWayBack(checkout: Checkout): boolean {
  return checkout.step === 'quote' || checkout.step === 'details';
}

function previous(checkout: Checkout): Checkout {
  const {draft} = checkout;
  if (checkout.step === 'quote') return {step: 'brand', draft};
  if (checkout.step !== 'details') return checkout;
  const {quote} = checkout;
  return checkout.review ? {step: 'details', quote, problems: [], draft} : toQuote(checkout, quote);
}

/** Prices are asked for anew. */
function toQuote({draft}: Checkout, {brand}: Quote): Checkout {
  return {step: 'quote', brand, draft};
}

const NO_PRODUCT = {productId: '', amount: '', quantity: 1} as const;

/** A product and an amount belong to a brand: they are kept only for that one. */
function forBrand(draft: Draft, brand: Brand): Draft {
  const isSame = draft.brandId === '' || draft.brandId === brand.id;
  return {...draft, ...(isSame ? {} : NO_PRODUCT), brandId: brand.id};
}

/** Problems and a review speak of the details that were sent; other details need another look. */
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

function withOrder({draft}: Checkout, quote: Quote | undefined, order: Order): Checkout {
  if (phaseOf(order) === 'done') return {step: 'done', order, quote, draft};
  return {step: 'payment', orderId: order.id, order, quote, draft};
}

function withoutDelivery(checkout: Checkout): Checkout {
  const order = orderOf(checkout);
  return order?.deliveries.length
    ? withOrder(checkout, checkout.quote, {...order, deliveries: []})
    : checkout;
}

/** News of an order that the buyer has left must not pull them back. */
function isAbout(checkout: Checkout, {id}: Order): boolean {
  return (
    (checkout.step === 'payment' && checkout.orderId === id) ||
    (checkout.step === 'done' && checkout.order.id === id)
  );
}

/** The order that is on screen, as far as it is known. */
export function orderOf(checkout: Checkout): Order | undefined {
  return checkout.step === 'payment' || checkout.step === 'done' ? checkout.order : undefined;
}
