import * as z from 'zod/mini';

import {decimal, isPositive} from '../domain/money.js';
import {readTime} from './wire-time.js';

/**
 * Fields as the API sends them. On the wire any field can be missing, null or of another type: what cannot be read is
 * `undefined`, so that one odd field never hides the others. A field that must be there is piped into a strict schema.
 */

/** Reads a string, or a number in its place; `undefined` for anything else and for a blank string. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number') return decimal(value) ?? String(value);
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** Matches printable ASCII: letters that only look like those of a name are not in it, nor characters without width. */
const PLAIN_NAME = /^[ -~]{1,64}$/;

/** Reads the name of a coin or network, which decides where money goes; `undefined` for a name that can mislead the eye. */
function readName(value: unknown): string | undefined {
  const found = readText(value);
  return found && PLAIN_NAME.test(found) ? found : undefined;
}

/** Characters of the longest amount that is read: 2^256 of a token's smallest unit has 78 digits. */
const LONGEST_AMOUNT = 100;

/** Reads an amount as a plain decimal string; `undefined` for anything else, and for more digits than any coin has. */
function readAmount(value: unknown): string | undefined {
  const found = decimal(value);
  return found && found.length <= LONGEST_AMOUNT ? found : undefined;
}

/** Reads `true`, as a word too; everything else is `false`. */
export function readFlag(value: unknown): boolean {
  return value === true || value === 'true';
}

const WEB_ADDRESS = /^https:\/\/.|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i;

/** Reads an address that may be loaded: https, or http on the own machine (a sandbox). `undefined` for any other. */
export function readWebAddress(value: unknown): string | undefined {
  return typeof value === 'string' && WEB_ADDRESS.test(value) ? value : undefined;
}

export const text = z.transform(readText);
export const plainName = z.transform(readName);
export const flag = z.transform(readFlag);
export const time = z.transform(readTime);
export const webAddress = z.transform(readWebAddress);
/** A decimal string, not negative. */
export const amount = z.transform(readAmount);
/** A decimal string above zero. */
export const positiveAmount = z.transform((value: unknown) => {
  const found = readAmount(value);
  return found && isPositive(found) ? found : undefined;
});

/** A text that was read, as everything that `wire.ts` reads to `undefined` where it cannot be. */
const present = z.custom<string>(Boolean);

export const requiredText = z.pipe(text, present);
export const requiredName = z.pipe(plainName, present);
export const requiredAmount = z.pipe(positiveAmount, present);

/** Describes an object whose absence is as good as one without fields. */
export function fields<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown) => (isObject(value) ? value : {})),
    z.object(shape),
  );
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Describes a list from which the items that do not fit are left out. */
export function list<Item>(item: z.ZodMiniType<Item>) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform(items =>
      items.flatMap((value): Item[] => {
        const {data} = z.safeParse(item, value);
        return data === undefined ? [] : [data];
      }),
    ),
  );
}

/** Describes a {@link list} whose absence is as good as an empty one. */
export function listOrNone<Item>(item: z.ZodMiniType<Item>) {
  return z.pipe(
    z.transform((value: unknown): unknown[] => (Array.isArray(value) ? value : [])),
    list(item),
  );
}
