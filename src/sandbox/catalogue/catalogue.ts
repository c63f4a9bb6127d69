import {seededRandom} from '../support/seeded-random.js';
import {brazil} from './countries/br.js';
import {italy} from './countries/it.js';
import {nigeria} from './countries/ng.js';
import {unitedStates} from './countries/us.js';
import {vietnam} from './countries/vn.js';
import {generateBrands} from './generated/generate-brands.js';
import {buildShelf, type Shelf} from './shelf.js';
import type {CountrySpec} from './spec.js';

/** The shelves that are written by hand. */
const countries: Readonly<Record<string, CountrySpec>> = {
  US: unitedStates,
  IT: italy,
  BR: brazil,
  NG: nigeria,
  VN: vietnam,
};

/** A country without a shelf written by hand. */
const elsewhere: CountrySpec = {currency: 'USD', phone: {prefix: '', digits: [8, 15]}, brands: []};

/** The shelf of each country, by ISO 3166-1 alpha-2. */
export type Catalogue = ReadonlyMap<string, Shelf>;

export interface CatalogueOptions {
  /** ISO 3166-1 alpha-2. Default: `US`. */
  readonly country?: string;
  /** Rows of this country's listing, over all its groups. Brands written by hand count, and stay when they are more. */
  readonly rows: number;
}

/** Builds the shelves; `options` fills one of them with generated brands. Throws a `TypeError` for invalid options. */
export function createCatalogue(seed: number | string, options?: CatalogueOptions): Catalogue {
  const specs = {...countries};
  if (options) {
    const {country, rows} = readOptions(options);
    const spec = countries[country] ?? elsewhere;
    const random = seededRandom('catalogue', seed, country);
    specs[country] = {...spec, brands: [...spec.brands, ...generateBrands(spec, rows, random)]};
  }
  return new Map(Object.entries(specs).map(([country, spec]) => [country, buildShelf(country, spec)]));
}

function readOptions(options: CatalogueOptions) {
  const {rows} = options;
  const country = (options.country ?? 'US').toUpperCase();
  if (!/^[A-Z]{2}$/.test(country) || !Number.isInteger(rows) || rows < 0) {
    throw new TypeError('catalogue of the sandbox: {country: two letters, rows: a whole number}');
  }
  return {country, rows};
}
