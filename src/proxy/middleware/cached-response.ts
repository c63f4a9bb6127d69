import {base64} from '../core/digest.js';
import type {Encoders} from './compression.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** A response in the cache: its bytes, compressed once for each encoding that was requested, and their tag. */
export interface CachedResponse {
  readonly bytes: Bytes;
  /** Weak, because all encodings share it; `undefined` for responses that browsers do not store. */
  readonly etag: string | undefined;
  /** Returns the bytes in an encoding, without a promise once they exist; `undefined` if compression does not pay. */
  readonly compressed: (encoding: string) => Bytes | Promise<Bytes> | undefined;
}

/** Bytes; anything smaller fits into one packet without compression. */
const minSize = 1024;

export async function createCachedResponse(
  body: string,
  encoders: Encoders,
  hasTag: boolean,
): Promise<CachedResponse> {
  const bytes = new TextEncoder().encode(body);
  const encoded = new Map<string, Bytes | Promise<Bytes>>();
  return {
    bytes,
    // Computed only where it is used, as it is a tenth of the cost of a small response.
    etag: hasTag ? await etagOf(bytes) : undefined,
    compressed(encoding) {
      const encode = encoders.get(encoding);
      if (!encode || bytes.byteLength < minSize) return undefined;
      const found = encoded.get(encoding);
      if (found) return found;
      const work = encode(bytes).then(result => {
        encoded.set(encoding, result);
        return result;
      });
      encoded.set(encoding, work);
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
