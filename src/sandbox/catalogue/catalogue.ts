import {brazil} from './br.js';
import {buildShelf, type Shelf} from './build.js';
import {italy} from './it.js';
import {nigeria} from './ng.js';
import type {CountrySpec} from './spec.js';
import {unitedStates} from './us.js';
import {vietnam} from './vn.js';

const countries: Readonly<Record<string, CountrySpec>> = {
  US: unitedStates,
  IT: italy,
  BR: brazil,
  NG: nigeria,
  VN: vietnam,
};

/** What is on sale where, by ISO 3166-1 alpha-2. */
export type Catalogue = ReadonlyMap<string, Shelf>;

export function createCatalogue(): Catalogue {
  return new Map(Object.entries(countries).map(([country, spec]) => [country, buildShelf(country, spec)]));
}
