import {decimal} from '../domain/money.js';

/**
 * Readers of what the API answers. Nothing on the wire is sure: a field can be missing, null, a number for a string,
 * or of another type, and what cannot be read is as if it were absent.
 */

/** Makes domain types of an answer, or nothing where the answer is not what was asked for. */
export type Reader<Shape> = (json: unknown) => Shape | undefined;

/** An object that nothing is known of. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object to be read field by field; one without fields where there is none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** A list of objects; nothing where there is no list. */
export function rowsOf(value: unknown): Fields[] | undefined {
  return Array.isArray(value) ? value.filter(item => typeof item === 'object' && item !== null) : undefined;
}

/** A string, or a number in its place; anything else, and the empty string, is absent. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : (typeof value === 'string' && value.trim()) || undefined;
}

/** A decimal string above zero. */
export function positiveOf(value: unknown): string | undefined {
  const amount = decimal(value);
  return amount && /[1-9]/.test(amount) ? amount : undefined;
}

/** Only `true` is true, as a word too. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Epoch seconds as string or number, or RFC 3339; milliseconds since 1970 come out. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const seconds = Number(value);
  const milliseconds = Number.isFinite(seconds) && value !== '' ? seconds * 1000 : Date.parse(String(value));
  return Number.isFinite(milliseconds) && milliseconds > 0 ? milliseconds : undefined;
}

/** An address that may be loaded: https, or http where the page itself is on http (a sandbox). */
export function webAddressOf(value: unknown): string | undefined {
  const isWeb = /^https:\/\/.|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i;
  return typeof value === 'string' && isWeb.test(value) ? value : undefined;
}
