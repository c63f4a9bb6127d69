import {add, compare, fractionLength, isPositive, plainDecimal, roundDownTo, subtract} from './money.js';
import {plainText} from './typed-text.js';
import type {RangeProduct} from './types.js';

/**
 * Result of checking a buyer's text as a face value of a range product. `near` are allowed values to offer instead: a typed
 * amount is never changed by itself.
 */
export type FaceValueCheck =
  | {readonly type: 'ok'; readonly faceValue: string}
  | {readonly type: 'empty'}
  | {readonly type: 'not-a-number'}
  | {readonly type: 'not-a-number' | 'too-low' | 'too-high' | 'off-step'; readonly near: readonly string[]};

/**
 * Checks a typed amount against the bounds and the step of a range product. What the API does with an amount off the step
 * is unknown, so such an amount is never sent. Steps are counted from 0, because the listings' bounds are multiples of
 * them; where the lower bound is not, they are counted from it.
 */
export function checkFaceValue(product: RangeProduct, text: string): FaceValueCheck {
  if (text.trim() === '') return {type: 'empty'};
  // A comma before one or two digits can only be that of the decimals; many keyboards have no dot.
  const amount = plainDecimal(text.trim().replace(/,(?=\d\d?$)/, '.'));
  if (amount === undefined) return notANumber(product, text);
  if (mayMeanThousands(amount, product)) return {type: 'not-a-number'};
  if (compare(amount, product.min) < 0 || !isPositive(amount))
    return {
      type: 'too-low',
      near: [canonical(isPositive(product.min) ? product.min : product.step)],
    };
  if (compare(amount, product.max) > 0) return {type: 'too-high', near: [stepBelow(product, product.max)]};
  const below = stepBelow(product, amount);
  if (compare(below, amount) === 0) return {type: 'ok', faceValue: canonical(amount)};
  const above = add(below, product.step);
  return {type: 'off-step', near: compare(above, product.max) <= 0 ? [below, above] : [below]};
}

/**
 * Offers the amount that a text can only mean: with a sign in front, digits of any script, characters without width, spaces
 * between thousands, or an Arabic decimal separator before one or two digits. A text with two meanings gets no offer.
 */
function notANumber(product: RangeProduct, text: string): FaceValueCheck {
  const meant = plainText(text)
    .replace(/^\+|\s(?=\d{3}(?!\d))/g, '')
    .replace(/[,٫](?=\d\d?$)/, '.');
  const type = 'not-a-number';
  if (plainDecimal(meant) === undefined) return {type};
  const check = checkFaceValue(product, meant);
  if (check.type === 'ok') return {type, near: [check.faceValue]};
  return {...check, type};
}

/**
 * Whether an amount has three decimals of a product that is not sold in thousandths: `1.000` is one thousand to a buyer in
 * Italy, Brazil or Viet Nam and one in the United States. It is refused rather than guessed at.
 */
function mayMeanThousands(amount: string, product: RangeProduct): boolean {
  return fractionLength(amount) === 3 && fractionLength(canonical(product.step)) < 3;
}

/** Returns the largest allowed face value that is not above an amount. */
function stepBelow(product: RangeProduct, amount: string): string {
  const origin = compare(roundDownTo(product.step, product.min), product.min) === 0 ? '0' : product.min;
  return add(origin, roundDownTo(product.step, subtract(amount, origin)));
}

/** Removes trailing zeros: `25.00` and `25` are one face value. */
function canonical(amount: string): string {
  return add(amount, '0');
}

/** Returns up to four round face values between the bounds, for buyers who do not want to type. */
export function suggestedFaceValues(product: RangeProduct): readonly string[] {
  const round = '5 10 20 25 50 100 200 500 1000 5000 10000 50000 100000'.split(' ');
  const allowed = round.filter(value => checkFaceValue(product, value).type === 'ok');
  if (allowed.length <= 4) return allowed;
  const last = allowed.length - 1;
  return [0, 1, 2, 3].map(part => allowed[Math.round((part * last) / 3)] ?? product.min);
}
