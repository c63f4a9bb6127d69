import type {SeededRandom} from '../../support/seeded-random.js';
import {type BrandSpec, type BrandTraits, type CountrySpec, fixed, plans} from '../spec.js';
import {createNames} from './draw-names.js';
import {
  bundles,
  cards,
  type DrawOffers,
  esims,
  games,
  mobileData,
  subscriptions,
  topups,
} from './draw-offers.js';

/**
 * Draws brands until a country's listing has so many rows, in the proportions of the real listings: about 1.4 rows for
 * a brand, every fifth out of stock, families with several brands, two brands with one name. All names are invented.
 */
export function generateBrands(spec: CountrySpec, rows: number, random: SeededRandom): BrandSpec[] {
  const nextName = createNames(
    random,
    spec.brands.map(({name}) => name),
  );
  const brands: BrandSpec[] = [];
  let left = rows - spec.brands.reduce((sum, each) => sum + rowsOf(each), 0);
  while (left > 0) {
    for (const drawn of drawFamily(random, nextName(), spec.currency)) {
      if (left <= 0) break;
      const brand = {...drawn, also: drawn.also?.slice(0, left - 1) ?? []};
      brands.push(brand);
      left -= rowsOf(brand);
    }
  }
  return brands;
}

/** How many rows of the listing a brand takes: one for each group that it stands in. */
export function rowsOf({ungrouped, also = []}: BrandTraits): number {
  return ungrouped ? 1 : 1 + also.length;
}

/** One brand, or a few that share a family, or two that share a name. */
function drawFamily(random: SeededRandom, name: string, currency: string): BrandSpec[] {
  const aisle = aisles[random.pick(aisleByWeight)] as Aisle;
  const member = (memberName: string, from: Aisle, traits: BrandTraits = {}) =>
    drawBrand(random, {name: memberName, aisle: from, currency, traits});
  const first = member(name, aisle);
  switch (random.below(24)) {
    case 0:
    case 1: {
      if (aisle.kind !== 'mobile_recharge') return [first, member(`${name}+`, aisle, {family: name})];
      const lines = telephony.slice(0, 2 + random.below(3));
      return lines.map(each => member(`${name} ${each.word}`, each, {family: name}));
    }
    case 2: {
      // What the two sell is named differently, because an order says no more than the name and that.
      const offers = first.offers.some(({type}) => type === 'plan')
        ? [fixed('USD', 5, 10, 20)]
        : [plans('USD', ['1 month', '9.99'], ['6 months', '49.99'])];
      return [first, {...member(name, aisle, {twin: 'second'}), offers}];
    }
    default:
      return [first];
  }
}

interface Drawing {
  readonly name: string;
  readonly aisle: Aisle;
  readonly currency: string;
  readonly traits: BrandTraits;
}

function drawBrand(random: SeededRandom, {name, aisle, currency, traits}: Drawing): BrandSpec {
  const {category, kind, offers} = aisle;
  const others = aisles.filter(each => each.kind === kind && ![category, 'e-sim'].includes(each.category));
  // One row for 64 brands in a hundred, two for 31, three for 5.
  const repeats = [64, 95].filter(limit => random.below(100) >= limit).length;
  const start = random.below(others.length);
  const more = [...others.slice(start), ...others.slice(0, start)].slice(0, repeats);
  const also = category === 'e-sim' ? [] : more.map(each => each.category);
  const isOut = random.below(5) === 0;
  return {
    name,
    category,
    color: drawColor(random),
    offers: offers(random, currency),
    also,
    ...(kind ? {kind} : random.below(200) === 0 ? {kind: 'nft_giftcard'} : {}),
    ...(random.below(50) === 0 ? {popular: true} : {}),
    ...(random.below(60) === 0 ? {ungrouped: true} : {}),
    ...(isOut ? {stock: 'out'} : {}),
    ...(isOut && random.below(20) === 0 ? {labels: ['$30', '$1,000']} : {}),
    ...drawLogo(random),
    ...traits,
  };
}

function drawLogo(random: SeededRandom): BrandTraits {
  const kind = random.below(50);
  if (kind > 1) return {};
  return {logoFile: kind === 0 ? 'none' : 'lost'};
}

/** Six digits or three, and very often white. */
function drawColor(random: SeededRandom): string {
  if (random.below(5) === 0) return random.pick(['#FFFFFF', '#FFFFFF', '#FFF', '#fff']);
  return `#${random.text(random.below(12) === 0 ? 3 : 6, '0123456789abcdef')}`;
}

/** A category: how much of the listing it is, and what its brands sell. */
interface Aisle {
  readonly category: string;
  readonly weight: number;
  readonly offers: DrawOffers;
  readonly kind?: 'mobile_recharge';
  /** What is added to the family's name where one operator sells under several brands. */
  readonly word?: string;
}

const telephony: readonly Aisle[] = [
  {category: 'mobile_talk_time', weight: 3, offers: topups, word: 'Mobile'},
  {category: 'mobile_data', weight: 2, offers: mobileData, word: 'Data'},
  {category: 'mobile_credits', weight: 2, offers: topups, word: 'Credits'},
  {category: 'mobile_bundle', weight: 1, offers: bundles, word: 'Bundle'},
].map(aisle => ({...aisle, kind: 'mobile_recharge'}));

const aisles: readonly Aisle[] = [
  {category: 'e-sim', weight: 1, offers: esims, kind: 'mobile_recharge'},
  ...telephony,
  {category: 'e-commerce', weight: 14, offers: cards},
  {category: 'retail', weight: 12, offers: cards},
  {category: 'food', weight: 13, offers: cards},
  {category: 'apparel_clothing', weight: 10, offers: cards},
  {category: 'games', weight: 10, offers: games},
  {category: 'entertainment', weight: 5, offers: cards},
  {category: 'electronics', weight: 5, offers: cards},
  {category: 'health_beauty', weight: 5, offers: cards},
  {category: 'groceries', weight: 4, offers: cards},
  {category: 'travel_flights', weight: 4, offers: cards},
  {category: 'home', weight: 4, offers: cards},
  {category: 'streaming', weight: 3, offers: subscriptions},
  {category: 'sports_fitness', weight: 3, offers: cards},
  {category: 'e-money', weight: 3, offers: cards},
  {category: 'books_learning', weight: 2, offers: cards},
  {category: 'charity_donations', weight: 1, offers: cards},
  {category: 'other_products', weight: 4, offers: cards},
];

/** The index of each category as often as it weighs. */
const aisleByWeight = aisles.flatMap(({weight}, index) => Array<number>(weight).fill(index));
