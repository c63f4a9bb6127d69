import type {Brand} from '../catalogue/shelf.js';

/** Returns the address of a brand's logo without its ending. */
export function logoBase(brand: Brand, origin: string): string {
  return `${origin}/sandbox/logos/${encodeURIComponent(brand.logo)}`;
}
