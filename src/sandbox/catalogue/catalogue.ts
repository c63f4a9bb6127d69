import {seededRandom} from '../support/seeded-random.js';
import {brazil} from './countries/br.js';
import {italy} from './countries/it.js';
import {nigeria} from './countries/ng.js';
import {unitedStates} from './countries/us.js';
import {vietnam} from './countries/vn.js';
import {generateBrands} from './generated/generate-brands.js';
import {buildShelf, type Shelf} from './shelf.js';
import type {CountrySpec} from './spec.js';

const countries: Readonly<Record<string, CountrySpec>> = {
  US: unitedStates,
  IT: italy,
  BR: brazil,
  NG: nigeria,
  VN: vietnam,
};

/** What is on sale where, by ISO 3166-1 alpha-2. */
export type Catalogue = ReadonlyMap<string, Shelf>;

export interface CatalogueOptions {
  /** ISO 3166-1 alpha-2. Default: `US`. */
  readonly country?: string;
  /**
   * How many rows the groups of this country's listing have in all. Those written by hand count, and stay when they
   * are more.
   */
  readonly rows: number;
}

/** The shelves written by hand, one of them filled up with generated brands where that is wanted. */
export function createCatalogue(seed: number | string, wanted?: CatalogueOptions): Catalogue {
  const all = {...countries};
  if (wanted) {
    const country = (wanted.country ?? 'US').toUpperCase();
    if (!/^[A-Z]{2}$/.test(country) || !Number.isInteger(wanted.rows) || wanted.rows < 0) {
      throw new TypeError('catalogue of the sandbox: {country: two letters, rows: a whole number}');
    }
    const spec = countries[country] ?? elsewhere;
    const random = seededRandom('catalogue', seed, country);
    all[country] = {...spec, brands: [...spec.brands, ...generateBrands(spec, wanted.rows, random)]};
  }
  return new Map(Object.entries(all).map(([country, spec]) => [country, buildShelf(country, spec)]));
}

/** A country without a shelf of its own. */
const elsewhere: CountrySpec = {currency: 'USD', phone: {prefix: '', digits: [8, 15]}, brands: []};
