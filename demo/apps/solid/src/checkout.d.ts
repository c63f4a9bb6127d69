import type {CheckoutAttributes, CheckoutEventMap, CheckoutProperties} from 'cr-checkout';
import type {} from 'solid-js';

type Properties = {[Name in keyof CheckoutProperties as `prop:${Name}`]?: CheckoutProperties[Name]};
type Listeners = {
  [Name in keyof CheckoutEventMap as `on:${Name}`]?: (event: CheckoutEventMap[Name]) => void;
};

declare module 'solid-js' {
  // biome-ignore lint/style/noNamespace: this is how Solid names its elements.
  namespace JSX {
    interface IntrinsicElements {
      'cr-checkout': HTMLAttributes<HTMLElement> & CheckoutAttributes & Properties & Listeners;
    }
  }
}
