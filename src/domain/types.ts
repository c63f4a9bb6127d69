/** What is sold. `other` is a kind that the API has and we have no special words for. */
export type ProductKind = 'giftcard' | 'topup' | 'esim' | 'other';

/** Something a buyer can pick in the first step, de-duplicated over the listing's groups. */
export interface Brand {
  /** Identity within a country. */
  readonly id: string;
  /** What an order names: the row's `brand`, else its `family`. */
  readonly name: string;
  /** What products are listed by; several brands can share one. */
  readonly family: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly kind: ProductKind;
  /** Every category the brand is listed under, the API's words; never empty. */
  readonly categories: readonly string[];
  /** Address to which a size and an extension are appended, or nothing. */
  readonly logoBaseUrl?: string | undefined;
  /** `#rgb` or `#rrggbb` that the logo is meant to stand on. */
  readonly color?: string | undefined;
  /** Labels such as `$10` or `1 GB 3 days`, to be shown and never to be calculated with. */
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
  /** Who receives it: an e-mail address, or a phone number that is topped up. */
  readonly deliveredTo: 'email' | 'phone';
}

/** A row with one price. */
export interface FixedProduct extends ProductBase {
  readonly shape: 'fixed';
  /** The listing's `denomination`, verbatim: what an order names. */
  readonly denomination: string;
  /** The same in the words of the buyer's country. */
  readonly label: string;
  /** Decimal string; plans and label-only rows have none. */
  readonly faceValue?: string | undefined;
  readonly currency?: string | undefined;
  /** Coin and amount of the listing's own price: absent when the API gave none. */
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

/** What there is to read about a brand before paying: HTML from outside, only ever rendered through our own templates. */
export interface BrandTexts {
  readonly description?: string | undefined;
  readonly howToRedeem?: string | undefined;
  readonly terms?: string | undefined;
  /** Terms that are plain text, where there are no others. */
  readonly plainTerms?: string | undefined;
  readonly note?: string | undefined;
  /** Where it can be redeemed. */
  readonly geo?: string | undefined;
  /** Language of the texts in the API's word. */
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

/** What a choice of product and coin costs. */
export interface Quote {
  readonly brand: Brand;
  readonly product: Product;
  /** Decimal string of the face value of one, where the product has one. */
  readonly faceValue?: string | undefined;
  readonly currency?: string | undefined;
  readonly coin: string;
  readonly network: Network;
  /** Other networks that the coin can be sent on. */
  readonly alternatives?: readonly Network[] | undefined;
  /** For all of them together. */
  readonly coinAmount: string;
  /** How many of the product, 1 to 10; 1 where it is not said. */
  readonly quantity?: number | undefined;
}

/** Who receives what was bought, and who is told about it. */
export interface Recipient {
  readonly email: string;
  /** E.164, only for products delivered to a phone. */
  readonly phone?: string | undefined;
  /** Only where the API asks for it. */
  readonly fullName?: string | undefined;
  readonly refundAddress?: string | undefined;
}

/** What validation and order creation are asked for, in our own words. */
export interface OrderRequest {
  readonly quote: Quote;
  readonly recipient: Recipient;
  readonly language: string;
  readonly utmSource?: string | undefined;
}

/** A reason why the API will not sell this, with its own code such as `OUT_OF_STOCK`. */
export interface Problem {
  readonly code: string;
}

export interface Validation {
  /** What the buyer will pay; absent when there are problems. */
  readonly coinAmount?: string | undefined;
  readonly problems: readonly Problem[];
}

/** One line of an order. Secrets are present only when it was delivered. */
export interface Delivery {
  readonly state: string;
  readonly brandName: string;
  readonly label: string;
  readonly country: string;
  readonly deliveredTo: 'email' | 'phone';
  readonly beneficiary?: string | undefined;
  readonly code?: string | undefined;
  /** An https address to redeem at, when the API gives that instead of a code. */
  readonly link?: string | undefined;
  /** An https address of a picture of the code. */
  readonly barcode?: string | undefined;
  /** What an eSIM is installed with: `LPA:1$address$code` (GSMA SGP.22, 4.1). */
  readonly activation?: string | undefined;
  readonly serial?: string | undefined;
  readonly securityCode?: string | undefined;
  readonly reference?: string | undefined;
  /** HTML from outside: only ever rendered through our own templates. */
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
  /** Where to pay: an address, or a BOLT11 invoice on Lightning. */
  readonly address?: string | undefined;
  readonly qrText?: string | undefined;
  /** Comment, memo or tag that a payment has to carry. */
  readonly memo?: string | undefined;
  /** Coin amount that has arrived so far, a decimal string. */
  readonly received?: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt?: number | undefined;
  readonly updatedAt?: number | undefined;
  readonly expiresAt?: number | undefined;
  readonly deliveries: readonly Delivery[];
}
