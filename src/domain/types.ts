/** Kinds of products. `other` is one that the API has and this version has no words for. */
export type ProductKind = 'giftcard' | 'topup' | 'esim' | 'other';

/** A brand that a buyer can pick in the first step, once however many groups list it. */
export interface Brand {
  /** Identity within a country. */
  readonly id: string;
  /** `brand_name` of an order: the row's `brand`, else its `family`. */
  readonly name: string;
  /** `family_name` by which products are listed; several brands can share one. */
  readonly family: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly kind: ProductKind;
  /** Every category the brand is listed under, in the API's words; never empty. */
  readonly categories: readonly string[];
  /** Address to which a size and an extension are appended. */
  readonly logoBaseUrl?: string | undefined;
  /** Background of the logo, `#rgb` or `#rrggbb`. */
  readonly color?: string | undefined;
  /** Labels such as `$10` or `1 GB 3 days`: shown, never calculated with. */
  readonly lowest?: string | undefined;
  readonly highest?: string | undefined;
  readonly outOfStock: boolean;
  readonly popular: boolean;
}

interface ProductBase {
  readonly id: string;
  /** `brand_name` of an order. */
  readonly brandName: string;
  readonly country: string;
  /** Where it is delivered: to an e-mail address, or to a phone number that is topped up. */
  readonly deliveredTo: 'email' | 'phone';
}

/** A row with one price. */
export interface FixedProduct extends ProductBase {
  readonly shape: 'fixed';
  /** `denomination` of an order: the listing's own, verbatim. */
  readonly denomination: string;
  /** The denomination in the words of the buyer's country. */
  readonly label: string;
  /** Decimal string; plans and label-only rows have none. */
  readonly faceValue?: string | undefined;
  readonly currency?: string | undefined;
  /** Coin and amount of the listing's own price; `undefined` where the API gave none. */
  readonly coin?: string | undefined;
  readonly coinAmount?: string | undefined;
}

/** A row whose face value the buyer chooses. All amounts are decimal strings. */
export interface RangeProduct extends ProductBase {
  readonly shape: 'range';
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly suggested?: string | undefined;
  readonly currency: string;
}

export type Product = FixedProduct | RangeProduct;

/** Texts about a brand, to be read before paying: HTML from outside, only ever rendered by `richText`. */
export interface BrandTexts {
  readonly description?: string | undefined;
  readonly howToRedeem?: string | undefined;
  readonly terms?: string | undefined;
  /** Terms in plain text, where there are no others. */
  readonly plainTerms?: string | undefined;
  readonly note?: string | undefined;
  /** Where it can be redeemed. */
  readonly geo?: string | undefined;
  /** Language of the texts, in the API's word. */
  readonly locale?: string | undefined;
}

/** The products of one brand of a family. */
export interface ProductGroup {
  readonly brandId?: string | undefined;
  readonly brandName: string;
  readonly family?: string | undefined;
  readonly outOfStock: boolean;
  readonly about: BrandTexts;
  readonly products: readonly Product[];
}

/** A token's contract, as the API gives it. */
export interface Contract {
  readonly address: string;
  /** 0 to 36. */
  readonly decimals?: number | undefined;
  readonly symbol?: string | undefined;
}

export interface Network {
  /** The API's word, sent back verbatim. */
  readonly name: string;
  readonly label: string;
  /** Smallest payment in coin, a decimal string. */
  readonly minimum?: string | undefined;
  readonly contract?: Contract | undefined;
  /** EIP-155 id, of an EVM chain. */
  readonly chainId?: string | undefined;
  /** The network's own coin. */
  readonly baseToken?: string | undefined;
  /** Address of a picture. */
  readonly logoUrl?: string | undefined;
}

export interface Coin {
  readonly name: string;
  readonly logoUrl?: string | undefined;
  /** Never empty. */
  readonly networks: readonly Network[];
}

