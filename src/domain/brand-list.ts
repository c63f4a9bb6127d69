import type {Brand, ProductKind} from './types.js';

/** What of a country's brands the buyer wants to see. */
export interface BrandFilter {
  /** No kind means every kind. */
  readonly kinds: readonly ProductKind[];
  /** A category, or '' for all. */
  readonly category: string;
  readonly search: string;
}

/** Lower case without accents, so that `Café` is found by `cafe`. Unicode takes the stroke of `đ` for no accent. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

export function ofKinds(brands: readonly Brand[], kinds: readonly ProductKind[]): readonly Brand[] {
  return kinds.length === 0 ? brands : brands.filter(brand => kinds.includes(brand.kind));
}

/** The categories of some brands, most used first, each once. */
export function categoriesOf(brands: readonly Brand[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const category of brands.flatMap(brand => brand.categories))
    counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** The brands to show: a search's best matches first, else popular ones first; what is out of stock comes last. */
export function filterBrands(
  brands: readonly Brand[],
  {kinds, category, search}: BrandFilter,
): readonly Brand[] {
  const wanted = plain(search.trim());
  const rank = (brand: Brand) => (wanted ? matchRank(brand, wanted) : brand.popular ? 0 : 1);
  return ofKinds(brands, kinds)
    .filter(brand => category === '' || brand.categories.includes(category))
    .map(brand => ({brand, rank: rank(brand)}))
    .filter(found => found.rank !== NO_MATCH)
    .sort((a, b) => Number(a.brand.outOfStock) - Number(b.brand.outOfStock) || a.rank - b.rank)
    .map(found => found.brand);
}

const NO_MATCH = 9;

function matchRank(brand: Brand, wanted: string): number {
  const name = plain(brand.name);
  if (name.startsWith(wanted)) return 0;
  if (name.split(/[^\p{L}\p{N}]+/u).some(word => word.startsWith(wanted))) return 1;
  if (name.includes(wanted)) return 2;
  return plain(brand.family).includes(wanted) ? 3 : NO_MATCH;
}

/** The brand of a name, whatever its case: for preselection by a page. */
export function findBrand(brands: readonly Brand[], name: string): Brand | undefined {
  const wanted = plain(name);
  return (
    brands.find(brand => brand.name === name) ??
    brands.find(brand => plain(brand.name) === wanted || plain(brand.family) === wanted)
  );
}
