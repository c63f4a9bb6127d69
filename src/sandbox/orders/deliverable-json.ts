import {moneyLabel} from '../catalogue/currencies.js';
import {pointsFor} from '../payment/quote.js';
import type {QuotedLine} from './validation.js';

/** Returns the product of a line as validations and orders have it. */
export function deliverableJson(line: QuotedLine) {
  const {brand, product, denomination, faceValue, beneficiary, quote} = line;
  const isRange = product.price.type === 'range';
  return {
    denomination,
    localized_denomination: isRange ? moneyLabel(faceValue, product.currency) : product.label,
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
