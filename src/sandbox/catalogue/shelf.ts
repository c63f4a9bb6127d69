import {seededRandom, seededUuid} from '../support/seeded-random.js';
import {moneyLabel} from './currencies.js';
import {buildProducts, type Product} from './product.js';
import type {BrandKind, BrandSpec, CountrySpec, Offer} from './spec.js';

/** The brands that are sold in one country. */
export interface Shelf {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: CountrySpec['phone'];
  readonly brands: readonly Brand[];
}

export interface Brand extends BrandSpec {
  readonly id: string;
  readonly country: string;
  readonly familyName: string;
  readonly kind: BrandKind;
  readonly productType: 'digital' | 'physical';
  /** Name of the logo file, without an ending. */
  readonly logo: string;
  readonly isOutOfStock: boolean;
  /** The shop's mark-up in basis points. */
  readonly markup: number;
  /** Whether a range's face value spells its limits as objects; both spellings were captured. */
  readonly limitsAsObjects: boolean;
  readonly labelMin?: string;
  readonly labelMax?: string;
  /** Built at the first read: a listing of thousands of brands needs none of them. */
  readonly products: readonly Product[];
}

export function buildShelf(country: string, spec: CountrySpec): Shelf {
  return {country, phone: spec.phone, brands: spec.brands.map(brand => buildBrand(country, brand))};
}

function buildBrand(country: string, spec: BrandSpec): Brand {
  const id = seededUuid('brand', country, spec.name, ...(spec.twin ? [spec.twin] : []));
  const isOutOfStock = spec.stock === 'out';
  const hasProducts = spec.stock !== 'ghost' && spec.stock !== 'absent';
  const [labelMin, labelMax] = spec.labels ?? (isOutOfStock ? [] : limitLabels(spec.offers));
  let products: readonly Product[] | undefined;
  return {
    ...spec,
    id,
    country,
    familyName: spec.family ?? spec.name,
    kind: spec.kind ?? 'giftcard',
    productType: spec.category === 'games' ? 'digital' : 'physical',
    logo: spec.slug ?? (slugOf(spec.name) || id.slice(0, 8)),
    isOutOfStock,
    markup: 120 + seededRandom('markup', country, spec.name).below(230),
    limitsAsObjects: seededRandom('limits', spec.name).below(2) === 0,
    ...(labelMin === undefined ? {} : {labelMin}),
    ...(labelMax === undefined ? {} : {labelMax}),
    get products() {
      products ??= hasProducts ? spec.offers.flatMap(offer => buildProducts(id, offer)) : [];
      return products;
    },
  };
}

function limitLabels(offers: readonly Offer[]): readonly [string, string] | readonly [] {
  const [first, last] = [offers[0], offers.at(-1)];
  return first && last ? [labelAt(first, 0), labelAt(last, -1)] : [];
}

/** Returns the label of an offer's lowest (0) or highest (-1) amount. */
function labelAt(offer: Offer, end: 0 | -1): string {
  switch (offer.type) {
    case 'range':
      return moneyLabel(end === 0 ? offer.min : offer.max, offer.currency);
    case 'fixed':
      return moneyLabel(offer.amounts.at(end) ?? '', offer.currency);
    case 'plan':
      return offer.rows.at(end)?.[0] ?? '';
  }
}

function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain
    .replace(/[^a-z0-9+]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}
