import {destination} from './addresses.js';
import {json} from './answer.js';
import type {Basket} from './basket.js';
import type {Catalogue} from './catalogue/catalogue.js';
import type {Order, OrderBook} from './orders.js';
import {problem} from './problems.js';
import {uuidOf} from './random.js';
import {scenarioOf} from './scenarios.js';
import {plannedFor} from './timeline.js';
import {validate} from './validation.js';

export interface PlaceContext {
  readonly catalogue: Catalogue;
  readonly book: OrderBook;
  readonly seed: number | string;
  readonly now: () => number;
}

/** Makes the order that a basket asks for, or the refusal: 422 with the problems. Not idempotent, as the API is not. */
export function placeOrder(
  context: PlaceContext,
  basket: Basket,
  origin: string,
  wantedId?: string,
): Order | Response {
  const {catalogue, book, seed, now} = context;
  const validation = validate(catalogue, basket);
  const problems = basket.email
    ? validation.problems
    : [...validation.problems, problem('INVALID_EMAIL_DOMAIN', 'email')];
  const [first] = problems;
  if (first || !basket.email) {
    const message = `The order cannot be made: ${problems.map(one => one.problem).join(', ')}.`;
    return json({status: 422, detail: first?.problem, message, problems}, 422);
  }
  const number = book.size + 1;
  const id = wantedId ?? uuidOf('order', seed, number);
  const createdAt = now();
  const {coin, network, coinAmount} = validation;
  const scenario = scenarioOf(basket);
  const order: Order = {
    id,
    number,
    createdAt,
    origin,
    email: basket.email,
    refundAddress: basket.refundAddress,
    scenario,
    validation,
    destination: destination({
      coin: coin.name,
      network,
      coinAmount,
      createdAt: Math.floor(createdAt / 1000),
      orderId: id,
    }),
    timeline: plannedFor(scenario, createdAt),
  };
  book.add(order);
  return order;
}
