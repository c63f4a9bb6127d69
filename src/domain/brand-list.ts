import {isAlmost, matchRank, type Named, searchable} from './brand-search.js';
import type {Brand, ProductKind} from './types.js';

/** What of a country's brands the buyer wants to see. */
export interface BrandFilter {
  /** No kind means every kind. */
  readonly kinds: readonly ProductKind[];
  /** A category, or '' for all. */
  readonly category: string;
  readonly search: string;
}

/** A listing ready to be shown and searched. Made once per listing. */
export interface BrandIndex {
  /** Featured brands first, then popular ones, then the others as listed. */
  readonly brands: readonly Brand[];
  /** The same with what they are searched by: a few milliseconds of work the first time, then kept. */
  readonly named: () => readonly NamedBrand[];
}

type NamedBrand = Named & {readonly brand: Brand};

/** Prepares a listing. `featured` names brands by id or by name, the most important first. */
export function indexBrands(listed: readonly Brand[], featured: readonly string[] = []): BrandIndex {
  const places = new Map(featured.map((key, place) => [key, place]));
  const brands = inOrderOf(
    listed,
    ({id, name, popular}) => places.get(id) ?? places.get(name) ?? featured.length + Number(!popular),
  );
  let named: readonly NamedBrand[] | undefined;
  return {
    brands,
    named: () => {
      named ??= brands.map(toNamed);
      return named;
    },
  };
}

function toNamed(brand: Brand): NamedBrand {
  const name = searchable(brand.name);
  return {brand, name, family: brand.family === brand.name ? name : searchable(brand.family)};
}

/**
 * The brands to show: a search's best matches first, the index's order otherwise, and what is sold out last. Typos are
 * looked for only where nothing matches as it is typed.
 */
export function findBrands(index: BrandIndex, {kinds, category, search}: BrandFilter): readonly Brand[] {
  const isOffered = (brand: Brand) =>
    (kinds.length === 0 || kinds.includes(brand.kind)) &&
    (category === '' || brand.categories.includes(category));
  if (!search.trim()) return soldOutLast(index.brands.filter(isOffered));
  const wanted = searchable(search);
  const offered = index.named().filter(({brand}) => isOffered(brand));
  const matching = inOrderOf(offered, named => matchRank(named, wanted));
  const found = matching.length > 0 ? matching : offered.filter(named => isAlmost(named, wanted));
  return soldOutLast(found.map(({brand}) => brand));
}

function soldOutLast(brands: readonly Brand[]): readonly Brand[] {
  return inOrderOf(brands, brand => Number(brand.outOfStock));
}

/** Rows by a small whole number, as they were where it is the same; a row without one is left out. */
function inOrderOf<Row>(rows: readonly Row[], placeOf: (row: Row) => number | undefined): readonly Row[] {
  const places: Row[][] = [];
  for (const row of rows) {
    const place = placeOf(row);
    if (place === undefined) continue;
    places[place] ??= [];
    places[place].push(row);
  }
  return places.flat();
}

/** The brands of some kinds; no kind means every kind. */
export function ofKinds(brands: readonly Brand[], kinds: readonly ProductKind[]): readonly Brand[] {
  return kinds.length === 0 ? brands : brands.filter(brand => kinds.includes(brand.kind));
}

/** The categories of some brands, most used first, each once. */
export function categoriesOf(brands: readonly Brand[]): readonly string[] {
  return mostUsed(brands.flatMap(brand => brand.categories));
}

/** The kinds of some brands, most used first, each once. */
export function kindsOf(brands: readonly Brand[]): readonly ProductKind[] {
  return mostUsed(brands.map(brand => brand.kind));
}

function mostUsed<Word>(words: readonly Word[]): readonly Word[] {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** The brand of a name, whatever its case and accents: for preselection by a page. */
export function findBrand(brands: readonly Brand[], name: string): Brand | undefined {
  const wanted = searchable(name);
  return (
    brands.find(brand => brand.name === name) ??
    brands.find(({name, family}) => wanted && [name, family].map(searchable).includes(wanted))
  );
}
