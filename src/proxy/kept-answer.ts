import {bestEncoding, type Packers} from './compression.js';

/** An answer as it is kept: its bytes, packed once for each encoding that was asked for, and their tag. */
export interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Weak, for it names what is said and not how it is packed. None for what browsers do not keep. */
  readonly etag: string | undefined;
  /** The bytes in the best encoding that `Accept-Encoding` allows. */
  readonly encoded: (accepted: string | null) => Promise<{bytes: Uint8Array<ArrayBuffer>; encoding?: string}>;
}

/** Less is not worth packing: it goes out in one packet anyway. */
const smallest = 1024;

export async function keepAnswer(body: string, packers: Packers, hasTag: boolean): Promise<KeptAnswer> {
  const bytes = new TextEncoder().encode(body);
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    bytes,
    // A digest is a tenth of what a small answer costs.
    etag: hasTag ? await tagOf(bytes) : undefined,
    async encoded(accepted) {
      const encoding = bytes.byteLength < smallest ? undefined : bestEncoding(accepted, packers);
      if (!encoding) return {bytes};
      let work = packed.get(encoding);
      if (!work) {
        work = packers.get(encoding)!(bytes);
        packed.set(encoding, work);
      }
      return {bytes: await work, encoding};
    },
  };
}

async function tagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 12);
  return `W/"${btoa(String.fromCharCode(...digest))}"`;
}

/** Whether an `If-None-Match` header names the tag; compared weakly, as RFC 9110 13.1.2 has it. */
export function isNamed(etag: string, ifNoneMatch: string | null): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some(tag => opaque(tag) === opaque(etag));
}
