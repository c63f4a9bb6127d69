import type {Fetch} from '../api/request-json.js';
import type {MessageOverrides} from '../locales/overrides.js';

/** Colours of the element; `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark';

/** What a page sets as an attribute, under the names of the properties. A bad value is ignored, and `cr-error` names it. */
export interface CheckoutAttributeProperties {
  /** Base of your proxy, absolute or relative to the page. Without it the element says what is missing. */
  proxyUrl?: string | undefined;
  /** Template of the order's event stream; `{orderId}` is replaced. Default: the proxy's own route. */
  subscribeUrl?: string | undefined;
  /** Country of the catalogue, ISO 3166-1 alpha-2. Default: the region of the browser's language, else `US`. */
  country?: string | undefined;
  /** The buyer cannot change the country. */
  lockCountry?: boolean | undefined;
  /** Name of a brand: the checkout opens on its amounts. */
  brand?: string | undefined;
  /** Face value that is chosen already, a decimal number as text, such as `50`. */
  amount?: string | undefined;
  /** Coin that is chosen already. Default: `USDC` where it is on offer. */
  coin?: string | undefined;
  /** Network that is chosen already. Default: `Solana` where it is on offer. */
  network?: string | undefined;
  /** What is sold, separated by spaces: `giftcard`, `topup`, `esim`. Default: all. */
  kinds?: string | undefined;
  /** The buyer's e-mail address, filled in. */
  email?: string | undefined;
  /** Opens on this order. */
  orderId?: string | undefined;
  /** Where the API sends refunds to. */
  refundAddress?: string | undefined;
  /** Where the order comes from, for your reports. Default: the page's host name. */
  utmSource?: string | undefined;
  /** Default: `auto`. */
  theme?: Theme | undefined;
  /** Where the buyer gets help: http(s) or mailto. Default: Cryptorefills' own. */
  supportUrl?: string | undefined;
  /** Terms of service. Default: Cryptorefills' own. */
  termsUrl?: string | undefined;
  /** Do not remember an open order in this browser. */
  noResume?: boolean | undefined;
}

/** Everything that a page can set on `<cr-checkout>`, besides what every HTML element takes. */
export interface CheckoutProperties extends CheckoutAttributeProperties {
  /** Replaces the page's fetch; hand it the sandbox to try the element without a server. */
  fetch?: Fetch | undefined;
  /** Texts of the page's own in place of the element's. */
  messages?: MessageOverrides | undefined;
}

/** `proxyUrl` is `proxy-url`. */
export type AttributeName<Property extends string> = Property extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${AttributeName<Rest>}`
  : '';

/** The same as attributes: `proxy-url` and so on. */
export type CheckoutAttributes = {
  [Property in keyof CheckoutAttributeProperties as AttributeName<Property>]: CheckoutAttributeProperties[Property];
};
