import {readFileSync} from 'node:fs';

export type SampleName =
  | 'brands'
  | 'homepage'
  | 'products'
  | 'price'
  | 'payment-vias'
  | 'validation'
  | 'order'
  | 'order-delivered';

/** One of the invented answers beside this file: shapes as on the wire, contents of our own. */
export function readSample(name: SampleName): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
}
