import {compare} from './money.js';
import type {Quote} from './types.js';

/** Milliseconds after which a price on screen is requested again. */
export const REFRESH_AFTER = 60_000;

/** Returns the milliseconds since a price arrived; 0 where the clock was set back meanwhile. */
export function ageOf(quotedAt: number, now: number): number {
  return Math.max(0, now - quotedAt);
}

/** Returns the milliseconds until a price should be requested again: 0 when it is due, at most {@link REFRESH_AFTER}. */
export function refreshDueIn(quotedAt: number, now: number): number {
  return Math.max(0, REFRESH_AFTER - ageOf(quotedAt, now));
}

/** How a newer quote compares with an older one. `other` is a quote for another choice, which cannot be compared. */
export type QuoteChange = 'same' | 'higher' | 'lower' | 'other';

export function compareQuotes(before: Quote, now: Quote): QuoteChange {
  if (choiceOf(before) !== choiceOf(now)) return 'other';
  const change = compare(now.coinAmount, before.coinAmount);
  return change > 0 ? 'higher' : change < 0 ? 'lower' : 'same';
}

/** Returns everything that the buyer chose as one text, to see whether a quote is for the present choice. */
export function choiceOf({
  brand,
  product,
  faceValue,
  coin,
  network,
  quantity = 1,
}: Omit<Quote, 'coinAmount'>): string {
  return JSON.stringify([brand.country, brand.id, product.id, faceValue, coin, network.name, quantity]);
}
