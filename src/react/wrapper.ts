'use client';

/** `<CrCheckout>` for React 18, and for pages that React renders on a server: there React 19 sets no properties and listeners. */
import {createComponent} from '@lit/react';
import * as React from 'react';
import type {CheckoutProperties} from '../elements/attributes.js';
import type {CheckoutEventMap} from '../elements/checkout-events.js';
import {CrCheckout as Element} from '../index.js';

/** `cr-step-change` is `onCrStepChange`. */
type HandlerName<Name extends string> = `on${Pascal<Name>}`;
type Pascal<Words extends string> = Words extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Words>;

const events = {
  onCrReady: 'cr-ready',
  onCrStepChange: 'cr-step-change',
  onCrQuote: 'cr-quote',
  onCrBeforeOrder: 'cr-before-order',
  onCrOrderCreated: 'cr-order-created',
  onCrOrderChange: 'cr-order-change',
  onCrDone: 'cr-done',
  onCrOrderFailed: 'cr-order-failed',
  onCrError: 'cr-error',
} satisfies {[Name in keyof CheckoutEventMap as HandlerName<Name>]: Name};

/** Its events as props: `onCrDone` for `cr-done`. */
export type CheckoutHandlers = {
  [Name in keyof CheckoutEventMap as HandlerName<Name>]?:
    | ((event: CheckoutEventMap[Name]) => void)
    | undefined;
};

export type CrCheckoutProps = Omit<React.HTMLAttributes<Element>, keyof CheckoutProperties> &
  CheckoutProperties &
  CheckoutHandlers & {proxyUrl: string};

type OwnProps = CrCheckoutProps & React.RefAttributes<Element>;

/** TypeScript lets every JSX attribute with a hyphen pass, known or not. A generic component sees the names, and forbids the others. */
type NothingElse<Props> = {[Name in Exclude<keyof Props, keyof OwnProps | `data-${string}`>]: never};

/** What `createComponent` makes, but that it takes no prop that there is not. */
export interface CrCheckoutComponent extends Omit<React.ForwardRefExoticComponent<OwnProps>, never> {
  <Props extends OwnProps>(props: Props & NothingElse<Props>): React.ReactElement | null;
}

// A server registers no elements, and without that Lit would not have made the properties that are not to become attributes.
void Element.observedAttributes;

/** The element as a component; its `ref` is the element itself. Importing it registers the tag. */
export const CrCheckout = createComponent({
  react: React,
  tagName: 'cr-checkout',
  elementClass: Element,
  events,
}) as CrCheckoutComponent;
