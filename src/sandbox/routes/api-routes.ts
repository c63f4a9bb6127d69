import type {RouteName} from '../../routes.js';
import type {Catalogue} from '../catalogue/catalogue.js';
import type {Product} from '../catalogue/shelf.js';
import type {StreamFault} from '../faults/fault.js';
import type {OrderBook} from '../orders/order-book.js';
import {orderJson, validationJson} from '../orders/order-json.js';
import {type OrderRequest, readOrderRequest} from '../orders/order-request.js';
import {placeOrder} from '../orders/place-order.js';
import type {PriceDrift} from '../orders/price-drift.js';
import {validate} from '../orders/validation.js';
import {type Coin, findCoin} from '../payment/coins.js';
import {paymentVias} from '../payment/payment-vias.js';
import {problemScenario, refusal} from '../scenarios/problem-scenario.js';
import {scenarioOf} from '../scenarios/scenario-of.js';
import {compare, decimal, parseDecimal} from '../support/decimal.js';
import {errorResponse, jsonResponse, jsonTextResponse} from '../support/responses.js';
import {createListings, homepage} from './brand-listing.js';
import {orderStream, type Repeat} from './order-stream.js';
import {price, productListing} from './product-listing.js';

export interface ApiCall {
  readonly request: Request;
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  /** What goes wrong with a stream. */
  readonly fault?: StreamFault | undefined;
}

export interface ApiContext {
  readonly catalogue: Catalogue;
  readonly book: OrderBook;
  readonly seed: number | string;
  readonly now: () => number;
  readonly repeat: Repeat;
  readonly drift: PriceDrift;
  /** One order for one `Idempotency-Key` and body, as a proxy has it and the API has not. */
  readonly isIdempotent: boolean;
}

type Handler = (call: ApiCall) => Promise<Response>;

/** A handler for each route of the API: one that is forgotten does not compile. */
export function createApiRoutes(context: ApiContext): Record<RouteName, Handler> {
  const {catalogue, book, repeat, now} = context;
  const listings = createListings(catalogue);
  const validateBasket = (basket: OrderRequest) => {
    const scenario = scenarioOf(basket);
    const validation = validate(catalogue, basket, context.drift.validation(basket.email, scenario));
    const wire = validationJson(validation, JSON.stringify(basket));
    const wish = problemScenario(scenario);
    if (!wish || wish.isForOrders) return jsonResponse(wire);
    const status = wish.status ?? (wish.isDetail ? 422 : 200);
    return refusal([...validation.problems, wish.problem], wire, {...wish, status});
  };
  return {
    listPaymentVias: async ({url}) => jsonResponse(paymentVias(url.origin)),
    listBrands: async ({url}) => {
      const country = countryOf(url);
      return country ? jsonTextResponse(listings(country, url.origin)) : missing('country_code');
    },
    getHomepage: async ({url}) => {
      const country = countryOf(url);
      return country
        ? jsonResponse(homepage(country, catalogue.get(country), url.origin))
        : missing('country_code');
    },
    listProducts: async ({url, parameters}) => {
      const {searchParams, origin} = url;
      const [family, brand] = ['family_name', 'brand_name'].map(name => searchParams.get(name) ?? undefined);
      if (family === undefined && brand === undefined) return missing('family_name or brand_name');
      // The API answers in another coin when it does not know the one asked for.
      const coin = coinOf(searchParams) ?? coinOf(new URLSearchParams());
      if (!coin) return errorResponse(500, 'INTERNAL_ERROR', 'The sandbox sells for no coin.');
      const lang = searchParams.get('lang') ?? 'en';
      const shelf = catalogue.get((parameters.country ?? '').toUpperCase());
      return jsonResponse(productListing(shelf, {family, brand, coin, lang, origin}));
    },
    getPrice: async ({url}) => quoteOne(catalogue, url.searchParams),
    validateOrder: async ({request}) => {
      const basket = await basketOf(request);
      if (basket instanceof Response) return basket;
      return validateBasket(basket);
    },
    createOrder: async ({request, url}) => {
      const basket = await basketOf(request);
      if (basket instanceof Response) return basket;
      const given = context.isIdempotent && request.headers.get('Idempotency-Key');
      const key = given ? `${given} ${JSON.stringify(basket)}` : undefined;
      const known = key && book.list().find(made => made.key === key);
      const order = known || placeOrder(context, basket, {origin: url.origin, key});
      return order instanceof Response ? order : jsonResponse(orderJson(order, book.mark(order)), 201);
    },
    getOrder: async ({parameters}) => {
      const order = book.find(parameters.orderId ?? '');
      return order ? jsonResponse(orderJson(order, book.mark(order))) : unknownOrder();
    },
    subscribeOrder: async ({request, parameters, fault}) => {
      const order = book.find(parameters.orderId ?? '');
      if (!order) return unknownOrder();
      return new Response(orderStream(book, order.id, {repeat, signal: request.signal, now, fault}), {
        headers: {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform'},
      });
    },
  };
}

function quoteOne(catalogue: Catalogue, query: URLSearchParams): Response {
  const coin = coinOf(query);
  if (!coin) return errorResponse(400, 'UNKNOWN_COIN', 'coin is not one that the sandbox knows.');
  const faceValue = query.get('face_value') ?? '';
  const shelf = catalogue.get(query.get('country_code')?.toUpperCase() ?? '');
  for (const brand of shelf?.brands ?? []) {
    if (brand.name !== query.get('brand_name')) continue;
    const product = brand.products.find(candidate => isSoldAt(candidate, faceValue));
    if (product) return jsonResponse(price(brand, product, faceValue, coin));
  }
  return errorResponse(404, 'NOT_AVAILABLE_PRODUCT', 'Nothing is sold at this face value.');
}

function isSoldAt(product: Product, faceValue: string): boolean {
  const value = parseDecimal(faceValue);
  if (!value) return false;
  if (product.price.type === 'fixed')
    return !product.isPlan && compare(value, decimal(product.price.amount)) === 0;
  const {min, max} = product.price;
  return compare(value, decimal(min)) >= 0 && compare(value, decimal(max)) <= 0;
}

/** Bitcoin when no coin is named. */
function coinOf(query: URLSearchParams): Coin | undefined {
  return findCoin(query.get('coin') ?? 'BTC');
}

function countryOf(url: URL): string | undefined {
  return url.searchParams.get('country_code')?.toUpperCase() || undefined;
}

async function basketOf(request: Request): Promise<OrderRequest | Response> {
  const body: unknown = await request.json().catch(() => undefined);
  const basket = readOrderRequest(body);
  return typeof basket === 'string' ? errorResponse(400, 'INVALID_REQUEST', basket) : basket;
}

function missing(name: string): Response {
  return errorResponse(400, 'INVALID_REQUEST', `${name} is missing.`);
}

function unknownOrder(): Response {
  return errorResponse(404, 'ORDER_NOT_FOUND', 'There is no such order.');
}
