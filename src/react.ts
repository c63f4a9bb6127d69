/**
 * Types of `<cr-checkout>` in JSX, for React 19: `import type {} from 'cr-checkout/react'`. They register nothing. TypeScript
 * accepts every unknown attribute with a hyphen: write properties in camelCase, or check an object,
 * `{...({'oncr-done': listen} satisfies CheckoutEventProps)}`.
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {CheckoutAttributes, CheckoutProperties} from './elements/attributes.js';
import type {CheckoutEventMap} from './elements/checkout-events.js';
import type {CrCheckout} from './elements/cr-checkout.js';

/** Listeners as props: React 19 listens to what follows `on`, so `oncr-done` is for `cr-done`. */
export type CheckoutEventProps = {
  [Name in keyof CheckoutEventMap as `on${Name}`]?: ((event: CheckoutEventMap[Name]) => void) | undefined;
};

/** Requires the URL of the proxy, without which nothing is sold, under one name or the other. */
type ProxyUrl = {proxyUrl: string} | {'proxy-url': string};

/** Props of `<cr-checkout>` in JSX. */
export type CheckoutElementProps = DetailedHTMLProps<
  Omit<HTMLAttributes<CrCheckout>, keyof CheckoutProperties>,
  CrCheckout
> &
  CheckoutProperties &
  CheckoutAttributes &
  CheckoutEventProps &
  ProxyUrl;

declare module 'react' {
  // biome-ignore lint/style/noNamespace: React names the tags of JSX so
  namespace JSX {
    interface IntrinsicElements {
      'cr-checkout': CheckoutElementProps;
    }
  }
}
