import type {Brand, Coin, Order, OrderRequest, ProductGroup, Validation} from '../domain/types.js';
import {brandsSchema} from './catalogue-schema.js';
import {type ApiOptions, createCaller} from './create-call.js';
import {ApiError} from './errors.js';
import {featuredSchema} from './homepage-schema.js';
import {orderBody} from './order-body.js';
import {orderSchema, validationSchema} from './order-schema.js';
import {coinsSchema} from './payment-schema.js';
import {priceSchema, productsSchema} from './product-schema.js';

/** Milliseconds that a read of an order may take: one that hangs keeps the next one waiting. */
const TRACKING_TIMEOUT = 8_000;

/** Milliseconds that creating an order may take: giving up early would leave it unknown whether one was made. */
const ORDER_TIMEOUT = 60_000;

export type Api = ReturnType<typeof createApi>;

/** Makes a client of the proxy, with one method per route. Each resolves to domain types, and rejects as `createCaller` says. */
export function createApi(options: ApiOptions) {
  const call = createCaller(options);
  return {
    async listBrands(country: string, signal?: AbortSignal): Promise<Brand[]> {
      const brands = await call('listBrands', brandsSchema, {
        query: {country_code: country},
        signal,
      });
      return brands.map(brand => ({...brand, country: brand.country || country}));
    },

    /** Lists ids and names of the brands to show first. It never rejects: a listing is complete without it. */
    getFeatured(country: string, signal?: AbortSignal): Promise<readonly string[]> {
      const query = {country_code: country};
      return call('getHomepage', featuredSchema, {query, signal}).catch(() => []);
    },

    listCoins(signal?: AbortSignal): Promise<Coin[]> {
      return call('listPaymentVias', coinsSchema, {signal});
    },

    listProducts(
      {brand, coin, lang}: {brand: Brand; coin: string; lang: string},
      signal?: AbortSignal,
    ): Promise<ProductGroup[]> {
      const query = {family_name: brand.family, coin, lang};
      return call('listProducts', productsSchema, {parameters: {country: brand.country}, query, signal});
    },

    /** Gets the coin amount of a face value of a range product. A price for another coin is `response_invalid`. */
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
      const price = await call('getPrice', priceSchema, {query, signal});
      if (price.coin === undefined || price.coin === coin) return price.amount;
      throw new ApiError('response_invalid', 'The response to getPrice is for another coin.');
    },

    /** Validates an order without creating it. Problems are a result, whatever status they come with. */
    async validateOrder(request: OrderRequest, signal?: AbortSignal): Promise<Validation> {
      try {
        return await call('validateOrder', validationSchema, {
          body: orderBody(request),
          signal,
        });
      } catch (error) {
        if (error instanceof ApiError && error.problems.length > 0) return {problems: error.problems};
        throw error;
      }
    },

    /** Creates an order. An attempt carries one key, however often it is sent. */
    createOrder(request: OrderRequest, idempotencyKey: string, signal?: AbortSignal): Promise<Order> {
      return call('createOrder', orderSchema, {
        body: orderBody(request),
        headers: {'idempotency-key': idempotencyKey},
        timeout: ORDER_TIMEOUT,
        signal,
      });
    },

    /** Gets an order. Without the key that came when it was created, the proxy withholds what was delivered. */
    getOrder(
      orderId: string,
      {key, signal}: {key?: string | undefined; signal?: AbortSignal} = {},
    ): Promise<Order> {
      return call('getOrder', orderSchema, {
        parameters: {orderId},
        ...(key ? {headers: {'x-cr-order-key': key}} : {}),
        timeout: TRACKING_TIMEOUT,
        signal,
      });
    },
  };
}
