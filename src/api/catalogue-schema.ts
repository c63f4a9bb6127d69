import type {Brand, ProductKind} from '../domain/types.js';
import {by, object, readFlag, readText, readWebAddress, refuse, text} from './wire.js';

/**
 * A row of the listing, or a group of rows. Rows are read field by field and not by a schema: on a processor four times
 * slower, the first listing of a page took Chromium 67 ms for 900 rows this way and 147 ms by zod; 56 and 181 ms for 10,500.
 */
type Row = Readonly<Record<string, unknown>>;

type ListedBrand = Brand & {readonly categories: string[]};

/** Category of brands that name none. */
const UNSORTED = 'other_products';

const COLOR = /^#([\da-f]{3}|[\da-f]{6})$/i;

const rows = by(readRows);

interface Listing {
  readonly country_code?: string | undefined;
  readonly categories?: readonly Row[] | undefined;
  readonly all_brands?: readonly Row[] | undefined;
  readonly popular_brands?: readonly Row[] | undefined;
}

/** A country's brands, each once, in the order of the listing. Rows repeat across groups on the wire. */
export const brandsSchema = object(
  {country_code: text, categories: rows, all_brands: rows, popular_brands: rows},
  (listing, found) => {
    if (!listing.categories && !listing.all_brands) refuse(found, 'categories');
    return toBrands(listing);
  },
);

function toBrands(listing: Listing): Brand[] {
  const {country_code: country = '', categories = [], all_brands = [], popular_brands = []} = listing;
  const ofGroups = categories.flatMap(group => readRows(group.popular_brands) ?? []);
  const popular = new Set([...popular_brands, ...ofGroups].map(identity));

  const brands = new Map<string, ListedBrand>();
  const add = (row: Row, group: Row) => {
    const id = identity(row);
    const brand = brands.get(id) ?? toBrand(id, row, group, {country, isPopular: popular.has(id)});
    const category = readText(group.category) ?? readText(row.category) ?? UNSORTED;
    if (!brand.categories.includes(category)) brand.categories.push(category);
    if (brand.name) brands.set(id, brand);
  };
  for (const group of categories)
    for (const list of [group.brands, group.popular_brands])
      for (const row of readRows(list) ?? []) add(row, group);
  for (const list of [all_brands, popular_brands])
    for (const row of list) if (!brands.has(identity(row))) add(row, {});
  return [...brands.values()];
}

function readRows(value: unknown): Row[] | undefined {
  return Array.isArray(value) ? value.filter(row => typeof row === 'object' && row !== null) : undefined;
}

function identity(row: Row): string {
  return readText(row.brand_id) ?? nameOf(row);
}

function nameOf(row: Row): string {
  return readText(row.brand) ?? readText(row.family) ?? '';
}

/** Makes a brand without categories. A row's own kind and category go before its group's. */
function toBrand(
  id: string,
  row: Row,
  group: Row,
  {country, isPopular}: {country: string; isPopular: boolean},
): ListedBrand {
  const name = nameOf(row);
  const color = readText(row.bg_color);
  return {
    id,
    name,
    family: readText(row.family) ?? name,
    country: readText(row.country_code) ?? country,
    kind: kindOf(
      readText(row.kind) ?? readText(group.kind),
      readText(row.category) ?? readText(group.category),
    ),
    categories: [],
    logoBaseUrl: readWebAddress(row.logo_base_url),
    color: color && COLOR.test(color) ? color : undefined,
    lowest: readText(row.min),
    highest: readText(row.max),
    outOfStock: readFlag(row.is_out_of_stock),
    popular: isPopular,
  };
}

/** Tells what a row sells. `mobile_recharge` stands for top-ups and eSIMs alike; the category tells them apart. */
export function kindOf(kind: string | undefined, category: string | undefined): ProductKind {
  if (kind === 'mobile_recharge') return category === 'e-sim' ? 'esim' : 'topup';
  return kind?.includes('giftcard') || kind === undefined ? 'giftcard' : 'other';
}
