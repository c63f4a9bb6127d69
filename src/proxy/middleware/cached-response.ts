import {base64} from '../core/digest.js';
import type {Encoders} from './compression.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** A body with the headers that depend on nothing else, as alternating names and values. */
export interface Representation {
  readonly bytes: Bytes;
  readonly headers: readonly string[];
}

/** A response in the cache, compressed once for each encoding that was requested. */
export interface CachedResponse extends Representation {
  /** Weak, because all encodings share it; `undefined` for responses that browsers do not store. */
  readonly etag: string | undefined;
  /** Returns it in an encoding, without a promise once that exists; as it is if compression does not pay. */
  readonly encoded: (encoding: string | undefined) => Representation | Promise<Representation>;
}

/** Bytes; anything smaller fits into one packet without compression. */
const minSize = 1024;

export async function createCachedResponse(
  body: string,
  encoders: Encoders,
  hasTag: boolean,
): Promise<CachedResponse> {
  const bytes = new TextEncoder().encode(body);
  // Computed only where it is used, as it is a tenth of the cost of a small response.
  const etag = hasTag ? await etagOf(bytes) : undefined;
  const headers = etag === undefined ? [] : ['etag', etag];
  const plain = {bytes, headers};
  const made = new Map<string, Representation | Promise<Representation>>();
  return {
    ...plain,
    etag,
    encoded(encoding) {
      if (encoding === undefined || bytes.byteLength < minSize) return plain;
      const found = made.get(encoding);
      if (found) return found;
      const encode = encoders.get(encoding);
      if (!encode) return plain;
      const work = encode(bytes).then(compressed => {
        const result = {bytes: compressed, headers: [...headers, 'content-encoding', encoding]};
        made.set(encoding, result);
        return result;
      });
      made.set(encoding, work);
      return work;
    },
  };
}

async function etagOf(bytes: Bytes): Promise<string> {
  return `W/"${base64(await crypto.subtle.digest('SHA-256', bytes), 12)}"`;
}

/** Returns whether an `If-None-Match` header names the tag, by weak comparison (RFC 9110, 13.1.2). */
export function etagMatches(etag: string, ifNoneMatch: string | null): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some(tag => opaque(tag) === opaque(etag));
}
