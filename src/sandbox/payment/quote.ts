import {inDollars} from '../catalogue/currencies.js';
import type {Product} from '../catalogue/product.js';
import type {Brand} from '../catalogue/shelf.js';
import {type Decimal, decimal, divideUp, formatDecimal, multiply} from '../support/decimal.js';
import type {Coin} from './coins.js';

/** What a product costs. Amounts are decimal strings. */
export interface Quote {
  readonly coinAmount: string;
  /** Without the surcharges of coin and network, with four places, as the API accounts. */
  readonly euros: string;
  readonly dollars: string;
}

/** Basis points that a literal such as "100 USD" adds on a range brand: it buys another, dearer product. */
export const literalSurcharge = 320;

/** Basis points between the price route, which quotes the default network, and Lightning. */
const lightningSurcharge = 50;

export interface QuoteInput {
  readonly brand: Brand;
  readonly product: Product;
  /** Amount in the product's currency. */
  readonly faceValue: string;
  readonly coin: Coin;
  readonly network?: string | undefined;
  /** Basis points on top. Default: 0. */
  readonly surcharge?: number;
}

export function quote({brand, product, faceValue, coin, network, surcharge = 0}: QuoteInput): Quote {
  const value = inDollars(faceValue, product.currency);
  const extra = surcharge + (network === 'Lightning' ? lightningSurcharge : 0);
  const toPay = [brand.markup, coin.spread, extra].reduce(addBasisPoints, value);
  const sold = addBasisPoints(value, brand.markup);
  return {
    coinAmount: formatDecimal(divideUp(toPay, decimal(coin.price), coin.precision)),
    euros: formatDecimal(divideUp(sold, inDollars('1', 'EUR'), 4)),
    dollars: formatDecimal(divideUp(sold, decimal('1'), 4)),
  };
}

/** Returns the loyalty points of a quote: one for each whole euro. */
export function pointsFor({euros}: Quote): string {
  return euros.split('.')[0] ?? '0';
}

function addBasisPoints(value: Decimal, points: number): Decimal {
  return multiply(value, {units: BigInt(10_000 + points), places: 4});
}
