import type {Brand, ProductKind} from './types.js';

/** Entries and choices of the buyer so far. They outlive the step that they were made in, and are never stored. */
export interface Draft {
  /** ISO 3166-1 alpha-2 code of the catalogue. */
  readonly country: string;
  readonly search: string;
  /** Kind of product to list, or '' for all. */
  readonly kind: ProductKind | '';
  /** Category to list, or '' for all. */
  readonly category: string;
  /** Brand that the product and the amount belong to, or '' if they belong to the first that is picked. */
  readonly brandId: string;
  readonly productId: string;
  /** Text of the free amount field. */
  readonly amount: string;
  /** 1 to 10 of the same product. */
  readonly quantity: number;
  readonly coin: string;
  readonly network: string;
  readonly email: string;
  readonly phone: string;
  readonly fullName: string;
  /** Address for a refund, or '' to be asked by e-mail. */
  readonly refundAddress: string;
  /** The API has refused an order without the full name. */
  readonly isNameNeeded: boolean;
  /** Order whose network the buyer has acknowledged. It is kept while the order is left open for another purchase. */
  readonly acknowledgedOrderId?: string;
}

export const NO_PRODUCT = {productId: '', amount: '', quantity: 1} as const;

/** Keeps the product and the amount only for the brand that they belong to. */
export function forBrand(draft: Draft, brand: Brand): Draft {
  const isSame = draft.brandId === '' || draft.brandId === brand.id;
  return {...draft, ...(isSame ? {} : NO_PRODUCT), brandId: brand.id};
}
