import type {Catalogue} from '../catalogue/catalogue.js';
import type {Brand, Product, Shelf} from '../catalogue/shelf.js';
import {literalSurcharge} from '../payment/quote.js';
import {compare, decimal, isOnStep, parseDecimal} from '../support/decimal.js';
import {type Problem, problem} from '../support/problems.js';
import type {OrderRequestLine} from './order-request.js';

/** A line that can be bought: what it is and for how much. */
export interface OrderLine {
  readonly brand: Brand;
  readonly product: Product;
  /** In the product's currency. */
  readonly faceValue: string;
  /** As the order will name it: "25 USD", "5 GB 30 days". */
  readonly denomination: string;
  readonly beneficiary: string;
  readonly surcharge: number;
}

/** Finds what a line asks for. The e-mail is the buyer's, for lines that name no beneficiary. */
export function resolveLine(
  catalogue: Catalogue,
  line: OrderRequestLine,
  email: string | undefined,
): OrderLine | Problem {
  const shelf = catalogue.get(line.country);
  const named = shelf?.brands.filter(({name}) => name === line.brandName) ?? [];
  // A line says no more than a name, and two brands can have one: what is asked for tells which is meant.
  const choices = named.map(brand => ({brand, choice: choose(brand, line)}));
  const {brand, choice} = choices.find(each => !('problem' in each.choice)) ?? choices[0] ?? {};
  if (!shelf || !brand || !choice) return problem('NOT_AVAILABLE_PRODUCT');
  if ('problem' in choice) return choice;
  const beneficiary = line.beneficiary ?? (choice.product.delivery === 'by_email' ? email : undefined) ?? '';
  if (!canReceive(shelf, choice.product, beneficiary)) return problem('INVALID_BENEFICIARY_ACCOUNT');
  return {brand, ...choice, beneficiary};
}

type Choice = Pick<OrderLine, 'product' | 'faceValue' | 'denomination' | 'surcharge'>;

function choose(brand: Brand, {denomination, productValue}: OrderRequestLine): Choice | Problem {
  if (brand.isOutOfStock) return problem('OUT_OF_STOCK');
  const product = brand.products.find(candidate => candidate.denomination === denomination);
  if (product?.price.type === 'range') {
    // The API's own odd answer to a range without an amount.
    return productValue === undefined ? problem('OUT_OF_STOCK') : amountOf(product, productValue, 0);
  }
  if (product) {
    return {product, faceValue: product.price.amount, denomination: product.denomination, surcharge: 0};
  }
  const literal = /^([\d.]+)(?: ([A-Z]{3}))?$/.exec(denomination);
  const range = brand.products.find(({price}) => price.type === 'range');
  if (!literal?.[1] || !range || (literal[2] ?? range.currency) !== range.currency) {
    return problem('NOT_AVAILABLE_PRODUCT');
  }
  return amountOf(range, literal[1], literalSurcharge);
}

function amountOf(product: Product, text: string, surcharge: number): Choice | Problem {
  const value = parseDecimal(text);
  if (!value || product.price.type !== 'range') return problem('NOT_AVAILABLE_PRODUCT', 'product_value');
  const [min, max, step] = [product.price.min, product.price.max, product.price.step].map(decimal);
  if (
    !min ||
    !max ||
    !step ||
    compare(value, min) < 0 ||
    compare(value, max) > 0 ||
    !isOnStep(value, min, step)
  ) {
    return problem('NOT_AVAILABLE_PRODUCT', 'product_value');
  }
  return {product, faceValue: text, denomination: `${text} ${product.currency}`, surcharge};
}

function canReceive({phone}: Shelf, product: Product, beneficiary: string): boolean {
  if (product.delivery === 'by_email') return isEmail(beneficiary);
  const [least, most] = phone.digits;
  return new RegExp(`^\\+${phone.prefix}\\d{${least},${most}}$`).test(beneficiary);
}

export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);
}
