/** A country's shelf as it is written by hand. `shelf.ts` builds brands and products from it. All names are invented. */
export interface CountrySpec {
  /** ISO 4217. */
  readonly currency: string;
  /** Calling code without the plus, and how many digits may follow it. */
  readonly phone: {readonly prefix: string; readonly digits: readonly [min: number, max: number]};
  readonly brands: readonly BrandSpec[];
}

export interface BrandSpec extends BrandTraits {
  readonly name: string;
  readonly category: string;
  /** Background of the logo: `#` and three or six hexadecimal digits. */
  readonly color: string;
  readonly offers: readonly Offer[];
}

export interface BrandTraits {
  /** Brands of one family are listed together. Default: the brand's name. */
  readonly family?: string;
  /** Default: `giftcard`. */
  readonly kind?: BrandKind;
  /** Further categories; the row repeats in the group of each. */
  readonly also?: readonly string[];
  readonly popular?: boolean;
  /** `out`: out of stock. `ghost`: listed without products. `absent`: listed, and unknown to the product listing. */
  readonly stock?: 'out' | 'ghost' | 'absent';
  /** `min` and `max` of the row. Default: the lowest and highest product, or nothing when out of stock. */
  readonly labels?: readonly [min: string, max: string];
  /** Listed in the group whose category is `null`. */
  readonly ungrouped?: boolean;
  /** Name of the logo file. Default: a slug of the name. */
  readonly slug?: string;
  /** `none`: the row has no logo. `lost`: the row has one, and its address is a 404. */
  readonly logoFile?: 'none' | 'lost';
  /** Distinguishes a brand from another of the same name: its ids follow from it. */
  readonly twin?: string;
  /** `coin/network` pairs that the brand's supplier refuses. */
  readonly refuses?: readonly string[];
  /** Sold only to customers who are logged in (electronic money). */
  readonly loginOnly?: boolean;
}

export type BrandKind = 'giftcard' | 'mobile_recharge' | 'nft_giftcard';

export type DeliveryType = 'by_email' | 'by_phone';

export type Offer = RangeOffer | FixedOffer | PlanOffer;

/** Any amount between two limits. Amounts are decimal strings. */
export interface RangeOffer {
  readonly type: 'range';
  readonly currency: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  /** The default amount, with one decimal place as on the wire. */
  readonly standard: string;
  readonly delivery: DeliveryType;
}

/** A few amounts and no others. */
export interface FixedOffer {
  readonly type: 'fixed';
  readonly currency: string;
  readonly amounts: readonly string[];
  /** How a denomination is spelled: `code` is "10 USD", `sign` is "€10", `pin` is "10 EUR - PIN". */
  readonly style: 'code' | 'sign' | 'pin';
  readonly delivery: DeliveryType;
}

/** Products named by their content instead of an amount of money, such as "1 GB 7 days". */
export interface PlanOffer {
  readonly type: 'plan';
  readonly currency: string;
  readonly rows: readonly Plan[];
  readonly delivery: DeliveryType;
}

/** Denomination, price, and the gigabytes of a data plan ("-1" is unlimited). */
export type Plan = readonly [denomination: string, price: string, gigabytes?: string];
