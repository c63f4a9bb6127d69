import {seededUuid} from '../support/seeded-random.js';
import {deliverableJson} from './deliverable-json.js';
import type {Validation} from './validation.js';

/** Returns the body of `POST /v5/orders/validations`; the ids of its lines follow from `id`. */
export function validationJson(validation: Validation, id: string) {
  const {coin, coinAmount, lines, euros, dollars, problems} = validation;
  return {
    coin: coin.name,
    coin_amount: coinAmount,
    original_coin_amount: coinAmount,
    coupon_code: null,
    loyalty_summary: null,
    deliveries: lines.map((line, index) => ({
      id: seededUuid('line', id, index),
      delivery_state: 'Created',
      kind: line.brand.kind,
      deliverable: {...deliverableJson(line), original_price: line.quote.euros},
    })),
    payment_fee: {amount: '0', original_amount: '0'},
    summary: {
      coin_amount_to_pay_in_crypto: coinAmount,
      as_USD: {value_to_pay_in_crypto: dollars},
      as_EUR: {value_to_pay_in_crypto: euros},
    },
    problems: problems.length > 0 ? problems : noProblems(validation),
  };
}

/** Both spellings of "none" were captured. */
function noProblems({lines}: Validation): null | [] {
  return lines[0]?.product.price.type === 'range' ? null : [];
}
