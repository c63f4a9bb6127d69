import type {Brand, Coin, Order, OrderRequest, ProductGroup, Validation} from '../domain/types.js';
import {type PathParameters, pathOf, type RouteName, routes} from '../routes.js';
import {readBrands} from './catalogue-schema.js';
import {ApiError} from './errors.js';
import {readFeatured} from './homepage-schema.js';
import {orderBody} from './order-body.js';
import {readOrder, readProblems, readValidation} from './order-schema.js';
import {readCoins} from './payment-schema.js';
import {readPrice, readProducts} from './product-schema.js';
import {type Fetch, requestJson} from './request.js';
import type {Reader} from './wire.js';

export interface ApiOptions {
  /** Base of the partner's proxy, absolute. */
  readonly proxyUrl: string;
  readonly fetch: Fetch;
  /** Ends every request of this client. */
  readonly signal: AbortSignal;
  /** Hears the server's time from answers about orders: others may come from a cache. */
  readonly onDate?: ((serverTime: number) => void) | undefined;
}

interface Call<Name extends RouteName> {
  readonly parameters: PathParameters<Name>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Reads wait long, because a listing can take 20 seconds; the screen says so meanwhile. */
const READ_TIMEOUT = 45_000;

/** A read of an order that hangs keeps the next one waiting. */
const TRACKING_TIMEOUT = 8_000;

/** Giving up early on an order would leave it unknown whether one was made. */
const ORDER_TIMEOUT = 60_000;

export type Api = ReturnType<typeof createApi>;

/**
 * The calls a checkout makes, one method per route. Every method answers domain types and throws an `ApiError`, or
 * the reason of the signal that ended it. Nothing is retried here.
 */
export function createApi({proxyUrl, fetch, signal: life, onDate}: ApiOptions) {
  const base = proxyUrl.replace(/\/+$/, '');
  /** Addresses whose last answer made no sense. The browser may have kept it, and would be told that it still holds. */
  const doubted = new Set<string>();

  async function call<Name extends RouteName, Shape>(
    name: Name,
    read: Reader<Shape>,
    options: Call<Name>,
  ): Promise<Shape> {
    const {parameters, query = {}, body, headers = {}, timeout = READ_TIMEOUT, signal} = options;
    const search = new URLSearchParams(query).toString();
    const url = `${base}${pathOf(name, parameters)}${search && `?${search}`}`;
    const request = new Request(url, {
      method: routes[name].method,
      cache: doubted.has(url) ? 'reload' : 'default',
      headers: {
        accept: 'application/json',
        ...(body ? {'content-type': 'application/json'} : {}),
        ...headers,
      },
      body: body ? JSON.stringify(body) : null,
    });
    doubted.add(url);
    const json = await requestJson(request, {
      fetch,
      timeout,
      signal: signal ? AbortSignal.any([life, signal]) : life,
      onDate: body || name === 'getOrder' ? onDate : undefined,
    });
    const answer = read(json);
    if (answer !== undefined) {
      doubted.delete(url);
      return answer;
    }
    const problems = readProblems(json);
    if (problems.length > 0) throw new ApiError('order_problems', '', {problems});
    throw new ApiError('response_invalid', `The answer to ${name} has an unexpected shape.`);
  }

  return {
    listCoins(signal?: AbortSignal): Promise<Coin[]> {
      return call('listPaymentVias', readCoins, {parameters: {}, signal});
    },

    async listBrands(country: string, signal?: AbortSignal): Promise<Brand[]> {
      const brands = await call('listBrands', readBrands, {
        parameters: {},
        query: {country_code: country},
        signal,
      });
      return brands.map(brand => ({...brand, country: brand.country || country}));
    },

    /** Ids and names of the brands to show first. It never fails: a listing is complete without it. */
    getFeatured(country: string, signal?: AbortSignal): Promise<readonly string[]> {
      const query = {country_code: country};
      return call('getHomepage', readFeatured, {parameters: {}, query, signal}).catch(() => []);
    },

    listProducts(
      {brand, coin, lang}: {brand: Brand; coin: string; lang: string},
      signal?: AbortSignal,
    ): Promise<ProductGroup[]> {
      const query = {family_name: brand.family, coin, lang};
      return call('listProducts', readProducts, {parameters: {country: brand.country}, query, signal});
    },

    /** The coin amount of a face value of a range product. An answer for another coin than asked is refused. */
    async getPrice(
      {
        brandName,
        country,
        faceValue,
        coin,
      }: {brandName: string; country: string; faceValue: string; coin: string},
      signal?: AbortSignal,
    ): Promise<string> {
      const query = {brand_name: brandName, country_code: country, face_value: faceValue, coin};
      const price = await call('getPrice', readPrice, {parameters: {}, query, signal});
      if (price.coin === undefined || price.coin === coin) return price.amount;
      throw new ApiError('response_invalid', 'The price is for another coin than asked.');
    },

    /** A dry run. Problems are an answer, whatever status they come with. */
    async validateOrder(request: OrderRequest, signal?: AbortSignal): Promise<Validation> {
      try {
        return await call('validateOrder', readValidation, {
          parameters: {},
          body: orderBody(request),
          signal,
        });
      } catch (error) {
        if (error instanceof ApiError && error.problems.length > 0) return {problems: error.problems};
        throw error;
      }
    },

    /** Makes an order. One attempt, however often it is sent, carries one key. */
    createOrder(request: OrderRequest, idempotencyKey: string, signal?: AbortSignal): Promise<Order> {
      return call('createOrder', readOrder, {
        parameters: {},
        body: orderBody(request),
        headers: {'idempotency-key': idempotencyKey},
        timeout: ORDER_TIMEOUT,
        signal,
      });
    },

    getOrder(orderId: string, signal?: AbortSignal): Promise<Order> {
      return call('getOrder', readOrder, {parameters: {orderId}, timeout: TRACKING_TIMEOUT, signal});
    },
  };
}
