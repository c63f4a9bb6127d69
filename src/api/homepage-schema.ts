import {type Fields, textOf} from './wire.js';

/** More brands than any first screen shows. */
const MOST = 100;

/** Lists are nested in sections and sections in pages, not deeper. */
const DEEPEST = 8;

/**
 * The ids and names of the brands on a homepage, in its order. Nothing is known of its shape, so every object that
 * names a brand the way listings do is taken for one.
 */
export function readFeatured(json: unknown): string[] {
  const found = new Set<string>();
  collect(json, DEEPEST, found);
  return [...found];
}

function collect(value: unknown, depth: number, found: Set<string>) {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  const {brand_id, brand, brand_name, family} = value as Fields;
  for (const key of [textOf(brand_id), textOf(brand) ?? textOf(brand_name) ?? textOf(family)])
    if (key) found.add(key);
  for (const child of Object.values(value)) if (found.size < MOST) collect(child, depth - 1, found);
}
