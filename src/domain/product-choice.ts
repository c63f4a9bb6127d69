import {compare, decimal} from './money.js';
import type {FixedProduct, Product, RangeProduct} from './types.js';

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
