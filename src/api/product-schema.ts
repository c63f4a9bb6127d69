import {compare} from '../domain/money.js';
import type {FixedProduct, Product, ProductGroup, RangeProduct} from '../domain/types.js';
import {brandTextsSchema} from './brand-texts-schema.js';
import {
  amount,
  by,
  fields,
  flag,
  isObject,
  list,
  listOrNone,
  object,
  positiveAmount,
  type Read,
  read,
  readAmount,
  requiredAmount,
  text,
} from './wire.js';

/** A bound of a range: `"50.00"` in one capture, `{amount: 50, currency: "USD"}` in another. */
const boundSchema = by(value => readAmount(isObject(value) && 'amount' in value ? value.amount : value));

const rangeSchema = fields({
  min: amount,
  max: positiveAmount,
  step_size: positiveAmount,
  currency: text,
  default: amount,
});

const pricesSchema = fields({price: amount, min: boundSchema, max: boundSchema});
const faceValueSchema = fields({currency_code: text, amount: pricesSchema});

const rowSchema = object({
  product_id: text,
  delivery_type: text,
  denomination: text,
  localized_denomination: text,
  is_dynamic: flag,
  range: by(value => (value ? read(rangeSchema, value) : undefined)),
  face_value: faceValueSchema,
  coin: text,
  coin_amount: positiveAmount,
});

type Row = Read<typeof rowSchema>;
/** Fields of both shapes of a product. */
type Base = Pick<Product, 'id' | 'brandName' | 'country' | 'deliveredTo'>;

const groupSchema = object(
  {
    brand: text,
    family: text,
    brand_id: text,
    country_code: text,
    is_out_of_stock: flag,
    rich_description: brandTextsSchema,
    product_tc: text,
    products: listOrNone(rowSchema),
  },
  (group): ProductGroup | undefined => {
    const brandName = group.brand ?? group.family;
    if (!brandName) return undefined;
    const country = group.country_code ?? '';
    const about = group.rich_description;
    return {
      brandId: group.brand_id,
      brandName,
      family: group.family,
      outOfStock: group.is_out_of_stock,
      about: about.terms ? about : {...about, plainTerms: group.product_tc},
      products: group.products.flatMap(row => toProduct(row, brandName, country) ?? []),
    };
  },
);

/** A family's products, by brand. A product that cannot be ordered safely is left out. */
export const productsSchema = list(groupSchema);

function toProduct(row: Row, brandName: string, country: string): Product | undefined {
  const {denomination} = row;
  const deliveredTo = row.delivery_type === 'by_phone' ? 'phone' : 'email';
  // Rows without an id that order the same are the same.
  const id = row.product_id ?? [denomination, deliveredTo].join(' ');
  const base = {id, brandName, country, deliveredTo} as const;
  const isRange = row.is_dynamic || denomination === 'range' || (!denomination && row.range);
  if (isRange) return toRange(row, base);
  return denomination ? toFixed(row, base, denomination) : undefined;
}

function toFixed(row: Row, base: Base, denomination: string): FixedProduct {
  const faceValue = row.face_value.amount.price;
  return {
    ...base,
    shape: 'fixed',
    denomination,
    label: row.localized_denomination ?? denomination,
    faceValue,
    currency: faceValue ? row.face_value.currency_code : undefined,
    coin: row.coin,
    coinAmount: row.coin_amount,
  };
}

/** Makes a range product of a row; `undefined` where bounds or currency are missing, or the bounds are upside down. */
function toRange({range, face_value}: Row, base: Base): RangeProduct | undefined {
  const min = range?.min ?? face_value.amount.min;
  const max = range?.max ?? face_value.amount.max;
  const currency = range?.currency ?? face_value.currency_code;
  if (!min || !max || !currency || compare(min, max) > 0) return undefined;
  return {
    ...base,
    shape: 'range',
    min,
    max,
    step: range?.step_size ?? '0.01',
    suggested: range?.default,
    currency,
  };
}

/** The price route's response: a coin and its amount. */
export const priceSchema = object({coin: text, coin_amount: requiredAmount}, ({coin, coin_amount}) => ({
  coin,
  amount: coin_amount,
}));
