import type {SeededRandom} from '../../support/seeded-random.js';
import {fixed, plans} from '../offers.js';
import type {BrandSpec, BrandTraits, CountrySpec} from '../spec.js';
import {type Category, telephony, weightedCategories} from './categories.js';
import {drawBrand} from './draw-brand.js';
import {createNames} from './draw-names.js';

/**
 * Draws brands until a country's listing has `rows` rows, in the proportions of real listings: about 1.4 rows for each
 * brand, every fifth out of stock, families with several brands, two brands with one name. All names are invented.
 */
export function generateBrands(spec: CountrySpec, rows: number, random: SeededRandom): BrandSpec[] {
  const nextName = createNames(
    random,
    spec.brands.map(({name}) => name),
  );
  const brands: BrandSpec[] = [];
  let left = rows - spec.brands.reduce((sum, each) => sum + rowCount(each), 0);
  while (left > 0) {
    for (const drawn of drawFamily(random, nextName(), spec.currency)) {
      if (left <= 0) break;
      const brand = {...drawn, also: drawn.also?.slice(0, left - 1) ?? []};
      brands.push(brand);
      left -= rowCount(brand);
    }
  }
  return brands;
}

/** Counts the rows of a brand in the listing: one for each group. */
function rowCount({ungrouped, also = []}: BrandTraits): number {
  return ungrouped ? 1 : 1 + also.length;
}

/** Draws one brand, a few that share a family, or two that share a name. */
function drawFamily(random: SeededRandom, name: string, currency: string): BrandSpec[] {
  const category = random.pick(weightedCategories);
  const draw = (brandName: string, from: Category, traits: BrandTraits = {}) =>
    drawBrand(random, {name: brandName, category: from, currency, traits});
  const first = draw(name, category);
  switch (random.below(24)) {
    case 0:
    case 1: {
      if (category.kind !== 'mobile_recharge') return [first, draw(`${name}+`, category, {family: name})];
      const lines = telephony.slice(0, 2 + random.below(3));
      return lines.map(each => draw(`${name} ${each.word}`, each, {family: name}));
    }
    case 2: {
      // An order names a brand and a denomination only, so the twins sell different denominations.
      const offers = first.offers.some(({type}) => type === 'plan')
        ? [fixed('USD', 5, 10, 20)]
        : [plans('USD', ['1 month', '9.99'], ['6 months', '49.99'])];
      return [first, {...draw(name, category, {twin: 'second'}), offers}];
    }
    default:
      return [first];
  }
}
