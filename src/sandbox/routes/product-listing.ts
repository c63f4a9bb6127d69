import type {Product, RangePrice} from '../catalogue/product.js';
import {richDescription, termsOf} from '../catalogue/rich-description.js';
import type {Brand, Shelf} from '../catalogue/shelf.js';
import type {Coin} from '../payment/coins.js';
import {pointsFor, quote} from '../payment/quote.js';
import {logoBase} from './logo-base.js';

export interface ProductQuery {
  /** Default: all. */
  readonly family?: string | undefined;
  /** Default: all. */
  readonly brand?: string | undefined;
  readonly coin: Coin;
  readonly lang: string;
  readonly origin: string;
}

/** Returns the body of `GET /v5/products/country/{cc}`: an object for each brand. Names match in any case. */
export function productListing(shelf: Shelf | undefined, query: ProductQuery): unknown[] {
  const matches = (brand: Brand) =>
    (query.family === undefined || isSameName(brand.familyName, query.family)) &&
    (query.brand === undefined || isSameName(brand.name, query.brand)) &&
    brand.stock !== 'absent';
  return (shelf?.brands ?? []).filter(matches).map(brand => brandProducts(brand, query));
}

/** Returns the body of `GET /v4/products/price`: the quote of one amount on the coin's default network. */
export function priceJson(brand: Brand, product: Product, faceValue: string, coin: Coin): unknown {
  const quoted = quote({brand, product, faceValue, coin});
  return {
    product_id: product.id,
    is_dynamic: product.price.type === 'range',
    ...(product.price.type === 'range' ? {range: rangeJson(product.price, product.currency)} : {}),
    coin_amount: quoted.coinAmount,
    coin: coin.name,
    original_coin_amount: quoted.coinAmount,
    payment_method: coin.networks[0]?.method,
    delivery_type: product.delivery,
    points: pointsFor(quoted),
    product_type: 'physical',
  };
}

function brandProducts(brand: Brand, {coin, lang, origin}: ProductQuery) {
  const logo = logoBase(brand, origin);
  return {
    country_code: brand.country,
    category: brand.category,
    additional_categories: brand.also ?? [],
    kind: brand.kind,
    default_denomination: '',
    products: brand.products.map(product => productRow(brand, product, coin)),
    family: brand.familyName,
    brand_id: brand.id,
    brand: brand.name,
    is_out_of_stock: brand.isOutOfStock,
    logo_url: `${logo}.webp`,
    logo_base_url: logo,
    bg_color: brand.color,
    product_tc: termsOf(brand),
    redeem_method: brand.kind === 'mobile_recharge' ? ['phone'] : ['online', 'in_store'],
    product_type: brand.productType,
    brand_tags: brand.popular ? ['popular'] : [],
    rich_description: richDescription(brand, lang),
  };
}

function productRow(brand: Brand, product: Product, coin: Coin) {
  const {price} = product;
  return {
    product_id: product.id,
    is_dynamic: price.type === 'range',
    coin: coin.name,
    payment_method: coin.networks[0]?.method,
    delivery_type: product.delivery,
    product_type: brand.productType,
    ...(price.type === 'range'
      ? rangeFields(brand, product, price)
      : fixedFields(brand, product, price.amount, coin)),
  };
}

function rangeFields(brand: Brand, {currency}: Product, price: RangePrice) {
  const limit = (amount: string) => (brand.limitsAsObjects ? {amount: Number(amount), currency} : amount);
  return {
    range: rangeJson(price, currency),
    points: '0',
    face_value: {
      currency_code: currency,
      amount: {type: 'range', min: limit(price.min), max: limit(price.max)},
    },
  };
}

function fixedFields(brand: Brand, product: Product, amount: string, coin: Coin) {
  const quoted = quote({brand, product, faceValue: amount, coin});
  return {
    denomination: product.denomination,
    localized_denomination: product.label,
    coin_amount: quoted.coinAmount,
    original_coin_amount: quoted.coinAmount,
    points: pointsFor(quoted),
    ...(product.isPlan
      ? {}
      : {face_value: {currency_code: product.currency, amount: {type: 'fixed', price: amount}}}),
    ...(product.gigabytes === undefined ? {} : {benefits: [dataBenefit(product.gigabytes)]}),
  };
}

/** Spells the limits as numbers and the default as text such as "500.0", as captured. */
function rangeJson({min, max, step, standard}: RangePrice, currency: string) {
  return {min: Number(min), max: Number(max), currency, step_size: Number(step), default: standard};
}

/** Returns the benefit of a data plan; -1 is unlimited. */
function dataBenefit(gigabytes: string) {
  const amount = Number(gigabytes);
  return {
    type: 'DATA',
    unit_type: 'DATA',
    unit: 'GB',
    amount: {base: {amount}, total_including_tax: {amount}},
    additional_information: null,
  };
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
