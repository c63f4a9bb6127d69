import {base64} from '../core/digest.js';
import type {Packers} from './compression.js';

/** An answer as it is kept: its bytes, packed once for each encoding that was asked for, and their tag. */
export interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Weak, for it names what is said and not how it is packed. None for what browsers do not keep. */
  readonly etag: string | undefined;
  /** The bytes in an encoding, at once where they are packed already; undefined where they are not worth packing. */
  readonly packed: (encoding: string) => Packed | Promise<Packed> | undefined;
}

type Packed = Uint8Array<ArrayBuffer>;

/** Less is not worth packing: it goes out in one packet anyway. */
const smallest = 1024;

export async function keepAnswer(body: string, packers: Packers, hasTag: boolean): Promise<KeptAnswer> {
  const bytes = new TextEncoder().encode(body);
  const kept = new Map<string, Packed | Promise<Packed>>();
  return {
    bytes,
    // A digest is a tenth of what a small answer costs.
    etag: hasTag ? await tagOf(bytes) : undefined,
    packed(encoding) {
      const pack = packers.get(encoding);
      if (!pack || bytes.byteLength < smallest) return undefined;
      const found = kept.get(encoding);
      if (found) return found;
      const work = pack(bytes).then(packed => {
        kept.set(encoding, packed);
        return packed;
      });
      kept.set(encoding, work);
      return work;
    },
  };
}

async function tagOf(bytes: Packed): Promise<string> {
  return `W/"${base64(await crypto.subtle.digest('SHA-256', bytes), 12)}"`;
}

/** Whether an `If-None-Match` header names the tag; compared weakly, as RFC 9110 13.1.2 has it. */
export function isNamed(etag: string, ifNoneMatch: string | null): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some(tag => opaque(tag) === opaque(etag));
}
