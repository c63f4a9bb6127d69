import * as z from 'zod/mini';

import {decimal} from '../domain/money.js';

/** A string, or a number in its place; anything else, and the empty string, is absent. */
export const text = z.optional(
  z.pipe(
    z.unknown(),
    z.transform(value =>
      typeof value === 'number'
        ? String(value)
        : typeof value === 'string' && value.trim()
          ? value.trim()
          : undefined,
    ),
  ),
);

/** A non-negative decimal string, from a string or a number; anything else is absent. */
export const amount = z.optional(z.pipe(z.unknown(), z.transform(decimal)));

/** Only `true` is true, as a word too; anything else is false or absent. */
export const flag = z.optional(
  z.pipe(
    z.unknown(),
    z.transform(value => value === true || value === 'true'),
  ),
);

/** A list in which a row that does not fit is left out. */
export function list<Row>(row: z.ZodMiniType<Row>) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((items): Row[] =>
      items.flatMap(item => {
        const parsed = row.safeParse(item);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}

/** The same, where anything but a list is an empty one. */
export function rows<Row>(row: z.ZodMiniType<Row>) {
  return z.catch(list(row), []);
}

/** Something that may be missing or malformed without any harm. */
export function maybe<Shape>(shape: z.ZodMiniType<Shape>) {
  return z.catch(z.optional(shape), undefined);
}

/** Epoch seconds as string or number, or RFC 3339; milliseconds since 1970 come out. */
export const time = z.optional(
  z.pipe(
    z.unknown(),
    z.transform((value): number | undefined => {
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      const seconds = Number(value);
      const milliseconds =
        Number.isFinite(seconds) && value !== '' ? seconds * 1000 : Date.parse(String(value));
      return Number.isFinite(milliseconds) && milliseconds > 0 ? milliseconds : undefined;
    }),
  ),
);

/** An address that may be linked or loaded: https, or http where the page itself is on http (a sandbox). */
export const webAddress = z.optional(
  z.pipe(
    z.unknown(),
    z.transform((value): string | undefined => {
      const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
      return url && (url.protocol === 'https:' || isLoopback(url)) ? url.href : undefined;
    }),
  ),
);

function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
}
