import assert from 'node:assert/strict';
import type {OpenPage} from '../../e2e/support/browser.js';
import {Shop} from '../../e2e/support/shop.js';
import type {Site} from './site.js';

/**
 * Makes a whole purchase on the page of an app: its own heading, header and listener, a locked country, and
 * navigation.
 */
export async function sell(site: Site, {page}: OpenPage, keepsAlive: boolean): Promise<void> {
  const shop = new Shop(page);
  const leave = async () => {
    await page.getByText('About', {exact: true}).click();
    await page.getByText('A shop of cards.').waitFor();
  };
  const comeBack = () => page.getByText('Shop', {exact: true}).click();
  await shop.part('brand').first().waitFor();
  assert.equal(await shop.heading(), 'Cards for your coins', 'a property that holds an object');
  assert.equal(await shop.part('country').locator('select:enabled').count(), 0, 'a boolean');
  assert.equal(await page.getByText('Ten percent goes to the lighthouse.').isVisible(), true, 'a slot');
  assert.equal((await shop.state()).country, 'US', 'an attribute');
  await shop.pickBrand('Voltaic');
  await shop.chooseDenomination('$25');
  if (keepsAlive) {
    await shop.part('total').waitFor();
    await leave();
    await comeBack();
    assert.equal((await shop.state()).step, 'quote', 'the choice is kept');
  }
  await shop.continue();
  await shop.fillEmail('ana@example.com');
  await shop.checkDetails();
  await shop.createOrder();

  await leave();
  await comeBack();
  // On a site of several pages, the element is defined anew.
  await shop.part('heading').first().waitFor();
  await shop.waitForStep('payment');
  await shop.acknowledge();

  const [order] = site.sandbox.orders();
  site.sandbox.control(order!.order_id, 'pay');
  site.sandbox.pass(2500);
  await shop.waitForStep('done');
  const {orderId} = await shop.state();
  await page.getByText(`Order ${orderId} is delivered.`).waitFor();
  assert.ok((await shop.reveal()).every(code => code.length > 3));
}
