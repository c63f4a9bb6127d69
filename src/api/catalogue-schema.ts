import * as v from 'valibot';

import type {Brand, ProductKind} from '../domain/types.js';
import {type Fields, isTrue, list, rows, text, textOf, webAddressOf} from './wire.js';

/** Where brands go whose category is null or missing. */
const UNSORTED = 'other_products';

// Brand rows are read by hand: a listing can have ten thousand, and a schema takes ten times as long for each.
const group = v.object({category: text, kind: text, brands: rows, popular_brands: rows});

const listing = v.pipe(
  v.object({country_code: text, categories: list(group), all_brands: rows, popular_brands: rows}),
  v.check(found => found.categories !== undefined || found.all_brands !== undefined),
);

/** `mobile_recharge` stands for top-ups and eSIMs alike; the category tells them apart. */
export function kindOf(kind: string | undefined, category: string | undefined): ProductKind {
  if (kind === 'mobile_recharge') return category === 'e-sim' ? 'esim' : 'topup';
  return kind?.includes('giftcard') || kind === undefined ? 'giftcard' : 'other';
}

/** The brands of a country, each once, in the order of the listing. Rows repeat across groups on the wire. */
export const brandListSchema = v.pipe(
  listing,
  v.transform(
    ({country_code = '', categories: groups = [], all_brands = [], popular_brands = []}): Brand[] => {
      const popular = [popular_brands, ...groups.map(found => found.popular_brands ?? [])].flat();
      const place = {country: country_code, popular: new Set(popular.map(identity))};
      const brands = new Map<string, ListedBrand>();
      const add = (row: Fields, {category, kind}: Listed = {}) => {
        const id = identity(row);
        const brand = brands.get(id) ?? toBrand(row, {...place, category, kind});
        const listedUnder = category ?? textOf(row.category) ?? UNSORTED;
        if (!brand.categories.includes(listedUnder)) brand.categories.push(listedUnder);
        if (brand.name) brands.set(id, brand);
      };
      for (const found of groups)
        for (const row of [...(found.brands ?? []), ...(found.popular_brands ?? [])]) add(row, found);
      for (const row of [...all_brands, ...popular_brands]) if (!brands.has(identity(row))) add(row);
      return [...brands.values()];
    },
  ),
);

type ListedBrand = Brand & {readonly categories: string[]};

/** What a group says of all its rows. */
interface Listed {
  readonly category?: string | undefined;
  readonly kind?: string | undefined;
}

function identity(row: Fields): string {
  return textOf(row.brand_id) ?? nameOf(row);
}

function nameOf(row: Fields): string {
  return textOf(row.brand) ?? textOf(row.family) ?? '';
}

/** A row's own kind and category go before its group's. */
function toBrand(
  row: Fields,
  {country, popular, category, kind}: Listed & {country: string; popular: ReadonlySet<string>},
): ListedBrand {
  const id = identity(row);
  const name = nameOf(row);
  const color = textOf(row.bg_color) ?? '';
  return {
    id,
    name,
    family: textOf(row.family) ?? name,
    country: textOf(row.country_code) ?? country,
    kind: kindOf(textOf(row.kind) ?? kind, textOf(row.category) ?? category),
    categories: [],
    logoBaseUrl: webAddressOf(row.logo_base_url),
    color: /^#([\da-f]{3}|[\da-f]{6})$/i.test(color) ? color : undefined,
    lowest: textOf(row.min),
    highest: textOf(row.max),
    outOfStock: isTrue(row.is_out_of_stock),
    popular: popular.has(id),
  };
}
