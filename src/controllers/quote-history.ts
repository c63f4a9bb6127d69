import {compareQuotes} from '../domain/quote-age.js';
import type {Quote} from '../domain/types.js';

/** The last quote on screen, and what the same choice cost before it changed. */
export class QuoteHistory {
  #quote: Quote | undefined;
  #previousAmount: string | undefined;

  /** Notes the quote on screen; returns whether the same choice has got another price. */
  note(quote: Quote): boolean {
    const change = this.#quote ? compareQuotes(this.#quote, quote) : 'other';
    if (change === 'same') return false;
    this.#previousAmount = change === 'other' ? undefined : this.#quote?.coinAmount;
    this.#quote = quote;
    return change !== 'other';
  }

  /** Returns the coin amount that the same choice cost before; `undefined` if it has not changed. */
  previousAmount(quote: Quote): string | undefined {
    const isSameChoice = this.#quote !== undefined && compareQuotes(this.#quote, quote) !== 'other';
    return isSameChoice ? this.#previousAmount : undefined;
  }
}
