import type {Catalogue} from '../catalogue/catalogue.js';
import {destination} from '../payment/destination.js';
import {problemScenario, refusal} from '../scenarios/problem-scenario.js';
import {scenarioOf} from '../scenarios/scenario-of.js';
import {problem} from '../support/problems.js';
import {seededUuid} from '../support/seeded-random.js';
import type {Order, OrderBook} from './order-book.js';
import {validationJson} from './order-json.js';
import type {OrderRequest} from './order-request.js';
import {plannedTimeline} from './planned-timeline.js';
import type {PriceDrift} from './price-drift.js';
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
  basket: OrderRequest,
  {origin, key, wantedId}: PlaceDetails,
): Order | Response {
  const {catalogue, book, seed, now, drift} = context;
  const scenario = scenarioOf(basket);
  const validation = validate(catalogue, basket, drift.order(basket.email, scenario));
  const wish = problemScenario(scenario);
  const problems = [
    ...validation.problems,
    ...(basket.email ? [] : [problem('INVALID_EMAIL_DOMAIN', 'email')]),
    ...(wish ? [wish.problem] : []),
  ];
  if (problems.length > 0 || !basket.email)
    return refusal(problems, validationJson(validation, 'refused'), wish);
  const number = book.size + 1;
  const id = wantedId ?? seededUuid('order', seed, number);
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
    timeline: plannedTimeline(scenario, createdAt),
  };
  book.add(order);
  return order;
}
