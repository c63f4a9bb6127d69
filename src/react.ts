/**
 * The types of `<cr-checkout>` in JSX, for React 19: `import type {} from 'cr-checkout/react'`. They register nothing. TypeScript
 * lets every attribute of a tag pass that has a hyphen and that it does not know: write properties in camelCase, or have an object
 * checked, `{...({'oncr-done': listen} satisfies CheckoutEventProps)}`.
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {CheckoutAttributes, CheckoutProperties} from './elements/attributes.js';
import type {CheckoutEventMap} from './elements/checkout-events.js';
import type {CrCheckout} from './elements/cr-checkout.js';

/** React 19 listens to what follows `on`: `oncr-done` to `cr-done`. */
export type CheckoutEventProps = {
  [Name in keyof CheckoutEventMap as `on${Name}`]?: ((event: CheckoutEventMap[Name]) => void) | undefined;
};

/** A checkout without a proxy sells nothing: its URL is asked for under one name or the other. */
type ProxyUrl = {proxyUrl: string} | {'proxy-url': string};

/** The props of `<cr-checkout>` in JSX. */
export type CheckoutElementProps = DetailedHTMLProps<
  Omit<HTMLAttributes<CrCheckout>, keyof CheckoutProperties>,
  CrCheckout
> &
  CheckoutProperties &
  CheckoutAttributes &
  CheckoutEventProps &
  ProxyUrl;

declare module 'react' {
  // biome-ignore lint/style/noNamespace: React's own name for the tags of JSX
  namespace JSX {
    interface IntrinsicElements {
      'cr-checkout': CheckoutElementProps;
    }
  }
}