/** The price of a product in a coin, with everything that it is for. */
export interface Quote {
  readonly brand: Brand;
  readonly product: Product;
  /** Face value of a single product, a decimal string, where the product has one. */
  readonly faceValue?: string | undefined;
  readonly currency?: string | undefined;
  readonly coin: string;
  readonly network: Network;
  /** Other networks that the coin can be sent on. */
  readonly alternatives?: readonly Network[] | undefined;
  /** Coin amount for the whole quantity, a decimal string. */
  readonly coinAmount: string;
  /** How many of the product, 1 to 10. Default 1. */
  readonly quantity?: number | undefined;
}

/** Where an order is delivered and confirmed. */
export interface Recipient {
  readonly email: string;
  /** E.164, only for products delivered to a phone. */
  readonly phone?: string | undefined;
  /** Only where the API asks for it. */
  readonly fullName?: string | undefined;
  readonly refundAddress?: string | undefined;
}

/** Everything that a validation and an order are made from. */
export interface OrderRequest {
  readonly quote: Quote;
  readonly recipient: Recipient;
  readonly language: string;
  readonly utmSource?: string | undefined;
}

/** A reason why the API refuses an order, with its own code such as `OUT_OF_STOCK`. */
export interface Problem {
  readonly code: string;
}

export interface Validation {
  /** Coin amount to pay, a decimal string; `undefined` where there are problems. */
  readonly coinAmount?: string | undefined;
  readonly problems: readonly Problem[];
}

/** One line of an order. Secrets are present only when it was delivered. */
export interface Delivery {
  readonly state: string;
  readonly brandName: string;
  readonly label: string;
  /** The listing's own words, where the label has others, or the face value of a range product. */
  readonly denomination?: string | undefined;
  readonly country: string;
  readonly deliveredTo: 'email' | 'phone';
  readonly beneficiary?: string | undefined;
  readonly code?: string | undefined;
  /** An https address to redeem at, when the API gives that instead of a code. */
  readonly link?: string | undefined;
  /** An https address of a picture of the code. */
  readonly barcode?: string | undefined;
  /** Activation code that an eSIM is installed with: `LPA:1$address$code` (GSMA SGP.22, 4.1). */
  readonly activation?: string | undefined;
  /** Typed while the eSIM is installed. It may be needed and come by e-mail alone. */
  readonly confirmationCode?: string | undefined;
  readonly needsConfirmationCode?: boolean | undefined;
  readonly serial?: string | undefined;
  readonly securityCode?: string | undefined;
  readonly reference?: string | undefined;
  /** HTML from outside, only ever rendered by `richText`. */
  readonly instructions?: string | undefined;
  readonly failure?: string | undefined;
}

export interface Order {
  readonly id: string;
  /** The API's word, known or not. */
  readonly state: string;
  readonly paymentState?: string | undefined;
  readonly coin?: string | undefined;
  readonly coinAmount?: string | undefined;
  readonly network?: string | undefined;
  /** Address to pay to; a BOLT 11 invoice on Lightning. */
  readonly address?: string | undefined;
  readonly qrText?: string | undefined;
  /** Comment, memo or tag that a payment has to carry. */
  readonly memo?: string | undefined;
  /** Kind of a Stellar memo: `id`, `text`, `hash`. */
  readonly memoType?: string | undefined;
  /** The memo on some chains, and the API's own text on others. */
  readonly memoHint?: string | undefined;
  /** A memo is needed and could not be read: nothing may be paid. */
  readonly isMemoUnclear?: true | undefined;
  /** Coin amount that has arrived so far, a decimal string. */
  readonly received?: string | undefined;
  /** Id of the payment's transaction, in the API's spelling. */
  readonly transaction?: string | undefined;
  /** Confirmations that the transaction has and needs. */
  readonly confirmations?: number | undefined;
  readonly confirmationsNeeded?: number | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt?: number | undefined;
  readonly updatedAt?: number | undefined;
  readonly expiresAt?: number | undefined;
  readonly deliveries: readonly Delivery[];
  /** Secret that opens what is delivered; in the response that created the order alone, and dropped from there. */
  readonly key?: string | undefined;
  /**
   * Why the lines are without what was delivered: the proxy withheld it because the order's key was not sent with the
   * request, or it was dropped here and has to be read again.
   */
  readonly delivered?: 'withheld' | 'unread' | undefined;
}
