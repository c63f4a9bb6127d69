import {checkFaceValue} from '../../domain/denomination.js';
import type {Draft} from '../../domain/draft.js';
import type {PaymentPreference} from '../../domain/payment-choice.js';
import {chosenProduct} from '../../domain/product-choice.js';
import type {Brand, Coin, Network, Product} from '../../domain/types.js';

/** Products on sale, and the choice among them. */
export interface Offer {
  readonly brand: Brand;
  readonly products: readonly Product[];
  readonly draft: Draft;
  readonly payment: {readonly coin: Coin; readonly network: Network} | undefined;
}

/** Names what the page has preselected and is not on sale: the brand or the amount, and the coin or the network. */
export function unsoldPreferences(
  {brand, products, draft, payment}: Offer,
  preference: PaymentPreference | undefined,
): readonly string[] {
  const {amount, productId, coin} = draft;
  const chosen = [payment?.coin.name, payment?.network.name, payment?.network.label].map(name =>
    name?.toLowerCase(),
  );
  const unsold: string[] = [];
  if (products.length === 0) unsold.push(brand.name);
  else if (amount && !productId && !isSold(amount, chosenProduct(products, draft))) unsold.push(amount);
  const missed = [preference?.coin, preference?.network].find(
    name => name && !chosen.includes(name.toLowerCase()),
  );
  if (missed && !coin) unsold.push(missed);
  return unsold;
}

function isSold(amount: string, product: Product | undefined): boolean {
  return product?.shape === 'range' ? checkFaceValue(product, amount).type === 'ok' : product !== undefined;
}
