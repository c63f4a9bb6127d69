import type {Brand, ProductKind} from '../domain/types.js';
import {type Fields, fieldsOf, isTrue, rowsOf, textOf, webAddressOf} from './wire.js';

/** Where brands go whose category is null or missing. */
const UNSORTED = 'other_products';

/** `mobile_recharge` stands for top-ups and eSIMs alike; the category tells them apart. */
export function kindOf(kind: string | undefined, category: string | undefined): ProductKind {
  if (kind === 'mobile_recharge') return category === 'e-sim' ? 'esim' : 'topup';
  return kind?.includes('giftcard') || kind === undefined ? 'giftcard' : 'other';
}

/** The brands of a country, each once, in the order of the listing. Rows repeat across groups on the wire. */
export function readBrands(json: unknown): Brand[] | undefined {
  const body = fieldsOf(json);
  const groups = rowsOf(body.categories);
  const flat = rowsOf(body.all_brands);
  if (!groups && !flat) return undefined;
  const best = [body, ...(groups ?? [])].flatMap(({popular_brands}) => rowsOf(popular_brands) ?? []);
  const place = {country: textOf(body.country_code) ?? '', popular: new Set(best.map(identity))};
  const brands = new Map<string, ListedBrand>();
  const add = (row: Fields, group: Fields = {}) => {
    const id = identity(row);
    const brand = brands.get(id) ?? toBrand(row, group, place);
    const category = textOf(group.category) ?? textOf(row.category) ?? UNSORTED;
    if (!brand.categories.includes(category)) brand.categories.push(category);
    if (brand.name) brands.set(id, brand);
  };
  for (const group of groups ?? [])
    for (const row of [group.brands, group.popular_brands].flatMap(rows => rowsOf(rows) ?? []))
      add(row, group);
  for (const row of [...(flat ?? []), ...(rowsOf(body.popular_brands) ?? [])])
    if (!brands.has(identity(row))) add(row);
  return [...brands.values()];
}

type ListedBrand = Brand & {readonly categories: string[]};

function identity(row: Fields): string {
  return textOf(row.brand_id) ?? nameOf(row);
}

function nameOf(row: Fields): string {
  return textOf(row.brand) ?? textOf(row.family) ?? '';
}

/** A row's own kind and category go before its group's. */
function toBrand(
  row: Fields,
  group: Fields,
  {country, popular}: {country: string; popular: ReadonlySet<string>},
): ListedBrand {
  const id = identity(row);
  const name = nameOf(row);
  const color = textOf(row.bg_color) ?? '';
  return {
    id,
    name,
    family: textOf(row.family) ?? name,
    country: textOf(row.country_code) ?? country,
    kind: kindOf(textOf(row.kind) ?? textOf(group.kind), textOf(row.category) ?? textOf(group.category)),
    categories: [],
    logoBaseUrl: webAddressOf(row.logo_base_url),
    color: /^#([\da-f]{3}|[\da-f]{6})$/i.test(color) ? color : undefined,
    lowest: textOf(row.min),
    highest: textOf(row.max),
    outOfStock: isTrue(row.is_out_of_stock),
    popular: popular.has(id),
  };
}
