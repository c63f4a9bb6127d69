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

/** What a shape makes of a value, or nothing where it does not fit. */
const fitting = <Shape>(shape: z.ZodMiniType<Shape>, value: unknown) => shape.safeParse(value).data;

/** Something that may be missing or malformed without any harm. */
export function maybe<Shape>(shape: z.ZodMiniType<Shape>) {
  return z.optional(
    z.pipe(
      z.unknown(),
      z.transform(value => fitting(shape, value)),
    ),
  );
}

/** A list in which a row that does not fit is left out; nothing where there is no list. */
export function list<Row>(row: z.ZodMiniType<Row>) {
  return z.optional(
    z.pipe(
      z.unknown(),
      z.transform((value): Row[] | undefined =>
        Array.isArray(value)
          ? value.map(item => fitting(row, item)).filter(item => item !== undefined)
          : undefined,
      ),
    ),
  );
}

/** The same, where anything but a list is refused: the answer is nothing without it. */
export function requiredList<Row>(row: z.ZodMiniType<Row>) {
  return z.pipe(
    list(row).check(z.refine(found => found !== undefined)),
    z.transform(found => found ?? []),
  );
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
