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

/** A category of generated brands. */
export interface Category {
  readonly category: string;
  /** Its share of the listing, against the other weights. */
  readonly weight: number;
  readonly offers: DrawOffers;
  readonly kind?: 'mobile_recharge';
  /** Added to the family's name where one operator sells under several brands. */
  readonly word?: string;
}

/** The categories that one operator can sell in. */
export const telephony: readonly Category[] = [
  {category: 'mobile_talk_time', weight: 3, offers: topups, word: 'Mobile'},
  {category: 'mobile_data', weight: 2, offers: mobileData, word: 'Data'},
  {category: 'mobile_credits', weight: 2, offers: topups, word: 'Credits'},
  {category: 'mobile_bundle', weight: 1, offers: bundles, word: 'Bundle'},
].map(category => ({...category, kind: 'mobile_recharge'}));

export const categories: readonly Category[] = [
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

/** Each category as often as its weight. */
export const weightedCategories = categories.flatMap(each => Array<Category>(each.weight).fill(each));
