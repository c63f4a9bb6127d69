import type {Page} from 'playwright-core';
import {Shop, type ShopState} from '../e2e/support/shop.js';

/** Plays a buyer who does not give up: presses "try again" for as long as it is offered. */
export class Buyer {
  readonly shop: Shop;
  #page: Page;
  #patience: number;

  constructor(page: Page, patience = 60_000) {
    this.#page = page;
    this.#patience = patience;
    this.shop = new Shop(page);
  }

  /** Goes from the brands to the payment step; returns the order's id as the page has it. */
  async order(email: string): Promise<string> {
    await this.chooseBrand();
    await this.chooseAmount();
    await this.giveEmail(email);
    await this.confirm();
    const {orderId} = await this.shop.state();
    if (!orderId) throw new Error('The payment step has no order id.');
    return orderId;
  }

  /** Picks the brand, unless the page has preselected it. */
  async chooseBrand() {
    await this.until(async () => (await this.state()).step === 'quote' || (await this.#brand.count()) > 0);
    if ((await this.state()).step === 'brand') await this.#brand.click();
    await this.shop.waitForStep('quote');
  }

  async chooseAmount() {
    const choice = this.shop.root
      .locator('label:has([part~="denomination"])')
      .filter({hasText: '$25'})
      .first();
    const either = choice.or(this.shop.part('denomination').filter({hasText: '$25'})).first();
    await this.until(async () => (await either.count()) > 0);
    await either.click();
    await this.until(async () => (await this.shop.part('total').count()) > 0 && (await this.#canSubmit()));
    await this.shop.continue();
    await this.shop.waitForStep('details');
  }

  /** Enters the e-mail address, and validates the details. */
  async giveEmail(email: string) {
    await this.shop.fillEmail(email);
    await this.shop.continue();
    await this.until(async () => (await this.shop.part('summary').count()) > 0);
  }

  /** Confirms the summary and waits for the order. */
  async confirm() {
    await this.shop.continue();
    await this.until(async () => (await this.state()).step === 'payment');
  }

  /** Waits for the order to be in a state on this page. */
  async sees(orderState: string) {
    await this.until(async () => (await this.state()).orderState === orderState);
  }

  state(): Promise<ShopState> {
    return this.shop.state();
  }

  /** Presses "try again" wherever it is offered until a condition holds; throws when patience ends. */
  async until(isThere: () => Promise<boolean>) {
    const deadline = Date.now() + this.#patience;
    while (!(await isThere())) {
      if (Date.now() > deadline) throw new Error(`The buyer gave up. On screen: ${await this.#screen()}`);
      const retry = this.shop.part('retry').first();
      if (await retry.isVisible()) await retry.click({timeout: 500}).catch(() => {});
      await this.#page.waitForTimeout(100);
    }
  }

  get #brand() {
    return this.shop.part('brand').filter({hasText: 'Voltaic'}).first();
  }

  async #canSubmit(): Promise<boolean> {
    const submit = this.shop.part('submit').first();
    return (await submit.count()) > 0 && (await submit.getAttribute('aria-disabled')) !== 'true';
  }

  async #screen(): Promise<string> {
    const texts = [this.shop.part('step'), this.shop.part('error')].map(part => part.allInnerTexts());
    return (await Promise.all(texts)).flat().join(' ');
  }
}
