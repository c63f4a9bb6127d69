import {richDescription, termsOf} from '../catalogue/rich-description.js';
import type {Brand, Product, RangePrice, Shelf} from '../catalogue/shelf.js';
import type {Coin} from '../payment/coins.js';
import {pointsFor, quote} from '../payment/quote.js';
import {kindOf, logoBase} from './brand-listing.js';

export interface ProductQuery {
  readonly family?: string | undefined;
  readonly brand?: string | undefined;
  readonly coin: Coin;
  readonly lang: string;
  readonly origin: string;
}

/** Body of `GET /v5/products/country/{cc}`: one object for each brand of the family; names match in any case. */
export function productListing(shelf: Shelf | undefined, query: ProductQuery): unknown[] {
  const matches = (brand: Brand) =>
    (query.family === undefined || same(brand.familyName, query.family)) &&
    (query.brand === undefined || same(brand.name, query.brand)) &&
    brand.stock !== 'absent';
  return (shelf?.brands ?? []).filter(matches).map(brand => family(brand, query));
}

/** Body of `GET /v4/products/price`: the quote of one amount on the coin's default rail. */
export function price(brand: Brand, product: Product, faceValue: string, coin: Coin): unknown {
  const quoted = quote({brand, product, faceValue, coin});
  return {
    product_id: product.id,
    is_dynamic: product.price.type === 'range',
    ...(product.price.type === 'range' ? {range: rangeOf(product.price, product.currency)} : {}),
    coin_amount: quoted.coinAmount,
    coin: coin.name,
    original_coin_amount: quoted.coinAmount,
    payment_method: coin.networks[0]?.method,
    delivery_type: product.delivery,
    points: pointsFor(quoted),
    product_type: 'physical',
  };
}

function family(brand: Brand, {coin, lang, origin}: ProductQuery) {
  const logo = logoBase(brand, origin);
  return {
    country_code: brand.country,
    category: brand.category,
    additional_categories: brand.also ?? [],
    kind: kindOf(brand),
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
    product_type: brand.category === 'games' ? 'digital' : 'physical',
    brand_tags: brand.popular ? ['popular'] : [],
    rich_description: richDescription(brand, lang),
  };
}

function productRow(brand: Brand, product: Product, coin: Coin) {
  const common = {
    product_id: product.id,
    is_dynamic: product.price.type === 'range',
    coin: coin.name,
    payment_method: coin.networks[0]?.method,
    delivery_type: product.delivery,
    product_type: brand.category === 'games' ? 'digital' : 'physical',
  };
  if (product.price.type === 'range') {
    const {price: limits, currency} = product;
    const amount = {
      type: 'range',
      min: limit(brand, limits.min, currency),
      max: limit(brand, limits.max, currency),
    };
    return {
      ...common,
      range: rangeOf(limits, currency),
      points: '0',
      face_value: {currency_code: currency, amount},
    };
  }
  const quoted = quote({brand, product, faceValue: product.price.amount, coin});
  return {
    ...common,
    denomination: product.denomination,
    localized_denomination: product.label,
    coin_amount: quoted.coinAmount,
    original_coin_amount: quoted.coinAmount,
    points: pointsFor(quoted),
    ...(product.isPlan
      ? {}
      : {
          face_value: {currency_code: product.currency, amount: {type: 'fixed', price: product.price.amount}},
        }),
    ...(product.gigabytes === undefined ? {} : {benefits: [dataBenefit(product.gigabytes)]}),
  };
}

/** Both spellings were captured: `"50.00"`, and `{amount: 50, currency: "USD"}`. */
function limit(brand: Brand, amount: string, currency: string) {
  return brand.limitsAsObjects ? {amount: Number(amount), currency} : amount;
}

/** On the wire the limits are numbers and the default is a string such as "500.0". */
function rangeOf({min, max, step, standard}: RangePrice, currency: string) {
  return {min: Number(min), max: Number(max), currency, step_size: Number(step), default: standard};
}

/** A plan without limit says minus one. */
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

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
