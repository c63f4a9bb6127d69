import type {Catalogue} from '../catalogue/catalogue.js';
import type {Product} from '../catalogue/product.js';
import {type Coin, findCoin} from '../payment/coins.js';
import {paymentVias} from '../payment/payment-vias.js';
import {compare, decimal, parseDecimal} from '../support/decimal.js';
import {errorResponse, jsonResponse, jsonTextResponse} from '../support/responses.js';
import {type ApiRoutes, missing} from './api-route.js';
import {createListings, homepage} from './brand-listing.js';
import {priceJson, productListing} from './product-listing.js';

type CatalogueRoutes = Pick<
  ApiRoutes,
  'listPaymentVias' | 'listBrands' | 'getHomepage' | 'listProducts' | 'getPrice'
>;

export function createCatalogueRoutes(catalogue: Catalogue): CatalogueRoutes {
  const listings = createListings(catalogue);
  return {
    listPaymentVias: ({url}) => jsonResponse(paymentVias(url.origin)),
    listBrands({url}) {
      const country = countryOf(url);
      return country ? jsonTextResponse(listings(country, url.origin)) : missing('country_code');
    },
    getHomepage({url}) {
      const country = countryOf(url);
      return country
        ? jsonResponse(homepage(country, catalogue.get(country), url.origin))
        : missing('country_code');
    },
    listProducts({url, parameters}) {
      const {searchParams: query, origin} = url;
      const family = query.get('family_name') ?? undefined;
      const brand = query.get('brand_name') ?? undefined;
      if (family === undefined && brand === undefined) return missing('family_name or brand_name');
      // The API quotes in another coin when it does not know the requested one.
      const coin = coinOf(query) ?? findCoin(defaultCoin);
      if (!coin) return errorResponse(500, 'INTERNAL_ERROR', 'The sandbox sells for no coin.');
      const lang = query.get('lang') ?? 'en';
      const shelf = catalogue.get((parameters.country ?? '').toUpperCase());
      return jsonResponse(productListing(shelf, {family, brand, coin, lang, origin}));
    },
    getPrice: ({url}) => quotePrice(catalogue, url.searchParams),
  };
}

function quotePrice(catalogue: Catalogue, query: URLSearchParams): Response {
  const coin = coinOf(query);
  if (!coin) return errorResponse(400, 'UNKNOWN_COIN', 'coin is not one that the sandbox knows.');
  const faceValue = query.get('face_value') ?? '';
  const shelf = catalogue.get(query.get('country_code')?.toUpperCase() ?? '');
  for (const brand of shelf?.brands ?? []) {
    if (brand.name !== query.get('brand_name')) continue;
    const product = brand.products.find(candidate => isSoldAt(candidate, faceValue));
    if (product) return jsonResponse(priceJson(brand, product, faceValue, coin));
  }
  return errorResponse(404, 'NOT_AVAILABLE_PRODUCT', 'Nothing is sold at this face value.');
}

function isSoldAt({price, isPlan}: Product, faceValue: string): boolean {
  const value = parseDecimal(faceValue);
  if (!value) return false;
  if (price.type === 'fixed') return !isPlan && compare(value, decimal(price.amount)) === 0;
  return compare(value, decimal(price.min)) >= 0 && compare(value, decimal(price.max)) <= 0;
}

const defaultCoin = 'BTC';

/** Finds the coin of a query; `undefined` for an unknown one. */
function coinOf(query: URLSearchParams): Coin | undefined {
  return findCoin(query.get('coin') ?? defaultCoin);
}

function countryOf(url: URL): string | undefined {
  return url.searchParams.get('country_code')?.toUpperCase() || undefined;
}
