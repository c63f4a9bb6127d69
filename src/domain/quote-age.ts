import {compare} from './money.js';
import type {Quote} from './types.js';

/** Milliseconds after which a price on screen is asked for again. */
export const REFRESH_AFTER = 60_000;

/** Milliseconds since a price was answered; 0 where the clock was set back meanwhile. */
export function ageOf(quotedAt: number, now: number): number {
  return Math.max(0, now - quotedAt);
}

/** Milliseconds until a price should be asked for again: 0 when it is due, and at most {@link REFRESH_AFTER}. */
export function refreshDueIn(quotedAt: number, now: number): number {
  return Math.max(0, REFRESH_AFTER - ageOf(quotedAt, now));
}

/** What a newer quote says of an older one. `other` is a quote for another choice: it tells nothing of the older. */
export type QuoteChange = 'same' | 'higher' | 'lower' | 'other';

export function compareQuotes(before: Quote, now: Quote): QuoteChange {
  if (choiceOf(before) !== choiceOf(now)) return 'other';
  const change = compare(now.coinAmount, before.coinAmount);
  return change > 0 ? 'higher' : change < 0 ? 'lower' : 'same';
}

/** Everything that the buyer chose, as one text: for telling whether an answer is about what is chosen now. */
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
