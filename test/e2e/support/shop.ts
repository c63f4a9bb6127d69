import type {Frame, Locator, Page} from 'playwright-core';

export type Step = 'brand' | 'quote' | 'details' | 'payment' | 'done';

/** Fields of `element.state`; those that a step does not know yet are missing. */
export interface ShopState {
  readonly step: Step;
  readonly orderId?: string;
  readonly orderState?: string;
  readonly paymentState?: string;
  readonly brand?: string;
  readonly country?: string;
  readonly denomination?: string;
  readonly faceValue?: string;
  readonly currency?: string;
  readonly coin?: string;
  readonly network?: string;
  readonly coinAmount?: string;
}

/** Uses the checkout like a buyer, through the names of its documented parts. */
export class Shop {
  readonly root: Locator;
  readonly #scope: Page | Frame;

  constructor(scope: Page | Frame, selector = 'cr-checkout') {
    this.root = scope.locator(selector);
    this.#scope = scope;
  }

  /** Finds all elements with a part name, in any shadow root of the element. */
  part(name: string): Locator {
    return this.root.locator(`[part~="${name}"]`);
  }

  /** Finds the form control with a part name, or inside an element with it. */
  field(name: string): Locator {
    const control = ':is(input, select, textarea)';
    return this.root.locator(`${control}[part~="${name}"], [part~="${name}"] ${control}`).first();
  }

  async chooseCountry(codeOrName: string): Promise<void> {
    await this.field('country').selectOption(codeOrName);
  }

  async searchBrand(words: string): Promise<void> {
    await this.field('search').fill(words);
  }

  async pickBrand(name: string): Promise<void> {
    await (await this.#choice('brand', name)).click();
    await this.waitForStep('quote');
  }

  async chooseDenomination(label: string): Promise<void> {
    await (await this.#choice('denomination', label)).click();
  }

  async enterAmount(faceValue: string): Promise<void> {
    await this.field('amount').fill(faceValue);
  }

  /** Chooses a coin and a network; a coin with one network may show it as text: leave `network` out then. */
  async payWith(coin: string, network?: string): Promise<void> {
    await this.field('coin').selectOption(coin);
    if (network !== undefined) await this.field('network').selectOption(network);
  }

  async fillEmail(address: string): Promise<void> {
    await this.field('email').fill(address);
  }

  async fillPhone(number: string): Promise<void> {
    await this.field('phone').fill(number);
  }

  async fillName(name: string): Promise<void> {
    await this.field('name').fill(name);
  }

  /** Presses the primary button of the step, once it is enabled. */
  async continue(): Promise<void> {
    await this.part('submit').click();
  }

  async back(): Promise<void> {
    await this.part('back').first().click();
  }

  async retry(): Promise<void> {
    await this.part('retry').first().click();
  }

  /** Validates the details, and waits for the summary before the order. */
  async checkDetails(): Promise<void> {
    await this.continue();
    await this.part('summary').waitFor();
  }

  /** Makes the order from the summary on screen, and returns its id. */
  async createOrder(): Promise<string> {
    await this.part('summary').waitFor();
    await this.continue();
    await this.waitForStep('payment');
    const {orderId} = await this.state();
    if (!orderId) throw new Error('the payment step has no order id');
    return orderId;
  }

  /** Confirms the network, if the coin has several, and waits for the payment details. */
  async acknowledge(): Promise<void> {
    const question = this.part('acknowledge');
    await question.or(this.part('qr')).first().waitFor();
    if (await question.isVisible()) await question.click();
    await this.part('qr').locator('path').first().waitFor();
  }

  /** Reveals the delivered codes, and returns them. */
  async reveal(): Promise<readonly string[]> {
    // What was delivered is read after the stream has said that it is.
    await this.part('reveal').first().waitFor();
    for (const button of await this.part('reveal').all()) await button.click();
    await this.part('code').first().waitFor();
    return (await this.part('code').allInnerTexts()).map(text => text.trim());
  }

  async waitForStep(step: Step): Promise<void> {
    await this.#waitForState('step', step);
  }

  async waitForOrderState(state: string): Promise<void> {
    await this.#waitForState('orderState', state);
  }

  state(): Promise<ShopState> {
    return this.root.evaluate(element => (element as unknown as {state: ShopState}).state);
  }

  async heading(): Promise<string> {
    return this.text('heading');
  }

  /** Returns the error messages on screen. */
  async errors(): Promise<readonly string[]> {
    const texts = await this.part('error').filter({visible: true}).allInnerTexts();
    return texts.map(text => text.trim()).filter(Boolean);
  }

  /** Returns the text of a part, such as `total`, `coin-amount`, `address` or `order-state`. */
  async text(name: string): Promise<string> {
    await this.part(name).first().waitFor();
    const [text = ''] = await this.part(name).allInnerTexts();
    return text.trim();
  }

  /**
   * Finds one of several parts of a name by its words: the one that has them as a text of their own, else the first
   * that has them as whole words, so that `$5` is not `$50`.
   */
  async #choice(part: string, words: string): Promise<Locator> {
    const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const whole = new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d]|[.,]\\d)`, 'u');
    const all = this.part(part).or(this.root.locator(`label:has([part~="${part}"])`));
    const loose = all.filter({hasText: whole});
    await loose.first().waitFor();
    const exact = all.filter({has: this.#scope.getByText(words, {exact: true})});
    return (await exact.count()) > 0 ? exact.first() : loose.first();
  }

  async #waitForState(key: 'step' | 'orderState', value: string): Promise<void> {
    const element = await this.root.elementHandle();
    await this.#scope.waitForFunction(
      ([host, name, wanted]) => (host as unknown as {state: ShopState}).state[name] === wanted,
      [element, key, value] as const,
    );
  }
}
