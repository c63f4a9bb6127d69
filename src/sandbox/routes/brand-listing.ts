import type {Catalogue} from '../catalogue/catalogue.js';
import type {Brand, Shelf} from '../catalogue/shelf.js';

/** The JSON of a country's listing, written once: of thousands of rows it is megabytes. */
export function createListings(catalogue: Catalogue): (country: string, origin: string) => string {
  const written = new Map<string, {origin: string; text: string}>();
  return (country, origin) => {
    const shelf = catalogue.get(country);
    const known = written.get(country);
    if (known?.origin === origin) return known.text;
    const text = JSON.stringify(brandListing(country, shelf, origin));
    if (shelf) written.set(country, {origin, text});
    return text;
  };
}

/** Body of `GET /v2/brands`. A country we do not serve has an empty listing, not an error. */
function brandListing(country: string, shelf: Shelf | undefined, origin: string) {
  const brands = shelf?.brands ?? [];
  const row = (brand: Brand) => brandRow(brand, origin);
  const popular = brands.filter(brand => brand.popular);
  return {
    country_code: country,
    categories: groups(brands).map(group => ({
      kind: group.kind,
      category: group.category,
      brands: group.brands.map(row),
      popular_brands: group.brands.filter(brand => brand.popular).map(row),
    })),
    all_brands: brands.map(row),
    popular_brands: popular.map(row),
    last_user_purchases: [],
    suggestions: popular.slice(0, 3).map(row),
  };
}

/** Body of `GET /v2/homepage`. Nobody has shown its real shape, so this one is our assumption. */
export function homepage(country: string, shelf: Shelf | undefined, origin: string) {
  const brands = shelf?.brands ?? [];
  const section = (title: string, wanted: (brand: Brand) => boolean | undefined) => ({
    title,
    brands: brands
      .filter(wanted)
      .slice(0, 20)
      .map(brand => brandRow(brand, origin)),
  });
  return {
    country_code: country,
    sections: [
      section('Popular', brand => brand.popular),
      section('Food', brand => brand.category === 'food'),
      section('Play', brand => brand.category === 'games'),
    ].filter(({brands}) => brands.length > 0),
  };
}

export function logoBase(brand: Brand, origin: string): string {
  return `${origin}/sandbox/logos/${encodeURIComponent(brand.logo)}`;
}

interface Group {
  readonly kind: string;
  readonly category: string | null;
  readonly brands: Brand[];
}

/** A brand stands in the group of each of its categories, so rows repeat; ungrouped ones share the group named null. */
function groups(brands: readonly Brand[]): Group[] {
  const found = new Map<string, Group>();
  for (const brand of brands) {
    const categories = brand.ungrouped ? [null] : [brand.category, ...(brand.also ?? [])];
    const kind = kindOf(brand);
    for (const category of categories) {
      const key = `${kind}/${category}`;
      const group = found.get(key) ?? {kind, category, brands: []};
      group.brands.push(brand);
      found.set(key, group);
    }
  }
  return [...found.values()];
}

export function kindOf(brand: Brand): string {
  return brand.kind ?? 'giftcard';
}

function brandRow(brand: Brand, origin: string) {
  const logo = logoBase(brand, origin);
  return {
    family: brand.familyName,
    brand_id: brand.id,
    brand: brand.name,
    ...(brand.logoFile === 'none'
      ? {logo_url: null, logo_base_url: null}
      : {logo_url: `${logo}.webp`, logo_base_url: logo}),
    bg_color: brand.color,
    // Out-of-stock rows come without limits on the wire: as null, or not at all.
    ...(brand.labelMin === undefined
      ? brand.category === 'games'
        ? {}
        : {min: null}
      : {min: brand.labelMin}),
    ...(brand.labelMax === undefined ? (brand.category === 'games' ? {} : {max: ''}) : {max: brand.labelMax}),
    category: brand.category,
    is_out_of_stock: brand.isOutOfStock,
    country_code: brand.country,
    additional_categories: brand.also ?? [],
    kind: kindOf(brand),
    product_type: brand.category === 'games' ? 'digital' : 'physical',
    brand_tags: brand.popular ? ['popular'] : [],
  };
}
