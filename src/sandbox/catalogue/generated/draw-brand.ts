import type {SeededRandom} from '../../support/seeded-random.js';
import type {BrandSpec, BrandTraits} from '../spec.js';
import {type Category, categories} from './categories.js';

export interface BrandSketch {
  readonly name: string;
  readonly category: Category;
  /** The country's. */
  readonly currency: string;
  /** Override what is drawn. */
  readonly traits?: BrandTraits;
}

/** Draws everything about a brand but its name and category. */
export function drawBrand(random: SeededRandom, sketch: BrandSketch): BrandSpec {
  const {name, currency, traits} = sketch;
  const {category, kind, offers} = sketch.category;
  const also = drawFurtherCategories(random, sketch.category);
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

/** Draws none for 64 brands in a hundred, one for 31, two for 5, all of the same kind. */
function drawFurtherCategories(random: SeededRandom, {category, kind}: Category): string[] {
  const others = categories.filter(
    each => each.kind === kind && ![category, 'e-sim'].includes(each.category),
  );
  const count = [64, 95].filter(limit => random.below(100) >= limit).length;
  const start = random.below(others.length);
  const drawn = [...others.slice(start), ...others.slice(0, start)].slice(0, count);
  return category === 'e-sim' ? [] : drawn.map(each => each.category);
}

/** Leaves the logo out of every fiftieth row, and loses the file of as many others. */
function drawLogo(random: SeededRandom): BrandTraits {
  const kind = random.below(50);
  if (kind > 1) return {};
  return {logoFile: kind === 0 ? 'none' : 'lost'};
}

/** Draws six digits or three, and white for every fifth brand. */
function drawColor(random: SeededRandom): string {
  if (random.below(5) === 0) return random.pick(['#FFFFFF', '#FFFFFF', '#FFF', '#fff']);
  return `#${random.text(random.below(12) === 0 ? 3 : 6, '0123456789abcdef')}`;
}
