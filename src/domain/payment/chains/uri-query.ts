import {decimal} from '../../money.js';
import {tryOrUndefined} from '../../try-or-undefined.js';

/** The values of a URI's query by key. */
export interface UriQuery {
  /** Returns a key's value; `undefined` where it has none. */
  get(key: string): string | undefined;
  getAll(key: string): readonly string[];
}

/** The one key that may stand in a query several times (Solana Pay). */
const REPEATED = 'reference';

/**
 * Reads the query of a payment URI. `undefined` where it has a key that is not among `keys`, where a key is written in
 * another way than plainly, stands there twice, or has a value that cannot be decoded or holds a plus sign, which is a space
 * to some readers: any of it could change what is paid.
 */
export function readQuery(query: string, keys: readonly string[]): UriQuery | undefined {
  const values = new Map<string, string[]>();
  for (const pair of query ? query.split('&') : []) {
    const [, key = '', raw = ''] = /^([^=]+)=([^+]*)$/.exec(pair) ?? [];
    const value = decode(raw);
    const earlier = values.get(key) ?? [];
    if (!keys.includes(key) || value === undefined || (earlier.length > 0 && key !== REPEATED))
      return undefined;
    values.set(key, [...earlier, value]);
  }
  return {get: key => values.get(key)?.[0], getAll: key => values.get(key) ?? []};
}

/** Decodes a value; `undefined` where its escapes are malformed. */
function decode(raw: string): string | undefined {
  return tryOrUndefined(() => decodeURIComponent(raw));
}

/** Reads a plain decimal number, without sign and exponent; `undefined` for anything else. */
export function plainDecimal(text = ''): string | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? decimal(text) : undefined;
}
