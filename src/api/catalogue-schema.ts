import * as z from 'zod/mini';

import type {Brand, ProductKind} from '../domain/types.js';
import {flag, list, text, webAddress} from './wire.js';

/** Where brands go whose category is null or missing. */
const UNSORTED = 'other_products';

const row = z.object({
  brand_id: text,
  brand: text,
  family: text,
  kind: text,
  category: text,
  country_code: text,
  logo_base_url: webAddress,
  bg_color: text,
  min: text,
  max: text,
  is_out_of_stock: flag,
});

type Row = z.infer<typeof row>;

const group = z.object({category: text, kind: text, brands: list(row), popular_brands: list(row)});

const listing = z
  .object({
    country_code: text,
    categories: list(group),
    all_brands: list(row),
    popular_brands: list(row),
  })
  .check(z.refine(found => found.categories !== undefined || found.all_brands !== undefined));

/** `mobile_recharge` stands for top-ups and eSIMs alike; the category tells them apart. */
export function kindOf(kind: string | undefined, category: string | undefined): ProductKind {
  if (kind === 'mobile_recharge') return category === 'e-sim' ? 'esim' : 'topup';
  return kind?.includes('giftcard') || kind === undefined ? 'giftcard' : 'other';
}

/** The brands of a country, each once, in the order of the listing. Rows repeat across groups on the wire. */
export const brandListSchema = z.pipe(
  listing,
  z.transform(({country_code, categories = [], all_brands = [], popular_brands = []}): Brand[] => {
    const popular = new Set(
      [popular_brands, ...categories.map(found => found.popular_brands ?? [])].flat().map(identity),
    );
    const brands = new Map<string, Brand>();
    const add = (found: Row, listedUnder?: string) => {
      const name = found.brand ?? found.family;
      const id = identity(found);
      if (name === undefined || id === undefined) return;
      const seen = brands.get(id);
      const brand = seen ?? toBrand(found, {id, name, country: country_code ?? '', popular: popular.has(id)});
      const category = listedUnder ?? found.category ?? UNSORTED;
      const categories = seen?.categories ?? [];
      brands.set(id, {
        ...brand,
        categories: categories.includes(category) ? categories : [...categories, category],
      });
    };
    for (const group of categories) {
      for (const found of [...(group.brands ?? []), ...(group.popular_brands ?? [])]) {
        const {kind = group.kind, category = group.category} = found;
        add({...found, kind, category}, group.category);
      }
    }
    for (const found of [...all_brands, ...popular_brands])
      if (!brands.has(identity(found) ?? '')) add(found);
    return [...brands.values()];
  }),
);

function identity(found: Row): string | undefined {
  return found.brand_id ?? found.brand ?? found.family;
}

function toBrand(
  found: Row,
  {id, name, country, popular}: {id: string; name: string; country: string; popular: boolean},
): Brand {
  return {
    id,
    name,
    family: found.family ?? name,
    country: found.country_code ?? country,
    kind: kindOf(found.kind, found.category),
    categories: [],
    logoBaseUrl: found.logo_base_url,
    color: found.bg_color && /^#([\da-f]{3}|[\da-f]{6})$/i.test(found.bg_color) ? found.bg_color : undefined,
    lowest: found.min,
    highest: found.max,
    outOfStock: found.is_out_of_stock === true,
    popular,
  };
}
