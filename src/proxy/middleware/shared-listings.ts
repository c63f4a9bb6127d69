import type {RouteName} from '../../routes.js';
import {fromBase64, toBase64} from '../core/digest.js';
import type {ProxyStore} from '../core/store.js';
import {gunzip, gzip} from './compression.js';

/** A listing as instances share it in the store. */
export interface SharedListing {
  readonly status: number;
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly readAt: number;
}

export interface SharedListings {
  /** Returns what an instance has read; `undefined` without other instances, and if the store holds no such listing. */
  read(route: RouteName, key: string): Promise<SharedListing | undefined>;
  /** Shares a listing for `ttl` milliseconds. A store that cannot be written to is ignored. */
  write(route: RouteName, key: string, listing: SharedListing, ttl: number): Promise<void>;
}

/** Characters of an entry; a larger one is not shared. */
const maxEntrySize = 256 * 1024;
/** Entries of a route whose queries buyers can make up. */
const slots = 256;
/** Characters; compression does not pay for less. */
const minCompressedSize = 1024;

/** The listing with its key, as two keys may have the same slot; the body is compressed where that pays. */
interface Entry extends Partial<SharedListing> {
  readonly key?: string;
  readonly gzip?: string;
}

/**
 * Shares listings between instances, compressed. Their number is bounded, whatever is requested, so that they leave room to
 * orders in a store that may be full: a listing by country has an entry of its own, all others have one of 256 slots of
 * their route, in which the last one stays.
 */
export function createSharedListings(store: ProxyStore): SharedListings {
  return {
    async read(route, key) {
      if (!store.isShared) return undefined;
      try {
        const entry = JSON.parse((await store.get(entryKey(route, key))) ?? '') as Entry;
        return entry.key === key ? await listingOf(entry) : undefined;
      } catch {
        return undefined;
      }
    },
    async write(route, key, {status, body, readAt}, ttl) {
      if (!store.isShared) return;
      const content = body.length < minCompressedSize ? {body} : {gzip: await compress(body)};
      const text = JSON.stringify({key, status, readAt, ...content});
      if (text.length <= maxEntrySize) await store.set(entryKey(route, key), text, ttl).catch(() => {});
    },
  };
}

/** Returns whether a route's listings differ by nothing but the country. */
export function isByCountry(route: RouteName): boolean {
  return route === 'listPaymentVias' || route === 'listBrands' || route === 'getHomepage';
}

function entryKey(route: RouteName, key: string): string {
  return isByCountry(route) ? `listing:${key}` : `listing:${route}:${slotOf(key)}`;
}

/** Hashes a key by FNV-1a. Buyers could choose keys of one slot, and would evict what other instances read again. */
function slotOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % slots;
}

async function compress(body: string): Promise<string> {
  return toBase64(await gzip(new TextEncoder().encode(body)));
}

async function listingOf({status, readAt, body, gzip: base64}: Entry): Promise<SharedListing | undefined> {
  if (typeof status !== 'number' || typeof readAt !== 'number') return undefined;
  const text = base64 === undefined ? body : new TextDecoder().decode(await gunzip(fromBase64(base64)));
  return text === undefined ? undefined : {status, readAt, body: text};
}
