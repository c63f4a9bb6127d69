import type {Checkout} from './checkout.js';
import type {Draft} from './draft.js';

/** The page's settings that steer a checkout, valid or empty. */
export interface SteeringSettings {
  /** Absolute base of the proxy; '' while the page has not set a valid one. */
  readonly proxyUrl: string;
  readonly subscribeUrl: string;
  /** The page's own `fetch`; compared by identity, as is `environment`. */
  readonly fetch: unknown;
  readonly environment: unknown;
  readonly isRemembering: boolean;
  readonly country: string;
  readonly brand: string;
  readonly amount: string;
  readonly email: string;
  readonly orderId: string;
  readonly refundAddress: string;
}

/** Where a checkout begins, and with which entries. */
export interface Start {
  /** Order to open, or '' for the one that this browser remembers, else the brands. */
  readonly orderId: string;
  /** Name of the brand to preselect, or ''. */
  readonly brand?: string;
  readonly draft: Partial<Draft>;
  /** Ignores an open order that this browser remembers. */
  readonly isAnew?: boolean;
}

export interface SettingsChange {
  /** Whether requests need another client: they go elsewhere or by other means. */
  readonly needsClient: boolean;
  readonly effect:
    | {readonly type: 'begin'; readonly start: Start}
    | {readonly type: 'patch'; readonly draft: Partial<Draft>}
    | {readonly type: 'none'};
}

const CONNECTION = ['proxyUrl', 'subscribeUrl', 'fetch', 'environment', 'isRemembering'] as const;

/**
 * Compares the page's settings before and after a change: what the checkout has to do about it. The buyer's entries are
 * kept, and an order on screen is left only for another order.
 *
 * @param before `undefined` before the first settings.
 */
export function compareSettings(
  before: SteeringSettings | undefined,
  after: SteeringSettings,
  {step, draft}: Checkout,
): SettingsChange {
  const hasChanged = (name: keyof SteeringSettings) => before?.[name] !== after[name];
  const isFirst = !before?.proxyUrl;
  const needsClient = !!after.proxyUrl && (isFirst || CONNECTION.some(hasChanged));
  const effect = (): SettingsChange['effect'] => {
    if (!after.proxyUrl) return {type: 'none'};
    if (isFirst || (hasChanged('orderId') && after.orderId)) return {type: 'begin', start: startOf(after)};
    if (step === 'payment' || step === 'done') return {type: 'none'};
    const {country, brand, amount, email, refundAddress} = after;
    const entries: Partial<Draft> = {
      ...(hasChanged('email') && {email}),
      ...(hasChanged('refundAddress') && {refundAddress}),
    };
    if (hasChanged('brand') || hasChanged('country')) {
      const fresh = {...draft, ...entries, country, amount, brandId: '', productId: ''};
      return {type: 'begin', start: {orderId: '', brand, draft: fresh, isAnew: true}};
    }
    const patch = {...entries, ...(hasChanged('amount') && {amount, productId: ''})};
    return Object.keys(patch).length > 0 ? {type: 'patch', draft: patch} : {type: 'none'};
  };
  return {needsClient, effect: effect()};
}

/** Returns the start that the settings describe. */
export function startOf({
  orderId,
  brand,
  country,
  amount,
  email,
  refundAddress,
}: Omit<SteeringSettings, (typeof CONNECTION)[number]>): Start {
  return {orderId, brand, draft: {country, amount, email, refundAddress}};
}
