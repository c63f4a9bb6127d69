/** Types of `<cr-checkout>` in Svelte 5: `import type {} from 'cr-checkout/svelte'`. They register nothing. */
import type {HTMLAttributes} from 'svelte/elements';
import type {CheckoutAttributes, CheckoutProperties} from './elements/attributes.js';
import type {CheckoutEventMap} from './elements/checkout-events.js';
import type {CrCheckout} from './elements/cr-checkout.js';

/** Listeners as attributes: Svelte 5 listens to what follows `on`, so `oncr-done` is for `cr-done`. */
export type CheckoutEventAttributes = {
  [Name in keyof CheckoutEventMap as `on${Name}`]?:
    | ((event: CheckoutEventMap[Name]) => void)
    | undefined
    | null;
};

/** Forbids `false`: Svelte writes `lock-country={false}` as `lock-country="false"`, which is on. `lockCountry` takes it. */
type Written<Value> = boolean extends Value ? true | '' | null | undefined : Value;

type WrittenAttributes = {
  [Name in keyof CheckoutAttributes]?: Written<CheckoutAttributes[Name]>;
};

type ProxyUrl = {proxyUrl: string} | {'proxy-url': string};

/** Attributes of `<cr-checkout>` in a Svelte component. */
export type CheckoutElementAttributes = Omit<HTMLAttributes<CrCheckout>, keyof CheckoutProperties> &
  CheckoutProperties &
  WrittenAttributes &
  CheckoutEventAttributes &
  ProxyUrl;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'cr-checkout': CheckoutElementAttributes;
  }
}
