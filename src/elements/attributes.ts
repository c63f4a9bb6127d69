import type {CrCheckout} from './cr-checkout.js';
import type {RawSettings} from './read-attributes.js';

/** Properties of the class as a page sets them: each may be left out, or be `undefined`. */
type Settable<Name extends keyof CrCheckout> = {
  [Key in keyof Pick<CrCheckout, Name>]?: CrCheckout[Key] | undefined;
};

/** Colours of the element; `auto` follows the device. */
export type Theme = CrCheckout['theme'];

/** Attributes under the names of their properties. A bad value is ignored, and `cr-error` names it. */
export type CheckoutAttributeProperties = Settable<keyof RawSettings>;

/** Everything that a page can set on `<cr-checkout>`, besides what every HTML element takes. */
export type CheckoutProperties = Settable<
  keyof RawSettings | 'fetch' | 'headers' | 'credentials' | 'messages' | 'orderKey'
>;

/** Name of the attribute of a property: `proxy-url` for `proxyUrl`. */
export type AttributeName<Property extends string> = Property extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${AttributeName<Rest>}`
  : '';

/** Attributes under their own names: `proxy-url` and so on. */
export type CheckoutAttributes = {
  [Property in keyof CheckoutAttributeProperties as AttributeName<Property>]: CheckoutAttributeProperties[Property];
};
