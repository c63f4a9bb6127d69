import type {Catalogue} from '../catalogue/catalogue.js';
import type {Product} from '../catalogue/product.js';
import type {Brand} from '../catalogue/shelf.js';
import {literalSurcharge} from '../payment/quote.js';
import {compare, decimal, isOnStep, parseDecimal} from '../support/decimal.js';
import {type Problem, problem} from '../support/problems.js';
import {canReceive} from './beneficiary.js';
import type {OrderRequestLine} from './order-request.js';

/** A line that can be bought. */
export interface OrderLine {
  readonly brand: Brand;
  readonly product: Product;
  /** In the product's currency. */
  readonly faceValue: string;
  /** As the order names it: "25 USD", "5 GB 30 days". */
  readonly denomination: string;
  readonly beneficiary: string;
  /** Basis points on top of the price. */
  readonly surcharge: number;
}

/** Finds the product of a line. The buyer's e-mail receives lines that name no beneficiary. */
export function resolveLine(
  catalogue: Catalogue,
  line: OrderRequestLine,
  buyerEmail: string | undefined,
): OrderLine | Problem {
  const shelf = catalogue.get(line.country);
  const named = shelf?.brands.filter(({name}) => name === line.brandName) ?? [];
  // Two brands can share a name: the line means the one that sells its denomination.
  const choices = named.map(brand => ({brand, choice: chooseProduct(brand, line)}));
  const {brand, choice} = choices.find(each => !('problem' in each.choice)) ?? choices[0] ?? {};
  if (!shelf || !brand || !choice) return problem('NOT_AVAILABLE_PRODUCT');
  if ('problem' in choice) return choice;
  const fallback = choice.product.delivery === 'by_email' ? buyerEmail : undefined;
  const beneficiary = line.beneficiary ?? fallback ?? '';
  if (!canReceive(shelf, choice.product, beneficiary)) return problem('INVALID_BENEFICIARY_ACCOUNT');
  return {brand, ...choice, beneficiary};
}

type Choice = Pick<OrderLine, 'product' | 'faceValue' | 'denomination' | 'surcharge'>;

function chooseProduct(brand: Brand, {denomination, productValue}: OrderRequestLine): Choice | Problem {
  if (brand.isOutOfStock) return problem('OUT_OF_STOCK');
  const product = brand.products.find(candidate => candidate.denomination === denomination);
  if (product?.price.type === 'range') {
    // Captured: the API has this code for a range without an amount.
    return productValue === undefined ? problem('OUT_OF_STOCK') : chooseAmount(product, productValue, 0);
  }
  if (product) {
    return {product, faceValue: product.price.amount, denomination: product.denomination, surcharge: 0};
  }
  const literal = /^([\d.]+)(?: ([A-Z]{3}))?$/.exec(denomination);
  const range = brand.products.find(({price}) => price.type === 'range');
  if (!literal?.[1] || !range || (literal[2] ?? range.currency) !== range.currency) {
    return problem('NOT_AVAILABLE_PRODUCT');
  }
  return chooseAmount(range, literal[1], literalSurcharge);
}

function chooseAmount(product: Product, amount: string, surcharge: number): Choice | Problem {
  return isAmountOf(product, amount)
    ? {product, faceValue: amount, denomination: `${amount} ${product.currency}`, surcharge}
    : problem('NOT_AVAILABLE_PRODUCT', 'product_value');
}

function isAmountOf({price}: Product, amount: string): boolean {
  const value = parseDecimal(amount);
  if (!value || price.type !== 'range') return false;
  const min = decimal(price.min);
  const isWithin = compare(value, min) >= 0 && compare(value, decimal(price.max)) <= 0;
  return isWithin && isOnStep(value, min, decimal(price.step));
}
