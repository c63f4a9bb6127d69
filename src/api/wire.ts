import * as z from 'zod/v4/core';

import {decimal, isPositive} from '../domain/money.js';
import {readTime} from './wire-time.js';

/**
 * Fields as the API sends them. On the wire any field can be missing, null or of another type: what cannot be read is
 * `undefined`, so that one odd field never hides the others, unless the field is required.
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
export function readAmount(value: unknown): string | undefined {
  const found = decimal(value);
  return found && found.length <= LONGEST_AMOUNT ? found : undefined;
}

function readPositiveAmount(value: unknown): string | undefined {
  const found = readAmount(value);
  return found && isPositive(found) ? found : undefined;
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

/** What reading finds wrong goes to `issues`; a value with issues does not fit its schema. */
type Issues = Pick<z.ParsePayload, 'issues'>;

/** Describes a value of any type by the function that reads it. */
export function by<Value>(read: (value: unknown, found: Issues) => Value) {
  return new z.$ZodTransform({type: 'transform', transform: read}) as z.$ZodTransform<Value, unknown>;
}

/** Describes a value that does not fit where it reads as `undefined`. */
export function required<Value>(read: (value: unknown) => Value | undefined) {
  return by((value, found): Value => {
    const known = read(value);
    if (known === undefined) refuse(found);
    return known as Value;
  });
}

/** Says that a value does not fit, for want of a field of it where one is named. */
export function refuse({issues}: Issues, field?: string) {
  issues.push({code: 'custom', input: undefined, ...(field ? {path: [field]} : {})});
}

/** Any value, as it is. */
export const anything = by(value => value);
export const text = by(readText);
export const plainName = by(readName);
export const flag = by(readFlag);
export const time = by(readTime);
export const webAddress = by(readWebAddress);
/** A decimal string, not negative. */
export const amount = by(readAmount);
/** A decimal string above zero. */
export const positiveAmount = by(readPositiveAmount);

export const requiredText = required(readText);
export const requiredName = required(readName);
export const requiredAmount = required(readPositiveAmount);

type Fields<Shape extends z.$ZodShape> = z.output<z.$ZodObject<Shape, z.$strip>>;

/** Makes something of the fields of an object. */
type Make<Shape extends z.$ZodShape, Made> = (fields: Fields<Shape>, found: Issues) => Made;

/**
 * Describes an object by its fields and by the function that makes something of them; the fields themselves without one.
 * Other fields are left out, unless `rest` describes them.
 */
export function object<Shape extends z.$ZodShape, Made = Fields<Shape>>(
  shape: Shape,
  make: Make<Shape, Made> = found => found as Made,
  rest?: z.$ZodType,
) {
  const schema = new z.$ZodObject({type: 'object', shape, catchall: rest});
  return by((value, {issues}): Made => {
    const {data, error} = z.safeParse(schema, value);
    if (error) issues.push(...(error.issues as z.$ZodRawIssue[]));
    return error ? (undefined as Made) : make(data as Fields<Shape>, {issues});
  });
}

/** Describes an {@link object} whose absence is as good as one without fields: none of them is required. */
export function fields<Shape extends z.$ZodShape, Made = Fields<Shape>>(
  shape: Shape,
  make?: Make<Shape, Made>,
  rest?: z.$ZodType,
) {
  const schema = object(shape, make, rest);
  return by(value => read(schema, isObject(value) ? value : {}) as Made);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Items<Item> = z.$ZodType<Item | readonly Item[] | undefined>;

/** Describes a list without the items that do not fit, or read as `undefined`; one that reads as a list stands for all in it. */
export function list<Item>(item: Items<Item>) {
  return by((value, {issues}): Item[] => {
    if (Array.isArray(value)) return itemsOf(item, value);
    issues.push({code: 'invalid_type', expected: 'array', input: value});
    return [];
  });
}

/** Describes a {@link list} whose absence is as good as an empty one. */
export function listOrNone<Item>(item: Items<Item>) {
  return by(value => (Array.isArray(value) ? itemsOf(item, value) : []));
}

function itemsOf<Item>(item: Items<Item>, values: readonly unknown[]): Item[] {
  return values.flatMap(value => read(item, value) ?? []);
}

/** Reads a value by its schema; `undefined` for one that does not fit. */
export function read<Value>(schema: z.$ZodType<Value>, value: unknown): Value | undefined {
  return z.safeParse(schema, value).data;
}

/** The type that a schema reads. */
export type Read<Schema extends z.$ZodType> = z.output<Schema>;
