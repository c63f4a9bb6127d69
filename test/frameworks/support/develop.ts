/** Plays a developer who edits an app while a checkout is open in it. */
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {OpenPage} from '../../e2e/support/browser.js';
import {Shop} from '../../e2e/support/shop.js';
import type {Site} from './site.js';

/** Edits of one file of an app, saved together. */
export interface Edit {
  readonly file: string;
  readonly changes: readonly (readonly [from: string, to: string])[];
}

export interface Edits {
  /** Edits `messages`: the brands are headed "Coins into cards". */
  readonly messages: Edit;
  /** Edits a slot: "Twelve percent" instead of ten. */
  readonly slot: Edit;
  /**
   * Edits the listener of `cr-done`, which says that the order "has arrived", and a text to "About us" or "Thirteen
   * percent".
   */
  readonly listener: Edit;
  /** Whether the framework keeps the elements of a component that is edited; if not, it creates new ones. */
  readonly keeps: boolean;
}

function save(folder: string, {file, changes}: Edit): void {
  const path = join(folder, file);
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `${file} has no ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(path, text);
}

/**
 * Buys a card while the app is edited: on the brands, on the amounts and on the payment. The page is never reloaded.
 */
export async function sellWhileEdited(
  folder: string,
  site: Site,
  {page, events}: OpenPage,
  {messages, slot, listener, keeps}: Edits,
): Promise<void> {
  const shop = new Shop(page);
  const choose = async () => {
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.part('total').waitFor();
  };
  await shop.part('brand').first().waitFor();
  await page.evaluate('window.isSamePage = true');
  // Holds after server rendering, and after a double mount by StrictMode.
  assert.equal(await shop.heading(), 'Cards for your coins');
  assert.equal(await shop.part('country').locator('select:enabled').count(), 0);
  await shop.root.evaluate(it => it.dispatchEvent(new CustomEvent('cr-done', {detail: {orderId: '0'}})));
  await page.getByText('Order 0 is delivered.').waitFor();

  save(folder, messages);
  await shop.part('heading').filter({hasText: 'Coins into cards'}).waitFor();

  await choose();
  await page.evaluate('window.checkout = document.querySelector("cr-checkout")');
  save(folder, slot);
  await page.getByText('Twelve percent goes to the lighthouse.').waitFor();
  assert.equal(await page.evaluate('checkout === document.querySelector("cr-checkout")'), keeps);
  if (!keeps) await choose();
  await shop.continue();
  await shop.fillEmail('ana@example.com');
  await shop.checkDetails();
  const orderId = await shop.createOrder();

  save(folder, listener);
  await page.getByText(/^(About us|Thirteen percent .*)$/).waitFor();
  await shop.waitForStep('payment');
  await shop.acknowledge();
  const orders = site.sandbox.orders();
  assert.equal(orders.length, 1);
  site.sandbox.control(orders[0]!.order_id, 'pay');
  site.sandbox.pass(2500);
  await page.getByText(`Order ${orderId} has arrived.`).waitFor();
  assert.ok((await shop.reveal()).every(code => code.length > 3));
  const done = (await events()).filter(({type}) => type === 'cr-done');
  assert.deepEqual(
    done.map(({detail}) => detail),
    [{orderId}],
  );
  assert.equal(await page.evaluate('window.isSamePage'), true);
}
