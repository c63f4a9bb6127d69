import {destination} from './addresses.js';
import type {Basket} from './basket.js';
import type {Catalogue} from './catalogue/catalogue.js';
import {validationWire} from './order-wire.js';
import type {Order, OrderBook} from './orders.js';
import {plannedFor} from './plans.js';
import type {PriceDrift} from './price-drift.js';
import {problemWish, refusal} from './problem-wish.js';
import {problem} from './problems.js';
import {uuidOf} from './random.js';
import {scenarioOf} from './scenario-of.js';
import {windowOf} from './timeline.js';
import {validate} from './validation.js';

export interface PlaceContext {
  readonly catalogue: Catalogue;
  readonly book: OrderBook;
  readonly seed: number | string;
  readonly now: () => number;
  readonly drift: PriceDrift;
}

export interface PlaceDetails {
  readonly origin: string;
  readonly key?: string | undefined;
  readonly wantedId?: string | undefined;
}

/** Makes the order that a basket asks for, or the refusal: 422 with the problems. Not idempotent, as the API is not. */
export function placeOrder(
  context: PlaceContext,
  basket: Basket,
  {origin, key, wantedId}: PlaceDetails,
): Order | Response {
  const {catalogue, book, seed, now, drift} = context;
  const scenario = scenarioOf(basket);
  const validation = validate(catalogue, basket, drift.order(basket.email, scenario));
  const wish = problemWish(scenario);
  const problems = [
    ...validation.problems,
    ...(basket.email ? [] : [problem('INVALID_EMAIL_DOMAIN', 'email')]),
    ...(wish ? [wish.problem] : []),
  ];
  if (problems.length > 0 || !basket.email)
    return refusal(problems, validationWire(validation, 'refused'), wish);
  const number = book.size + 1;
  const id = wantedId ?? uuidOf('order', seed, number);
  const createdAt = now();
  const {coin, network, coinAmount} = validation;
  const order: Order = {
    id,
    number,
    createdAt,
    origin,
    email: basket.email,
    refundAddress: basket.refundAddress,
    key,
    scenario,
    validation,
    destination: destination({
      coin: coin.name,
      network,
      coinAmount,
      createdAt: Math.floor(createdAt / 1000),
      window: windowOf(scenario) / 1000,
      orderId: id,
      number,
      seed,
      scenario,
    }),
    timeline: plannedFor(scenario, createdAt),
  };
  book.add(order);
  return order;
}
