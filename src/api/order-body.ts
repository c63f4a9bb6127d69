import {languageOf} from '../domain/language-of.js';
import {omitEmpty} from '../domain/omit-empty.js';
import type {OrderRequest} from '../domain/types.js';

/**
 * Makes the body of a validation and of an order alike, so that an order is exactly what was validated. A range product is
 * ordered as `denomination: "range"` with `product_value`, a fixed one by the listing's own denomination: a rebuilt string
 * can buy something else. Several of one product are as many lines, because a line has no quantity.
 */
export function orderBody({quote, recipient, language, utmSource}: OrderRequest) {
  const {product, quantity = 1} = quote;
  const line = {
    brand_name: product.brandName,
    country_code: quote.brand.country,
    beneficiary_account: product.deliveredTo === 'phone' ? recipient.phone : recipient.email,
    ...(product.shape === 'range'
      ? {denomination: 'range', product_value: quote.faceValue}
      : {denomination: product.denomination}),
  };
  return {
    email: recipient.email,
    user: {
      email: recipient.email,
      has_accepted_newsletter: false,
      ...omitEmpty({full_name: recipient.fullName}),
    },
    payment: {type: 'via', payment_via: 'USER_WALLET', coin: quote.coin, network: quote.network.name},
    deliveries: Array.from({length: quantity}, () => line),
    lang: languageOf(language),
    ...omitEmpty({
      acquisition: utmSource && {utm_source: utmSource},
      refund_wallet_address: recipient.refundAddress,
    }),
  };
}
