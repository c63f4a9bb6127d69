import {compare, decimal} from './money.js';
import type {Brand, FixedProduct, Product, ProductGroup, RangeProduct} from './types.js';

/** Returns the groups of a family's response that belong to a brand: by its id, or by its name where none has that id. */
export function groupsOf(groups: readonly ProductGroup[], {id, name}: Brand): readonly ProductGroup[] {
  const own = groups.filter(group => group.brandId === id);
  return own.length > 0 ? own : groups.filter(group => group.brandName === name);
}

/** Returns the products of a brand, each id once. Products that share everything but their id are two. */
export function productsOf(groups: readonly ProductGroup[], brand: Brand): readonly Product[] {
  const products = groupsOf(groups, brand).flatMap(group => group.products);
  return [...new Map(products.map(product => [product.id, product])).values()];
}

/** Whether there is anything to read in the requested language: for one that it does not know, the API sends no texts. */
export function hasTexts(groups: readonly ProductGroup[]): boolean {
  return groups.some(({about}) => about.description ?? about.howToRedeem ?? about.terms ?? about.note);
}

/** Returns the fixed products: the cheapest first where all have a face value, in the listing's order otherwise. */
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
 * Returns the chosen product: by id, else by an amount that a fixed product has as its face value, else the range product
 * if an amount is given, else the only product there is; `undefined` where nothing is chosen yet.
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
