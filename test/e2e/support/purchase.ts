import type {Shop} from './shop.js';

/**
 * Buys a card of 25 dollars, from the brands to the revealed code; `pay` pays the order. `amount` is the label as the
 * language of the page writes it. Returns the order's id.
 */
export async function buy(shop: Shop, pay: () => unknown, amount?: string): Promise<string> {
  const orderId = await order(shop, amount);
  await pay();
  await shop.waitForStep('done');
  await shop.reveal();
  return orderId;
}

/** Goes to the payment step; returns the order's id. */
export async function order(shop: Shop, amount = '$25'): Promise<string> {
  await shop.pickBrand('Voltaic');
  await shop.chooseDenomination(amount);
  await shop.continue();
  await shop.fillEmail('ana@example.com');
  await shop.checkDetails();
  return shop.createOrder();
}
