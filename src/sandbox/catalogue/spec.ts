/** How a country's shelf is written down; `build.ts` turns it into brands and products. All names are invented. */
export interface CountrySpec {
  readonly currency: string;
  /** Calling code without plus, and how many digits may follow it. */
  readonly phone: {readonly prefix: string; readonly digits: readonly [min: number, max: number]};
  readonly brands: readonly BrandSpec[];
}

export interface BrandSpec extends BrandTraits {
  readonly name: string;
  readonly category: string;
  readonly color: string;
  readonly offers: readonly Offer[];
}

export interface BrandTraits {
  /** Brands that share a family are answered together; the family is the brand's name unless said. */
  readonly family?: string;
  readonly kind?: 'giftcard' | 'mobile_recharge' | 'nft_giftcard';
  /** Further categories; the row repeats in the group of each. */
  readonly also?: readonly string[];
  readonly popular?: boolean;
  /** `out`: out of stock. `ghost`: listed with no products. `absent`: listed, and unknown to the product list. */
  readonly stock?: 'out' | 'ghost' | 'absent';
  /** What stands for `min` and `max` on the row; by default drawn from the products, missing when out of stock. */
  readonly labels?: readonly [min: string, max: string];
  /** Listed in the group whose category is null. */
  readonly ungrouped?: boolean;
  /** Name of the logo file where it is not the plain slug of the name. */
  readonly slug?: string;
  /** `none`: the row names no logo. `lost`: it names one, and there is nothing at the address. */
  readonly logoFile?: 'none' | 'lost';
  /** Tells it from another brand of the same name: its ids follow from this. */
  readonly twin?: string;
  /** `coin/network` pairs that this brand's supplier does not take. */
  readonly refuses?: readonly string[];
  /** Sold only to customers who are logged in (electronic money). */
  readonly loginOnly?: boolean;
}

export type DeliveryType = 'by_email' | 'by_phone';

export type Offer = RangeOffer | FixedOffer | PlanOffer;

export interface RangeOffer {
  readonly type: 'range';
  readonly currency: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly standard: string;
  readonly delivery: DeliveryType;
}

export interface FixedOffer {
  readonly type: 'fixed';
  readonly currency: string;
  readonly amounts: readonly string[];
  /** `code` is "10 USD", `sign` is "€10", `pin` is "10 EUR - PIN". */
  readonly style: 'code' | 'sign' | 'pin';
  readonly delivery: DeliveryType;
}

export interface PlanOffer {
  readonly type: 'plan';
  readonly currency: string;
  readonly rows: readonly Plan[];
  readonly delivery: DeliveryType;
}

/** What is sold, what it costs, and the gigabytes in it where it is a data plan ("-1" is without limit). */
export type Plan = readonly [denomination: string, price: string, gigabytes?: string];

export function brand(
  name: string,
  category: string,
  color: string,
  offers: Offer | readonly Offer[],
  traits: BrandTraits = {},
): BrandSpec {
  return {name, category, color, offers: [offers].flat(), ...traits};
}

/** Any amount between two ends. */
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

/** A few amounts and no others. */
export function fixed(currency: string, ...amounts: readonly (number | string)[]): FixedOffer {
  return {type: 'fixed', currency, amounts: amounts.map(String), style: 'code', delivery: 'by_email'};
}

/** Things named by what they are, not by money. */
export function plans(currency: string, ...rows: readonly Plan[]): PlanOffer {
  return {type: 'plan', currency, rows, delivery: 'by_email'};
}

/** The same offer, sent straight to a phone number. */
export function byPhone<Kind extends Offer>(offer: Kind): Kind {
  return {...offer, delivery: 'by_phone'};
}

export function styled(offer: FixedOffer, style: FixedOffer['style']): FixedOffer {
  return {...offer, style};
}
