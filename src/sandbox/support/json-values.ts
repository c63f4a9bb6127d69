/** Narrows a parsed JSON value to an object that is no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a trimmed string, or a finite number as a string; `undefined` for anything else and for an empty string. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Narrows a parsed JSON value to a whole number of 0 or more. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** Parses the body of a request; `undefined` when it is not JSON. */
export function readJson(request: Request): Promise<unknown> {
  return request.json().catch(() => undefined);
}
