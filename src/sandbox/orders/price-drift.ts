/** Basis points by which the total of validations and orders is above the price, where the buyer's e-mail asks for it. */
export interface PriceDrift {
  /** For one more validation. */
  validation(buyer: string | undefined, scenario: ReadonlySet<string>): number;
  /** For an order, which costs what the last validation said. */
  order(buyer: string | undefined, scenario: ReadonlySet<string>): number;
  clear(): void;
}

const moved = 200;
const step = 100;
const steps = 3;

export function createPriceDrift(): PriceDrift {
  const validations = new Map<string, number>();
  const drift = (scenario: ReadonlySet<string>, count: number) =>
    (scenario.has('price-moved') ? moved : 0) +
    (scenario.has('price-moving') ? step * Math.min(count, steps) : 0);
  return {
    validation(buyer = '', scenario) {
      const count = (validations.get(buyer) ?? 0) + 1;
      if (scenario.has('price-moving')) validations.set(buyer, count);
      return drift(scenario, count);
    },
    order: (buyer = '', scenario) =>
      drift(scenario, validations.get(buyer) ?? 0) + (scenario.has('order-moved') ? moved : 0),
    clear: () => validations.clear(),
  };
}
