import type {Catalogue} from '../catalogue/catalogue.js';
import type {ScenarioEffects} from '../scenarios/scenario.js';
import {scenarioOf} from '../scenarios/scenarios.js';
import {problem} from '../support/problems.js';
import {jsonResponse} from '../support/responses.js';
import {seededUuid} from '../support/seeded-random.js';
import {buildOrder} from './build-order.js';
import type {Order} from './order.js';
import type {OrderBook} from './order-book.js';
import type {OrderRequest} from './order-request.js';
import {createPriceDrift} from './price-drift.js';
import {refusal} from './refusal.js';
import {validate} from './validation.js';
import {validationJson} from './validation-json.js';

/** Validates requests and places orders. */
export interface OrderDesk {
  /** Answers a validation. */
  validate(request: OrderRequest): Response;
  /** Places an order or refuses it. Two equal requests place two orders, as with the API. */
  place(request: OrderRequest, details: OrderDetails): Order | Response;
  /** Resets the count of validations, which some scenarios read. */
  clear(): void;
}

export type OrderDetails = Pick<Order, 'origin' | 'key'> & {
  /** Default: follows from the seed and the number of the order. */
  readonly id?: string | undefined;
};

export interface OrderDeskOptions {
  readonly catalogue: Catalogue;
  readonly book: OrderBook;
  readonly seed: number | string;
  readonly now: () => number;
}

export function createOrderDesk({catalogue, book, seed, now}: OrderDeskOptions): OrderDesk {
  const drift = createPriceDrift();
  return {
    validate(request) {
      const effects = effectsOf(request);
      const validation = validate(catalogue, request, drift.forValidation(request.email, effects));
      const body = validationJson(validation, JSON.stringify(request));
      const asked = effects.problem;
      if (!asked || asked.isForOrders) return jsonResponse(body);
      const status = asked.status ?? (asked.isDetail ? 422 : 200);
      return refusal([...validation.problems, asked.problem], body, {...asked, status});
    },
    place(request, {origin, key, id}) {
      const {email, refundAddress} = request;
      const effects = effectsOf(request);
      const validation = validate(catalogue, request, drift.forOrder(email, effects));
      const problems = [
        ...validation.problems,
        ...(email ? [] : [problem('INVALID_EMAIL_DOMAIN', 'email')]),
        ...(effects.problem ? [effects.problem.problem] : []),
      ];
      if (problems.length > 0 || !email)
        return refusal(problems, validationJson(validation, 'refused'), effects.problem);
      const number = book.size + 1;
      const order = buildOrder({
        id: id ?? seededUuid('order', seed, number),
        number,
        createdAt: now(),
        origin,
        email,
        refundAddress,
        key,
        effects,
        validation,
        seed,
      });
      book.add(order);
      return order;
    },
    clear: drift.clear,
  };
}

function effectsOf({email, lines}: OrderRequest): ScenarioEffects {
  return scenarioOf([email, ...lines.map(line => line.beneficiary)]);
}
