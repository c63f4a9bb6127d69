import type {BrandSpec, BrandTraits, FixedOffer, Offer, Plan, PlanOffer, RangeOffer} from './spec.js';

/** Traits of a brand that tops up phones. */
export const topup = {kind: 'mobile_recharge'} as const satisfies BrandTraits;

/** Describes a brand of a country's shelf. */
export function brand(
  name: string,
  category: string,
  color: string,
  offers: Offer | readonly Offer[],
  traits: BrandTraits = {},
): BrandSpec {
  return {name, category, color, offers: [offers].flat(), ...traits};
}

/** Sells any amount from `min` to `max` in steps, by e-mail. */
export function range(currency: string, min: number, max: number, step: number, standard = max): RangeOffer {
  return {
    type: 'range',
    currency,
    min: String(min),
    max: String(max),
    step: String(step),
    standard: standard.toFixed(1),
    delivery: 'by_email',
  };
}

/** Sells a few amounts, by e-mail. */
export function fixed(currency: string, ...amounts: readonly (number | string)[]): FixedOffer {
  return {type: 'fixed', currency, amounts: amounts.map(String), style: 'code', delivery: 'by_email'};
}

/** Sells plans, by e-mail. */
export function plans(currency: string, ...rows: readonly Plan[]): PlanOffer {
  return {type: 'plan', currency, rows, delivery: 'by_email'};
}

/** Delivers an offer to a phone number instead. */
export function byPhone<Kind extends Offer>(offer: Kind): Kind {
  return {...offer, delivery: 'by_phone'};
}

/** Spells the denominations of an offer in another style. */
export function styled(offer: FixedOffer, style: FixedOffer['style']): FixedOffer {
  return {...offer, style};
}
