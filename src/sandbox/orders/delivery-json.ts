import {moneyLabel} from '../catalogue/currencies.js';
import type {Product} from '../catalogue/shelf.js';
import {pointsFor} from '../payment/quote.js';
import {kindOf} from '../routes/brand-listing.js';
import {seededUuid} from '../support/seeded-random.js';
import {delivered} from './delivered-goods.js';
import type {Order} from './order-book.js';
import type {Snapshot} from './timeline.js';
import type {QuotedLine} from './validation.js';

/** The `deliveries[]` of an order. */
export function deliveriesJson(order: Order, mark: Snapshot) {
  return linesOf(order).map((line, index) => {
    const outcome = outcomeOf(mark, index);
    return {
      id: seededUuid('line', order.id, index),
      delivery_state: deliveryState(order, mark, outcome),
      kind: kindOf(line.brand),
      deliverable: {
        ...deliverableJson(line),
        ...(outcome === 'delivered' ? delivered(order, line, index) : {}),
        ...(outcome === 'failed' ? failure : {}),
        ...misdirected(order, mark),
      },
    };
  });
}

/** What was bought, as validations and orders alike say it. */
export function deliverableJson({brand, product, denomination, faceValue, beneficiary, quote}: QuotedLine) {
  return {
    denomination,
    localized_denomination: labelOf(product, faceValue),
    family: brand.familyName,
    brand_name: brand.name,
    beneficiary_account: beneficiary,
    country_code: brand.country,
    delivery_type: product.delivery,
    points: pointsFor(quote),
    coin_amount: quote.coinAmount,
    currency_code: product.currency,
  };
}

function labelOf(product: Product, faceValue: string): string {
  return product.price.type === 'range' ? moneyLabel(faceValue, product.currency) : product.label;
}

/** A single line of an order that is delivered partly comes as three codes. */
function linesOf({scenario, validation: {lines}}: Order): readonly QuotedLine[] {
  const [only] = lines;
  return scenario.has('partly') && only && lines.length < 3 ? [only, only, only] : lines;
}

type Outcome = 'open' | 'delivered' | 'failed';

/** Of lines that are delivered partly, the first comes at once, the second never, the others with the end of the order. */
function outcomeOf({state, lines}: Snapshot, index: number): Outcome {
  if (lines === 'failed' || state === 'Refunded' || (lines === 'partly' && index === 1)) return 'failed';
  return state === 'Done' || (lines === 'partly' && index === 0) ? 'delivered' : 'open';
}

const failure = {
  failure_reason: 'OUT_OF_STOCK',
  error_description: 'The supplier has none left.',
};

/** The API has been seen, and said, to call a delivered line by three names; the value of a failed one is not known. */
function deliveryState({scenario}: Order, {state}: Snapshot, outcome: Outcome): string {
  const isUnpaid = ['WaitingForPayment', 'PaymentStarted', 'PartialPaymentStarted', 'Expired'].includes(
    state,
  );
  if (isUnpaid) return 'WaitingForPayment';
  if (scenario.has('unknown-delivery')) return 'HandedToTheTide';
  if (outcome === 'failed') return 'Failed';
  if (outcome === 'open') return 'Created';
  if (scenario.has('delivery-completed')) return 'Completed';
  return scenario.has('delivery-done') ? 'Done' : 'Succeeded';
}

/** What an order that is held says when the money came another way than asked. */
function misdirected({scenario}: Order, {state}: Snapshot): object {
  const what = scenario.has('wrong-coin')
    ? 'in another coin'
    : scenario.has('wrong-network') && 'on another network';
  return what && state === 'WaitingForManualAction'
    ? {error_description: `A payment arrived ${what}. Support is looking into it.`}
    : {};
}
