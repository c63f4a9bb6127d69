import * as v from 'valibot';

import {decimal} from '../domain/money.js';

/** Something that may be missing: what a function makes of whatever stands there. */
export const reading = <Value>(read: (value: unknown) => Value) =>
  v.optional(v.pipe(v.unknown(), v.transform(read)));

/** A string, or a number in its place; anything else, and the empty string, is absent. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : (typeof value === 'string' && value.trim()) || undefined;
}

export const text = reading(textOf);

/** A non-negative decimal string, from a string or a number; anything else is absent. */
export const amount = reading(decimal);

/** Only `true` is true, as a word too; anything else is false or absent. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

export const flag = reading(isTrue);

/** An object that nothing is known of. */
export type Fields = Readonly<Record<string, unknown>>;

/** A list of objects to be read field by field; nothing where there is no list. */
export const rows = reading((value): Fields[] | undefined =>
  Array.isArray(value) ? value.filter(item => typeof item === 'object' && item !== null) : undefined,
);

/** What a shape makes of a value, or nothing where it does not fit. */
function fitting<Shape>(shape: v.GenericSchema<unknown, Shape>, value: unknown): Shape | undefined {
  const parsed = v.safeParse(shape, value);
  return parsed.success ? parsed.output : undefined;
}

/** Something that may be missing or malformed without any harm. */
export function maybe<Shape>(shape: v.GenericSchema<unknown, Shape>) {
  return reading(value => fitting(shape, value));
}

/** A list in which a row that does not fit is left out; nothing where there is no list. */
export function list<Row>(row: v.GenericSchema<unknown, Row>) {
  return reading((value): Row[] | undefined =>
    Array.isArray(value)
      ? value.map(item => fitting(row, item)).filter(item => item !== undefined)
      : undefined,
  );
}

/** The same, where anything but a list is refused: the answer is nothing without it. */
export function requiredList<Row>(row: v.GenericSchema<unknown, Row>) {
  return v.pipe(
    list(row),
    v.check(found => found !== undefined),
    v.transform(found => found ?? []),
  );
}

/** Epoch seconds as string or number, or RFC 3339; milliseconds since 1970 come out. */
export const time = reading((value): number | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const seconds = Number(value);
  const milliseconds = Number.isFinite(seconds) && value !== '' ? seconds * 1000 : Date.parse(String(value));
  return Number.isFinite(milliseconds) && milliseconds > 0 ? milliseconds : undefined;
});

/** An address that may be loaded: https, or http where the page itself is on http (a sandbox). */
export function webAddressOf(value: unknown): string | undefined {
  const isWeb = /^https:\/\/.|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i;
  return typeof value === 'string' && isWeb.test(value) ? value : undefined;
}
