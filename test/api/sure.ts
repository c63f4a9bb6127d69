import assert from 'node:assert/strict';
import * as z from 'zod/mini';

/** Returns what was read, where it must be readable. */
export function sure<Shape>(read: Shape | undefined): Shape {
  assert.ok(read !== undefined, 'it can be read');
  return read;
}

/** Makes a function that reads JSON by a schema; it returns `undefined` for what does not fit. */
export function reads<Shape>(schema: z.ZodMiniType<Shape>): (json: unknown) => Shape | undefined {
  return json => z.safeParse(schema, json).data;
}
