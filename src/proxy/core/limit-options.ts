import type {RouteName} from '../../routes.js';

/** How many requests may reach the API within any `window` (milliseconds). `Infinity` means no limit. */
export interface RouteLimit {
  /** Of all buyers together; keep it below what the API allows. */
  readonly partner: number;
  /** Of one buyer: an IPv4 address, or the first 64 bits of an IPv6 address. */
  readonly buyer: number;
  readonly window: number;
}

export interface ProxyLimits extends Readonly<Record<RouteName, RouteLimit>> {
  /** Event streams that one buyer may have open at this instance. */
  readonly streamsPerBuyer: number;
  /** Event streams that may be open for one order at this instance. */
  readonly streamsPerOrder: number;
}

export type ProxyLimitOptions = {readonly [Route in RouteName]?: Partial<RouteLimit>} & Partial<
  Pick<ProxyLimits, 'streamsPerBuyer' | 'streamsPerOrder'>
>;

const minute = 60_000;

/** A tenth below the API's known limits per partner: 30 to 120 reads a minute, 60 validations and 30 orders in ten. */
export const defaultLimits: ProxyLimits = {
  listPaymentVias: {partner: 27, buyer: 10, window: minute},
  listBrands: {partner: 54, buyer: 20, window: minute},
  getHomepage: {partner: 27, buyer: 10, window: minute},
  listProducts: {partner: 54, buyer: 20, window: minute},
  getPrice: {partner: 108, buyer: 40, window: minute},
  validateOrder: {partner: 54, buyer: 20, window: 10 * minute},
  createOrder: {partner: 27, buyer: 10, window: 10 * minute},
  getOrder: {partner: 108, buyer: 60, window: minute},
  subscribeOrder: {partner: Number.POSITIVE_INFINITY, buyer: 60, window: minute},
  streamsPerBuyer: 32,
  streamsPerOrder: 8,
};
