import {isAlmost, type Named, rankFor, searchable} from './brand-search.js';
import type {Brand, ProductKind} from './types.js';

/** Selects some of a country's brands. */
export interface BrandFilter {
  /** Empty for every kind. */
  readonly kinds: readonly ProductKind[];
  /** A category, or '' for all. */
  readonly category: string;
  readonly search: string;
}

/** A listing that is ready to be shown and searched. Made once per listing. */
export interface BrandIndex {
  /** Featured brands first, then popular ones, then the others as listed; sold out ones last. */
  readonly brands: readonly Brand[];
  /**
   * Returns what the brands are searched by, at the same indexes: made for the first `count` of them, and kept. Ten
   * thousand take long enough to be felt on a slow phone, so they can be made in slices before the buyer searches.
   */
  readonly named: (count?: number) => readonly Named[];
}

/** Prepares a listing. `featured` names brands by id or by name, the most important first. */
export function indexBrands(listed: readonly Brand[], featured: readonly string[] = []): BrandIndex {
  const places = new Map(featured.map((key, place) => [key, place]));
  const popularPlace = featured.length;
  const placeOf = ({id, name, popular}: Brand) =>
    places.get(id) ?? places.get(name) ?? (popular ? popularPlace : popularPlace + 1);
  const soldOutPlace = popularPlace + 2;
  const brands = inOrderOf(listed, brand => placeOf(brand) + (brand.outOfStock ? soldOutPlace : 0));
  const named: Named[] = [];
  return {
    brands,
    named: (count = brands.length) => {
      for (const brand of brands.slice(named.length, count)) named.push(toNamed(brand));
      return named;
    },
  };
}

function toNamed({name, family}: Brand): Named {
  const searched = searchable(name);
  return {name: searched, family: family === name ? searched : searchable(family)};
}

/**
 * Returns the brands to show: a search's best matches first, the index's order otherwise, and sold out ones last. Typos are
 * searched only where nothing matches as typed.
 */
export function findBrands(index: BrandIndex, {kinds, category, search}: BrandFilter): readonly Brand[] {
  const isOffered = (brand: Brand) =>
    (kinds.length === 0 || kinds.includes(brand.kind)) &&
    (category === '' || brand.categories.includes(category));
  if (!search.trim()) return index.brands.filter(isOffered);
  const wanted = searchable(search);
  const named = index.named();
  const find = (rankOf: (named: Named) => number | undefined) =>
    soldOutLast(
      inOrderOf(index.brands, (brand, place) => {
        const found = named[place];
        return found && isOffered(brand) ? rankOf(found) : undefined;
      }),
    );
  const matching = find(rankFor(wanted));
  return matching.length > 0 ? matching : find(found => (isAlmost(found, wanted) ? 0 : undefined));
}

function soldOutLast(brands: readonly Brand[]): readonly Brand[] {
  return inOrderOf(brands, brand => Number(brand.outOfStock));
}

/** Sorts rows by a small whole number, stably; leaves out rows without one. */
function inOrderOf<Row>(
  rows: readonly Row[],
  placeOf: (row: Row, index: number) => number | undefined,
): readonly Row[] {
  const places: Row[][] = [];
  rows.forEach((row, index) => {
    const place = placeOf(row, index);
    if (place === undefined) return;
    places[place] ??= [];
    places[place].push(row);
  });
  return places.flat();
}

/** Returns the brands of some kinds; all of them for no kind. */
export function ofKinds(brands: readonly Brand[], kinds: readonly ProductKind[]): readonly Brand[] {
  return kinds.length === 0 ? brands : brands.filter(brand => kinds.includes(brand.kind));
}

/** Returns the categories of some brands, most used first, each once. */
export function categoriesOf(brands: readonly Brand[]): readonly string[] {
  return mostUsed(brands.flatMap(brand => brand.categories));
}

/** Returns the kinds of some brands, most used first, each once. */
export function kindsOf(brands: readonly Brand[]): readonly ProductKind[] {
  return mostUsed(brands.map(brand => brand.kind));
}

function mostUsed<Word>(words: readonly Word[]): readonly Word[] {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** Finds a brand by its name, whatever its case and accents, for preselection by a page; `undefined` where there is none. */
export function findBrand(brands: readonly Brand[], name: string): Brand | undefined {
  const wanted = searchable(name);
  return (
    brands.find(brand => brand.name === name) ??
    brands.find(({name, family}) => wanted && [name, family].map(searchable).includes(wanted))
  );
}
