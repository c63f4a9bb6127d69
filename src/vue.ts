/** The types of `<cr-checkout>` in Vue's templates: `import type {} from 'cr-checkout/vue'`. They register nothing. */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {CheckoutProperties} from './elements/attributes.js';
import type {CheckoutEventMap} from './elements/checkout-events.js';
import type {CrCheckout} from './elements/cr-checkout.js';

/** `data-test` is `dataTest` to vue-tsc, as every attribute is in camelCase, unless its option `dataAttributes` says otherwise. */
type DataAttributes = {[name: `data${Capitalize<string>}` | `data-${string}`]: unknown};

/** What Vue's compiler checks a tag against: `$props` and `$emit` are read by it alone, and are on no element. */
export type CheckoutComponent = new () => CrCheckout & {
  /** Attributes and properties; in a template `proxy-url` and `proxyUrl` are the same. */
  $props: Omit<HTMLAttributes, keyof CheckoutProperties> &
    CheckoutProperties & {proxyUrl: string} & DataAttributes &
    PublicProps;
  $emit: EmitFn<{[Name in keyof CheckoutEventMap]: (event: CheckoutEventMap[Name]) => void}>;
};

declare module 'vue' {
  interface HTMLAttributes {
    /** Which slot of a custom element this stands in; Vue's own slots have another syntax. */
    slot?: string | undefined;
  }

  interface GlobalComponents {
    'cr-checkout': CheckoutComponent;
  }
}
