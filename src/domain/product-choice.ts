import {compare, decimal} from './money.js';
import type {Brand, FixedProduct, Product, ProductGroup, RangeProduct} from './types.js';

/** What of a family's answer belongs to a brand: by its id, or by its name where no id is known. */
export function groupsOf(groups: readonly ProductGroup[], {id, name}: Brand): readonly ProductGroup[] {
  const own = groups.filter(group => group.brandId === id);
  return own.length > 0 ? own : groups.filter(group => group.brandName === name);
}

/** The products of a brand, each id once. Whatever else two products share, they are two. */
export function productsOf(groups: readonly ProductGroup[], brand: Brand): readonly Product[] {
  const products = groupsOf(groups, brand).flatMap(group => group.products);
  return [...new Map(products.map(product => [product.id, product])).values()];
}

/** Whether there is anything to read in the language that was asked for: where it is unknown the API has no texts. */
export function hasTexts(groups: readonly ProductGroup[]): boolean {
  return groups.some(({about}) => about.description ?? about.howToRedeem ?? about.terms ?? about.note);
}

/** The fixed rows first, cheapest face value first where there is one, in the listing's order otherwise. */
export function fixedProducts(products: readonly Product[]): readonly FixedProduct[] {
  const fixed = products.filter(product => product.shape === 'fixed');
  const valued = fixed.filter(product => product.faceValue !== undefined);
  if (valued.length !== fixed.length) return fixed;
  return [...fixed].sort((a, b) => compare(a.faceValue ?? '0', b.faceValue ?? '0'));
}

export function rangeProducts(products: readonly Product[]): readonly RangeProduct[] {
  return products.filter(product => product.shape === 'range');
}

/**
 * The product that is chosen: by id, else by an amount that a fixed row has as its face value, else the free amount
 * if there is one and an amount was given, else the only product there is.
 */
export function chosenProduct(
  products: readonly Product[],
  {productId, amount}: {productId: string; amount: string},
): Product | undefined {
  const picked = products.find(product => product.id === productId);
  if (picked) return picked;
  const wanted = decimal(amount);
  if (wanted !== undefined) {
    const fixed = fixedProducts(products).find(
      product => product.faceValue && compare(product.faceValue, wanted) === 0,
    );
    return fixed ?? rangeProducts(products)[0];
  }
  return products.length === 1 ? products[0] : undefined;
}
