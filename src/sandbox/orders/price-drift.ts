import type {ScenarioEffects} from '../scenarios/scenario.js';

/** Basis points by which validations and orders cost more than the price, where a scenario asks for it. */
export interface PriceDrift {
  /** Counts a validation of the buyer and returns its drift. */
  forValidation(buyer: string | undefined, effects: ScenarioEffects): number;
  /** Returns the drift of an order, which costs what the buyer's last validation said unless the scenario adds to it. */
  forOrder(buyer: string | undefined, effects: ScenarioEffects): number;
  clear(): void;
}

/** Validations after these cost no more. */
const risingValidations = 3;

export function createPriceDrift(): PriceDrift {
  const validations = new Map<string, number>();
  const drift = ({totalsAbovePrice = 0, risePerValidation = 0}: ScenarioEffects, count: number) =>
    totalsAbovePrice + risePerValidation * Math.min(count, risingValidations);
  return {
    forValidation(buyer = '', effects) {
      const count = (validations.get(buyer) ?? 0) + 1;
      if (effects.risePerValidation) validations.set(buyer, count);
      return drift(effects, count);
    },
    forOrder: (buyer = '', effects) =>
      drift(effects, validations.get(buyer) ?? 0) + (effects.orderAboveValidation ?? 0),
    clear: () => validations.clear(),
  };
}
