import {seededRandom, seededUuid} from '../support/seeded-random.js';
import {moneyLabel} from './currencies.js';
import type {BrandSpec, CountrySpec, DeliveryType, Offer} from './spec.js';

/** A country's shelf with everything worked out that the listings, the quotes and the orders need. */
export interface Shelf {
  readonly country: string;
  readonly phone: CountrySpec['phone'];
  readonly brands: readonly Brand[];
}

export interface Brand extends BrandSpec {
  readonly id: string;
  readonly country: string;
  readonly familyName: string;
  readonly logo: string;
  readonly isOutOfStock: boolean;
  /** Shop's mark-up in basis points. */
  readonly markup: number;
  /** Which of the two real spellings of a range's face value this brand answers with. */
  readonly limitsAsObjects: boolean;
  readonly labelMin?: string;
  readonly labelMax?: string;
  /** Worked out when they are first asked for: a listing of thousands of brands needs those of none. */
  readonly products: readonly Product[];
}

export interface Product {
  readonly id: string;
  /** What an order must say; `range` for any amount within limits. */
  readonly denomination: string;
  readonly label: string;
  readonly currency: string;
  readonly delivery: DeliveryType;
  readonly price: FixedPrice | RangePrice;
  /** Named by what it is, so it has no face value. */
  readonly isPlan: boolean;
  readonly gigabytes?: string;
}

export interface FixedPrice {
  readonly type: 'fixed';
  readonly amount: string;
}

export interface RangePrice {
  readonly type: 'range';
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly standard: string;
}

export function buildShelf(country: string, spec: CountrySpec): Shelf {
  return {country, phone: spec.phone, brands: spec.brands.map(brand => buildBrand(country, brand))};
}

function buildBrand(country: string, spec: BrandSpec): Brand {
  const id = seededUuid('brand', country, spec.name, ...(spec.twin ? [spec.twin] : []));
  const isOutOfStock = spec.stock === 'out';
  const hasProducts = spec.stock !== 'ghost' && spec.stock !== 'absent';
  const [labelMin, labelMax] = spec.labels ?? (isOutOfStock ? [] : limits(spec.offers));
  let products: readonly Product[] | undefined;
  return {
    ...spec,
    id,
    country,
    familyName: spec.family ?? spec.name,
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

function buildProducts(brandId: string, offer: Offer): Product[] {
  const {currency, delivery} = offer;
  const id = (denomination: string) => seededUuid('product', brandId, denomination);
  switch (offer.type) {
    case 'range': {
      const {type, min, max, step, standard} = offer;
      const label = `${moneyLabel(min, currency)} - ${moneyLabel(max, currency)}`;
      const price = {type, min, max, step, standard} as const;
      return [{id: id('range'), denomination: 'range', label, currency, delivery, price, isPlan: false}];
    }
    case 'fixed':
      return offer.amounts.map(amount => {
        const label = moneyLabel(amount, currency);
        const code = `${amount} ${currency}`;
        const denomination = offer.style === 'sign' ? label : offer.style === 'pin' ? `${code} - PIN` : code;
        const price = {type: 'fixed', amount} as const;
        return {id: id(denomination), denomination, label, currency, delivery, price, isPlan: false};
      });
    case 'plan':
      return offer.rows.map(([denomination, amount, gigabytes]) => ({
        id: id(denomination),
        denomination,
        label: denomination,
        currency,
        delivery,
        price: {type: 'fixed', amount},
        isPlan: true,
        ...(gigabytes === undefined ? {} : {gigabytes}),
      }));
  }
}

function limits(offers: readonly Offer[]): readonly [string, string] | readonly [] {
  const [first, last] = [offers[0], offers.at(-1)];
  return first && last ? [labelAt(first, 0), labelAt(last, -1)] : [];
}

/** The label of an offer's lower end (0) or of its upper one (-1). */
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
