import * as z from 'zod/mini';

import {compare, decimal, isPositive} from '../domain/money.js';
import type {Product} from '../domain/types.js';
import {amount, flag, list, maybe, requiredList, text} from './wire.js';

/** `"50.00"` in one capture, `{amount: 50, currency: "USD"}` in another. */
const bound = z.optional(
  z.pipe(
    z.unknown(),
    z.transform(value =>
      decimal(typeof value === 'object' && value !== null && 'amount' in value ? value.amount : value),
    ),
  ),
);

const range = z.object({min: amount, max: amount, step_size: amount, currency: text, default: amount});

const faceValue = z.object({
  currency_code: text,
  amount: maybe(z.object({type: text, price: amount, min: bound, max: bound})),
});

const row = z.object({
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

type Row = z.infer<typeof row>;

const family = z.object({
  country_code: text,
  kind: text,
  brand_id: text,
  brand: text,
  family: text,
  products: list(row),
});

/** The products of one brand of a family, as `listProducts` answers them. */
export interface ProductGroup {
  readonly brandId?: string | undefined;
  readonly brandName: string;
  readonly products: readonly Product[];
}

/** A family's answer: a list of brands with their products. A product that cannot be ordered safely is left out. */
export const productListSchema = z.pipe(
  requiredList(family),
  z.transform((groups): ProductGroup[] =>
    groups.flatMap(group => {
      const brandName = group.brand ?? group.family;
      if (brandName === undefined) return [];
      const place = {brandName, country: group.country_code ?? ''};
      return [
        {
          brandId: group.brand_id,
          brandName,
          products: (group.products ?? []).flatMap(found => toProduct(found, place)),
        },
      ];
    }),
  ),
);

function toProduct(found: Row, {brandName, country}: {brandName: string; country: string}): Product[] {
  const deliveredTo = found.delivery_type === 'by_phone' ? 'phone' : 'email';
  const id = found.product_id ?? found.denomination ?? brandName;
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
export const priceSchema = z
  .object({coin: text, coin_amount: amount})
  .check(z.refine(found => found.coin_amount !== undefined && isPositive(found.coin_amount)));
