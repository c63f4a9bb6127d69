import assert from 'node:assert/strict';

/** What was read, where it must be readable. */
export function sure<Shape>(read: Shape | undefined): Shape {
  assert.ok(read !== undefined, 'it can be read');
  return read;
}
