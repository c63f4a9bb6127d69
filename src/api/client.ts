import type {Brand, Coin, Order, OrderRequest, ProductGroup, Validation} from '../domain/types.js';
import {brandsSchema} from './catalogue-schema.js';
import {type ApiOptions, createCaller} from './create-call.js';
import {ApiError} from './errors.js';
import {featuredSchema} from './homepage-schema.js';
import {orderBody} from './order-body.js';
import {orderSchema, validationSchema} from './order-schema.js';
import {coinsSchema} from './payment-schema.js';
import {priceSchema, productsSchema} from './product-schema.js';

/** A read of an order that hangs keeps the next one waiting. */
const TRACKING_TIMEOUT = 8_000;

/** Giving up early on an order would leave it unknown whether one was made. */
const ORDER_TIMEOUT = 60_000;

export type Api = ReturnType<typeof createApi>;

/** Every call a checkout makes, one method per route. Each answers domain types, and fails as `createCaller` says. */
export function createApi(options: ApiOptions) {
  const call = createCaller(options);
  return {
    async listBrands(country: string, signal?: AbortSignal): Promise<Brand[]> {
      const brands = await call('listBrands', brandsSchema, {
        parameters: {},
        query: {country_code: country},
        signal,
      });
      return brands.map(brand => ({...brand, country: brand.country || country}));
    },

    /** Ids and names of the brands to show first. It never fails: a listing is complete without it. */
    getFeatured(country: string, signal?: AbortSignal): Promise<readonly string[]> {
      const query = {country_code: country};
      return call('getHomepage', featuredSchema, {parameters: {}, query, signal}).catch(() => []);
    },

    listCoins(signal?: AbortSignal): Promise<Coin[]> {
      return call('listPaymentVias', coinsSchema, {parameters: {}, signal});
    },

    listProducts(
      {brand, coin, lang}: {brand: Brand; coin: string; lang: string},
      signal?: AbortSignal,
    ): Promise<ProductGroup[]> {
      const query = {family_name: brand.family, coin, lang};
      return call('listProducts', productsSchema, {parameters: {country: brand.country}, query, signal});
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
      const price = await call('getPrice', priceSchema, {parameters: {}, query, signal});
      if (price.coin === undefined || price.coin === coin) return price.amount;
      throw new ApiError('response_invalid', 'The price is for another coin than asked.');
    },

    /** A dry run. Problems are an answer, whatever status they come with. */
    async validateOrder(request: OrderRequest, signal?: AbortSignal): Promise<Validation> {
      try {
        return await call('validateOrder', validationSchema, {
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
      return call('createOrder', orderSchema, {
        parameters: {},
        body: orderBody(request),
        headers: {'idempotency-key': idempotencyKey},
        timeout: ORDER_TIMEOUT,
        signal,
      });
    },

    getOrder(orderId: string, signal?: AbortSignal): Promise<Order> {
      return call('getOrder', orderSchema, {parameters: {orderId}, timeout: TRACKING_TIMEOUT, signal});
    },
  };
}
