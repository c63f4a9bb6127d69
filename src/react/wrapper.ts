'use client';

/** `<CrCheckout>` for React 18, and for pages that React renders on a server: there React 19 sets no properties and listeners. */
import {createComponent} from '@lit/react';
import * as React from 'react';
import type {CheckoutProperties} from '../elements/attributes.js';
import type {CheckoutEventMap} from '../elements/checkout-events.js';
import {CrCheckout as Element} from '../index.js';

/** Name of the prop of an event: `onCrStepChange` for `cr-step-change`. */
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

/** Listeners as props: `onCrDone` for `cr-done`. */
export type CheckoutHandlers = {
  [Name in keyof CheckoutEventMap as HandlerName<Name>]?:
    | ((event: CheckoutEventMap[Name]) => void)
    | undefined;
};

export type CrCheckoutProps = Omit<React.HTMLAttributes<Element>, keyof CheckoutProperties> &
  CheckoutProperties &
  CheckoutHandlers & {proxyUrl: string};

type OwnProps = CrCheckoutProps & React.RefAttributes<Element>;

/** Forbids props that do not exist: TypeScript accepts every JSX attribute with a hyphen, but a generic component sees their names. */
type NothingElse<Props> = {[Name in Exclude<keyof Props, keyof OwnProps | `data-${string}`>]: never};

/** The component that `createComponent` makes, with no props but those that exist. */
export interface CrCheckoutComponent extends Omit<React.ForwardRefExoticComponent<OwnProps>, never> {
  <Props extends OwnProps>(props: Props & NothingElse<Props>): React.ReactElement | null;
}

/** The element as a component; its `ref` is the element itself. Importing it registers the tag. */
export const CrCheckout = createComponent({
  react: React,
  tagName: 'cr-checkout',
  elementClass: Element,
  events,
}) as CrCheckoutComponent;
