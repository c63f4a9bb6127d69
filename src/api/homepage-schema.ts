import {by, readText} from './wire.js';

/** More brands than any first screen shows. */
const MOST = 100;

/** Lists are nested in sections and sections in pages, not deeper. */
const DEEPEST = 8;

/**
 * The ids and names of the brands on a homepage, in its order. Its shape is not documented, so every object that names a
 * brand the way listings do is taken for one.
 */
export const featuredSchema = by((json): readonly string[] => {
  const found = new Set<string>();
  collect(json, DEEPEST, found);
  return [...found];
});

function collect(value: unknown, depth: number, found: Set<string>) {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  const {brand_id, brand, brand_name, family} = value as Readonly<Record<string, unknown>>;
  const name = readText(brand) ?? readText(brand_name) ?? readText(family);
  for (const key of [readText(brand_id), name]) if (key) found.add(key);
  for (const child of Object.values(value)) if (found.size < MOST) collect(child, depth - 1, found);
}
