/** Types of `<cr-checkout>` in Vue's templates: `import type {} from 'cr-checkout/vue'`. They register nothing. */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {CheckoutProperties} from './elements/attributes.js';
import type {CheckoutEventMap} from './elements/checkout-events.js';
import type {CrCheckout} from './elements/cr-checkout.js';

/** Allows `data-test`, which vue-tsc reads as `dataTest` like every attribute, unless its option `dataAttributes` is set. */
type DataAttributes = {[name: `data${Capitalize<string>}` | `data-${string}`]: unknown};

/** Describes the tag to Vue's compiler: it alone reads `$props` and `$emit`, which no element has. */
export type CheckoutComponent = new () => CrCheckout & {
  /** Attributes and properties; in a template `proxy-url` and `proxyUrl` are the same. */
  $props: Omit<HTMLAttributes, keyof CheckoutProperties> &
    CheckoutProperties & {proxyUrl: string} & DataAttributes &
    PublicProps;
  $emit: EmitFn<{[Name in keyof CheckoutEventMap]: (event: CheckoutEventMap[Name]) => void}>;
};

declare module 'vue' {
  interface HTMLAttributes {
    /** Slot of a custom element; Vue's own slots have another syntax. */
    slot?: string | undefined;
  }

  interface GlobalComponents {
    'cr-checkout': CheckoutComponent;
  }
}
