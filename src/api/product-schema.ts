import {compare, decimal} from '../domain/money.js';
import type {BrandTexts, FixedProduct, Product, ProductGroup, RangeProduct} from '../domain/types.js';
import {type Fields, fieldsOf, isTrue, positiveOf, rowsOf, textOf} from './wire.js';

/** What both shapes of a product have. */
type Base = Pick<Product, 'id' | 'brandName' | 'country' | 'deliveredTo'>;

/** A family's answer: a list of brands with their products. A product that cannot be ordered safely is left out. */
export function readProducts(json: unknown): ProductGroup[] | undefined {
  return rowsOf(json)?.flatMap(group => {
    const brandName = textOf(group.brand) ?? textOf(group.family);
    if (!brandName) return [];
    const country = textOf(group.country_code) ?? '';
    return [
      {
        brandId: textOf(group.brand_id),
        brandName,
        family: textOf(group.family),
        outOfStock: isTrue(group.is_out_of_stock),
        about: toTexts(group),
        products: (rowsOf(group.products) ?? []).flatMap(row => toProduct(row, brandName, country)),
      },
    ];
  });
}

function toTexts({rich_description, product_tc}: Fields): BrandTexts {
  const found = fieldsOf(rich_description);
  const terms = htmlOf(found.term_and_conditions);
  return {
    description: htmlOf(found.description),
    howToRedeem: htmlOf(found.how_to_redeem),
    terms,
    plainTerms: terms ? undefined : textOf(product_tc),
    note: htmlOf(found.note),
    geo: htmlOf(found.redeem_geo),
    locale: textOf(found.locale),
  };
}

/** A fragment of HTML in which there is something to read. */
function htmlOf(value: unknown): string | undefined {
  const html = textOf(value);
  return html?.replace(/<[^<>]*>|&nbsp;|\s/g, '') ? html : undefined;
}

function toProduct(row: Fields, brandName: string, country: string): Product[] {
  const deliveredTo = textOf(row.delivery_type) === 'by_phone' ? 'phone' : 'email';
  const denomination = textOf(row.denomination);
  // Rows without an id that order the same are the same.
  const id = textOf(row.product_id) ?? [denomination, deliveredTo].join(' ');
  const base = {id, brandName, country, deliveredTo} as const;
  const isRange = isTrue(row.is_dynamic) || denomination === 'range' || (!denomination && row.range);
  if (isRange) return toRange(row, base);
  return denomination ? [toFixed(row, base, denomination)] : [];
}

function toFixed(row: Fields, base: Base, denomination: string): FixedProduct {
  const face = fieldsOf(row.face_value);
  const faceValue = decimal(fieldsOf(face.amount).price);
  return {
    ...base,
    shape: 'fixed',
    denomination,
    label: textOf(row.localized_denomination) ?? denomination,
    faceValue,
    currency: faceValue ? textOf(face.currency_code) : undefined,
    coin: textOf(row.coin),
    coinAmount: positiveOf(row.coin_amount),
  };
}

function toRange(row: Fields, base: Base): RangeProduct[] {
  const range = fieldsOf(row.range);
  const face = fieldsOf(row.face_value);
  const bounds = fieldsOf(face.amount);
  const min = decimal(range.min) ?? boundOf(bounds.min);
  const max = positiveOf(range.max) ?? boundOf(bounds.max);
  const currency = textOf(range.currency) ?? textOf(face.currency_code);
  if (!min || !max || !currency || compare(min, max) > 0) return [];
  const step = positiveOf(range.step_size) ?? '0.01';
  return [{...base, shape: 'range', min, max, step, suggested: decimal(range.default), currency}];
}

/** `"50.00"` in one capture, `{amount: 50, currency: "USD"}` in another. */
function boundOf(value: unknown): string | undefined {
  return decimal(fieldsOf(value).amount ?? value);
}

/** The price route's answer: a coin and its amount. */
export function readPrice(json: unknown): {coin: string | undefined; amount: string} | undefined {
  const {coin, coin_amount} = fieldsOf(json);
  const amount = positiveOf(coin_amount);
  return amount ? {coin: textOf(coin), amount} : undefined;
}
