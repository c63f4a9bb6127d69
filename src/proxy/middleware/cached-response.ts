import {base64} from '../core/digest.js';
import type {Encoders} from './compression.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** A body with the headers that depend on nothing else, as alternating names and values. */
export interface Representation {
  readonly body: string | Bytes;
  readonly headers: readonly string[];
}

/** A response in the cache, compressed once for each encoding that was requested. */
export interface CachedResponse extends Representation {
  /** Weak, because all encodings share it; `undefined` for responses that browsers do not store. */
  readonly etag: string | undefined;
  /** Returns it in an encoding, without a promise once that exists; as it is if compression does not pay. */
  readonly encoded: (encoding: string | undefined) => Representation | Promise<Representation>;
}

/** Characters; anything smaller fits into one packet without compression. */
const minSize = 1024;

/**
 * Prepares a response for the cache. A small one stays a text, which takes less memory and is sent together with its
 * headers; prices are many and small.
 */
export function createCachedResponse(
  text: string,
  encoders: Encoders,
  etag: string | undefined,
): CachedResponse {
  const headers = etag === undefined ? [] : ['etag', etag];
  const plain = {headers, etag};
  if (text.length < minSize) {
    const small: CachedResponse = {...plain, body: text, encoded: () => small};
    return small;
  }
  const body = new TextEncoder().encode(text);
  const made = new Map<string, Representation | Promise<Representation>>();
  const whole: CachedResponse = {
    ...plain,
    body,
    encoded(encoding) {
      const encode = encoding && encoders.get(encoding);
      if (!encode) return whole;
      const found = made.get(encoding);
      if (found) return found;
      const work = encode(body).then(compressed => {
        const result = {body: compressed, headers: [...headers, 'content-encoding', encoding]};
        made.set(encoding, result);
        return result;
      });
      made.set(encoding, work);
      return work;
    },
  };
  return whole;
}

/** Returns the tag of a text by its digest, weak because all encodings share it. */
export async function etagOf(text: string): Promise<string> {
  return `W/"${base64(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)), 12)}"`;
}

/** Returns whether an `If-None-Match` header names the tag, by weak comparison (RFC 9110, 13.1.2). */
export function etagMatches(etag: string, ifNoneMatch: string | null): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some(tag => opaque(tag) === opaque(etag));
}
