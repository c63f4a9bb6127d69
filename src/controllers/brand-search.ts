import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {
  type BrandIndex,
  categoriesOf,
  findBrands,
  indexBrands,
  kindsOf,
  ofKinds,
} from '../domain/brand-list.js';
import {memoizeLast} from '../domain/memoize-last.js';
import type {Brand, ProductKind} from '../domain/types.js';
import {FIRST_PAINT} from './poll-schedule.js';

/** Milliseconds until what was typed has been painted. */
const FRAME = 30;

/** Names prepared for searching at a time: a few milliseconds on a slow phone. */
const SLICE = 500;

/** Categories to choose from, the most used ones: a listing that invents one for each brand is not drawn whole. */
const CATEGORIES = 30;

/** Filters to choose from. */
export interface FilterOptions {
  readonly kinds: readonly ProductKind[];
  readonly categories: readonly string[];
}

/**
 * Searches a country's listing without blocking a keystroke: a letter is painted before the search for it begins, and the
 * names are prepared in slices before anybody types. Results keep their identity while nothing changes.
 */
export class BrandSearch implements ReactiveController {
  #onSearch: (search: string) => void;
  #index: BrandIndex | undefined;
  #typed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isConnected = false;

  /** `onSearch` is called with what was typed when it is time to search for it. */
  constructor(host: ReactiveControllerHost, onSearch: (search: string) => void) {
    this.#onSearch = onSearch;
    host.addController(this);
  }

  hostConnected() {
    this.#isConnected = true;
    this.#schedule(FRAME);
  }

  hostDisconnected() {
    this.#isConnected = false;
    clearTimeout(this.#timer);
  }

  /** Typed text that has not been searched for yet; `undefined` if there is none. */
  get typed(): string | undefined {
    return this.#typed;
  }

  /** Prepares a listing. `featured` names brands by id or by name, the most important first. */
  index(brands: readonly Brand[], featured: readonly string[]): BrandIndex {
    const index = indexBrands(brands, featured);
    this.#index = index;
    if (this.#typed === undefined) this.#schedule(FIRST_PAINT);
    return index;
  }

  /** Takes what is in the search field. */
  type(search: string) {
    this.#typed = search;
    this.#schedule(FRAME);
  }

  /** Searches at once. */
  search(search: string) {
    clearTimeout(this.#timer);
    this.#typed = undefined;
    this.#onSearch(search);
  }

  /** Finds the brands to show. */
  find = memoizeLast((index: BrandIndex, kinds: readonly ProductKind[], search: string, category: string) =>
    findBrands(index, {kinds, search, category}),
  );

  /** Lists the kinds among `sold`, and the categories among `chosen` kinds. */
  options = memoizeLast(
    (index: BrandIndex, sold: readonly ProductKind[], chosen: readonly ProductKind[]): FilterOptions => ({
      kinds: kindsOf(ofKinds(index.brands, sold)),
      categories: categoriesOf(ofKinds(index.brands, chosen)).slice(0, CATEGORIES),
    }),
  );

  /** Prepares the next slice, or else searches for what was typed. */
  #schedule(delay: number) {
    clearTimeout(this.#timer);
    if (!this.#isConnected) return;
    this.#timer = setTimeout(() => {
      const prepared = this.#index?.named(0).length ?? 0;
      if (this.#index && this.#index.named(prepared + SLICE).length > prepared) this.#schedule(0);
      else if (this.#typed !== undefined) this.search(this.#typed);
    }, delay);
  }
}
