import type {CacheTimes} from '../core/cache-options.js';

/** Seconds for which a browser keeps a listing. */
const maxBrowserAge = 60;
/** Seconds for which others keep a listing that is being read again, or cannot be. */
const staleAge = 5;

/**
 * Returns the `Cache-Control` of a listing that others may keep (RFC 9111, and RFC 5861 for what is stale), by its age in
 * milliseconds. Holds the time that is left: not every cache subtracts `Age`, which is left out for those that do.
 */
export function cdnCacheControl({fresh, stale}: CacheTimes, age: number): string {
  const left = Math.max(staleAge, Math.floor((fresh - age) / 1000));
  const browser = Math.min(maxBrowserAge, left);
  return `public, max-age=${browser}, s-maxage=${left}, stale-while-revalidate=${Math.floor(stale / 1000)}`;
}
