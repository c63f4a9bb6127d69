import {seededUuid} from '../support/seeded-random.js';
import {deliverableJson} from './deliverable-json.js';
import {deliveredGoods} from './delivered-goods.js';
import type {Order} from './order.js';
import type {Snapshot} from './timeline.js';
import type {QuotedLine} from './validation.js';

/** Returns the `deliveries[]` of an order. */
export function deliveriesJson(order: Order, snapshot: Snapshot) {
  return linesOf(order).map((line, index) => {
    const outcome = outcomeOf(snapshot, index);
    return {
      id: seededUuid('line', order.id, index),
      delivery_state: deliveryState(order, snapshot, outcome),
      kind: line.brand.kind,
      deliverable: {
        ...deliverableJson(line),
        ...(outcome === 'delivered' ? deliveredGoods(order, line, index) : {}),
        ...(outcome === 'failed' ? failure : {}),
        ...strayPayment(order, snapshot),
      },
    };
  });
}

/** Returns the lines of an order; a single line that is delivered partly becomes three. */
function linesOf({effects, validation: {lines}}: Order): readonly QuotedLine[] {
  const [only] = lines;
  return effects.delivery === 'partly' && only && lines.length < 3 ? [only, only, only] : lines;
}

type Outcome = 'open' | 'delivered' | 'failed';

/** Of an order that is delivered partly, the first line is delivered at once, the second never, the others at its end. */
function outcomeOf({state, lines}: Snapshot, index: number): Outcome {
  if (lines === 'failed' || state === 'Refunded' || (lines === 'partly' && index === 1)) return 'failed';
  return state === 'Done' || (lines === 'partly' && index === 0) ? 'delivered' : 'open';
}

const failure = {
  failure_reason: 'OUT_OF_STOCK',
  error_description: 'The supplier has none left.',
};

const unpaidStates = ['WaitingForPayment', 'PaymentStarted', 'PartialPaymentStarted', 'Expired'];

/** Three names of a delivered line are reported; the name of a failed one is an assumption. */
function deliveryState({effects}: Order, {state}: Snapshot, outcome: Outcome): string {
  if (unpaidStates.includes(state)) return 'WaitingForPayment';
  if (effects.lineState) return effects.lineState;
  switch (outcome) {
    case 'failed':
      return 'Failed';
    case 'open':
      return 'Created';
    case 'delivered':
      return effects.deliveredState ?? 'Succeeded';
  }
}

/** Explains why an order is held whose payment was not as ordered. */
function strayPayment({effects}: Order, {state}: Snapshot): object {
  return effects.strayPayment && state === 'WaitingForManualAction'
    ? {error_description: `A payment arrived ${effects.strayPayment}. Support is looking into it.`}
    : {};
}
