import type {Catalogue} from '../catalogue/catalogue.js';
import type {Brand, Shelf} from '../catalogue/shelf.js';
import {logoBase} from './logo-base.js';

/** Returns a function that gives the JSON of a country's listing. Serialized once, because thousands of rows are megabytes. */
export function createListings(catalogue: Catalogue): (country: string, origin: string) => string {
  const cache = new Map<string, {origin: string; text: string}>();
  return (country, origin) => {
    const shelf = catalogue.get(country);
    const cached = cache.get(country);
    if (cached?.origin === origin) return cached.text;
    const text = JSON.stringify(brandListing(country, shelf, origin));
    if (shelf) cache.set(country, {origin, text});
    return text;
  };
}

/** Returns the body of `GET /v2/brands`; an unknown country has an empty listing. */
function brandListing(country: string, shelf: Shelf | undefined, origin: string) {
  const brands = shelf?.brands ?? [];
  const row = (brand: Brand) => brandRow(brand, origin);
  const popular = brands.filter(brand => brand.popular);
  return {
    country_code: country,
    categories: groupBrands(brands).map(group => ({
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

/** Returns the body of `GET /v2/homepage`. The shape is an assumption: no real one is known. */
export function homepage(country: string, shelf: Shelf | undefined, origin: string) {
  const brands = shelf?.brands ?? [];
  const section = (title: string, includes: (brand: Brand) => boolean | undefined) => ({
    title,
    brands: brands
      .filter(includes)
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

interface Group {
  readonly kind: string;
  readonly category: string | null;
  readonly brands: Brand[];
}

/** Groups brands by kind and category. A brand with several categories is in several groups. */
function groupBrands(brands: readonly Brand[]): Group[] {
  const groups = new Map<string, Group>();
  for (const brand of brands) {
    const categories = brand.ungrouped ? [null] : [brand.category, ...(brand.also ?? [])];
    const {kind} = brand;
    for (const category of categories) {
      const key = `${kind}/${category}`;
      const group = groups.get(key) ?? {kind, category, brands: []};
      group.brands.push(brand);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
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
    ...limits(brand),
    category: brand.category,
    is_out_of_stock: brand.isOutOfStock,
    country_code: brand.country,
    additional_categories: brand.also ?? [],
    kind: brand.kind,
    product_type: brand.productType,
    brand_tags: brand.popular ? ['popular'] : [],
  };
}

/** Returns `min` and `max`; out of stock they are empty or, for games, absent: both were captured. */
function limits({labelMin, labelMax, category}: Brand): object {
  const isAbsent = category === 'games';
  return {
    ...(labelMin === undefined ? (isAbsent ? {} : {min: null}) : {min: labelMin}),
    ...(labelMax === undefined ? (isAbsent ? {} : {max: ''}) : {max: labelMax}),
  };
}
