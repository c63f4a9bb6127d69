/**
 * Amounts are decimal strings such as `0.00032833`; behind them is integer arithmetic, never a float.
 * Every function takes what `decimal` returns.
 */

const PATTERN = /^(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Characters of the longest number that is read: arithmetic costs the square of its length. */
const LONGEST = 1024;

/**
 * Returns a plain decimal string without sign, exponent, leading zeros or an empty fraction; `undefined` for anything that
 * is not a non-negative number, and for more than 1024 characters. Exponents of up to three digits are read because a JSON
 * number may be printed with one.
 */
export function decimal(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  const match = text.length <= LONGEST && PATTERN.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  const padded = shift < 0 ? '0'.repeat(-shift) + whole : whole;
  const digits = padded + fraction.padEnd(Math.max(shift, 0), '0');
  const point = padded.length + shift;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(point);
  return right ? `${left}.${right}` : left;
}

/** Reads a plain decimal number, without sign and exponent; `undefined` for anything else. */
export function plainDecimal(text = ''): string | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? decimal(text) : undefined;
}

/** Returns how many decimal places an amount is written with. */
export function fractionLength(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

/** Returns an amount as an integer, its smallest unit being the last of so many places. */
function scaled(amount: string, places: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}

/** Returns both amounts as integers of one common unit, and that unit's number of decimal places. */
function together(a: string, b: string): readonly [left: bigint, right: bigint, places: number] {
  const places = Math.max(fractionLength(a), fractionLength(b));
  return [scaled(a, places), scaled(b, places), places];
}

/** Returns an integer of a unit with so many decimal places as a decimal string, without trailing zeros. */
function unscaled(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}

/** Compares two amounts: negative, zero or positive, as `Array.prototype.sort` takes it. */
export function compare(a: string, b: string): number {
  const [left, right] = together(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isPositive(amount: string): boolean {
  return /[1-9]/.test(amount);
}

/** Returns `a + b`. */
export function add(a: string, b: string): string {
  const [left, right, places] = together(a, b);
  return unscaled(left + right, places);
}

/** Returns `a - b`, and 0 where that would be negative. */
export function subtract(a: string, b: string): string {
  const [left, right, places] = together(a, b);
  return unscaled(left > right ? left - right : 0n, places);
}

/** Returns `amount * times`, where `times` is a whole number. */
export function multiply(amount: string, times: number): string {
  const places = fractionLength(amount);
  return unscaled(scaled(amount, places) * BigInt(times), places);
}

/** Places of the smallest unit that amounts are converted to: twice those of any coin that is known. */
export const MOST_DECIMALS = 36;

/**
 * Converts an amount to the smallest unit of something with `decimals` places, a whole number; `undefined` where it has
 * more places than that, or `decimals` is not a whole number from 0 to {@link MOST_DECIMALS}.
 */
export function toUnits(amount: string, decimals: number): string | undefined {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS) return undefined;
  const plain = add(amount, '0');
  return fractionLength(plain) > decimals ? undefined : String(scaled(plain, decimals));
}

/** Returns the largest multiple of `step` that is not above `amount`; `amount` itself when the step is 0. */
export function roundDownTo(step: string, amount: string): string {
  const [left, right, places] = together(amount, step);
  return right === 0n ? amount : unscaled(left - (left % right), places);
}

/** Returns `a / b` cut off after `places` decimals; '0' when `b` is 0. For rates that are shown, never for what is paid. */
export function divide(a: string, b: string, places: number): string {
  const [left, right] = together(a, b);
  return right === 0n ? '0' : unscaled((left * 10n ** BigInt(places)) / right, places);
}

/** Returns the smallest multiple of the last of so many decimal places that is not below `amount`. */
export function roundUpTo(places: number, amount: string): string {
  const step = places > 0 ? `0.${'1'.padStart(places, '0')}` : '1';
  const below = roundDownTo(step, amount);
  return compare(below, amount) === 0 ? amount : add(below, step);
}

/** Rounds up to four digits behind a fraction's leading zeros, for a bound that is shown: 0.56209917 becomes 0.5621. */
export function roundUp(amount: string): string {
  const zeros = /^0\.(0*)/.exec(amount)?.[1]?.length ?? 0;
  return add(roundUpTo(zeros + 4, amount), '0');
}
