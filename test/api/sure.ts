import assert from 'node:assert/strict';
import * as z from 'zod/v4/core';

/** Returns what was read, where it must be readable. */
export function sure<Shape>(read: Shape | undefined): Shape {
  assert.ok(read !== undefined, 'it can be read');
  return read;
}

/** Makes a function that reads JSON by a schema; it returns `undefined` for what does not fit. */
export function reads<Shape>(schema: z.$ZodType<Shape>): (json: unknown) => Shape | undefined {
  return json => z.safeParse(schema, json).data;
}
