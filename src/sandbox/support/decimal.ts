/** An exact decimal number: `units` times 10^-`places`. Money never becomes a float. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** Parses `12`, `0.5` or `100.00`; `undefined` for anything else (signs, exponents, separators, over 20 digits). */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  return {units: BigInt(whole + fraction), places: fraction.length};
}

/** Parses a decimal that is known to be valid, such as a constant. Throws a `TypeError` otherwise. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new TypeError(`Not a decimal: ${text}`);
  return value;
}

/** Formats with all decimal places, trailing zeros included. */
export function formatDecimal({units, places}: Decimal): string {
  if (places === 0) return String(units);
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return {units: a.units * b.units, places: a.places + b.places};
}

export function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return {units: unitsAt(a, places) + unitsAt(b, places), places};
}

/** Divides `a` by `b`, rounded up to `places`: a shop never quotes less than it needs. */
export function divideUp(a: Decimal, b: Decimal, places: number): Decimal {
  const numerator = a.units * 10n ** BigInt(b.places + places);
  const denominator = b.units * 10n ** BigInt(a.places);
  return {units: (numerator + denominator - 1n) / denominator, places};
}

/** Returns a negative number, 0 or a positive one, as `Array.sort` takes it. */
export function compare(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places);
  const difference = unitsAt(a, places) - unitsAt(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Checks whether `value` is a whole number of steps above `start`. */
export function isOnStep(value: Decimal, start: Decimal, step: Decimal): boolean {
  const places = Math.max(value.places, start.places, step.places);
  return (unitsAt(value, places) - unitsAt(start, places)) % unitsAt(step, places) === 0n;
}

function unitsAt({units, places}: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - places);
}
