import * as v from 'valibot';

import {compare, decimal, isPositive} from '../domain/money.js';
import type {BrandTexts, Product, ProductGroup} from '../domain/types.js';
import {amount, flag, list, maybe, reading, requiredList, text, textOf} from './wire.js';

/** `"50.00"` in one capture, `{amount: 50, currency: "USD"}` in another. */
const bound = reading(value =>
  decimal(typeof value === 'object' && value !== null && 'amount' in value ? value.amount : value),
);

const range = v.object({min: amount, max: amount, step_size: amount, currency: text, default: amount});

const faceValue = v.object({
  currency_code: text,
  amount: maybe(v.object({type: text, price: amount, min: bound, max: bound})),
});

const row = v.object({
  product_id: text,
  is_dynamic: flag,
  range: maybe(range),
  denomination: text,
  localized_denomination: text,
  coin: text,
  coin_amount: amount,
  delivery_type: text,
  face_value: maybe(faceValue),
});

type Row = v.InferOutput<typeof row>;

/** A fragment of HTML in which there is something to read. */
const html = reading(value =>
  textOf(value)?.replace(/<[^<>]*>|&nbsp;|\s/g, '') ? textOf(value) : undefined,
);

const texts = v.object({
  description: html,
  how_to_redeem: html,
  term_and_conditions: html,
  note: html,
  redeem_geo: html,
  locale: text,
});

const family = v.object({
  country_code: text,
  brand_id: text,
  brand: text,
  family: text,
  is_out_of_stock: flag,
  product_tc: text,
  rich_description: maybe(texts),
  products: list(row),
});

/** A family's answer: a list of brands with their products. A product that cannot be ordered safely is left out. */
export const productListSchema = v.pipe(
  requiredList(family),
  v.transform((groups): ProductGroup[] =>
    groups.flatMap(group => {
      const brandName = group.brand ?? group.family;
      if (brandName === undefined) return [];
      const place = {brandName, country: group.country_code ?? ''};
      return [
        {
          brandId: group.brand_id,
          brandName,
          family: group.family,
          outOfStock: group.is_out_of_stock === true,
          about: toTexts(group),
          products: (group.products ?? []).flatMap(found => toProduct(found, place)),
        },
      ];
    }),
  ),
);

function toTexts({rich_description, product_tc}: v.InferOutput<typeof family>): BrandTexts {
  const {how_to_redeem, term_and_conditions, redeem_geo, ...texts} = rich_description ?? {};
  return {
    ...texts,
    howToRedeem: how_to_redeem,
    terms: term_and_conditions,
    plainTerms: term_and_conditions ? undefined : product_tc,
    geo: redeem_geo,
  };
}

function toProduct(found: Row, {brandName, country}: {brandName: string; country: string}): Product[] {
  const deliveredTo = found.delivery_type === 'by_phone' ? 'phone' : 'email';
  // Rows without an id that order the same are the same.
  const id = found.product_id ?? [found.denomination, deliveredTo].join(' ');
  const base = {id, brandName, country, deliveredTo} as const;
  const isRange = found.is_dynamic || found.denomination === 'range' || (!found.denomination && found.range);
  return isRange ? toRange(found, base) : toFixed(found, base);
}

function toFixed(
  found: Row,
  base: {id: string; brandName: string; country: string; deliveredTo: 'email' | 'phone'},
): Product[] {
  const {denomination, coin, face_value} = found;
  if (denomination === undefined) return [];
  const coinAmount = found.coin_amount && isPositive(found.coin_amount) ? found.coin_amount : undefined;
  return [
    {
      ...base,
      shape: 'fixed',
      denomination,
      label: found.localized_denomination ?? denomination,
      faceValue: face_value?.amount?.price,
      currency: face_value?.amount?.price ? face_value.currency_code : undefined,
      coin,
      coinAmount,
    },
  ];
}

function toRange(
  found: Row,
  base: {id: string; brandName: string; country: string; deliveredTo: 'email' | 'phone'},
): Product[] {
  const min = found.range?.min ?? found.face_value?.amount?.min;
  const max = found.range?.max ?? found.face_value?.amount?.max;
  const currency = found.range?.currency ?? found.face_value?.currency_code;
  if (!min || !max || !currency || !isPositive(max) || compare(min, max) > 0) return [];
  const step = found.range?.step_size;
  return [
    {
      ...base,
      shape: 'range',
      min,
      max,
      step: step && isPositive(step) ? step : '0.01',
      suggested: found.range?.default,
      currency,
    },
  ];
}

/** The price route's answer: a coin and its amount. */
export const priceSchema = v.pipe(
  v.object({coin: text, coin_amount: amount}),
  v.check(found => found.coin_amount !== undefined && isPositive(found.coin_amount)),
);
