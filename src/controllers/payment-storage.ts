import type {PaymentPreference} from '../domain/payment-choice.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Environment} from './environment.js';

const KEY = 'cr-checkout:payment';

/** The coin and network that the buyer paid with last in this browser. Nothing is lost where it cannot be stored. */
export function lastPayment({storage}: Environment): PaymentPreference {
  const noted: Partial<PaymentPreference> | null | undefined = tryOrUndefined(() =>
    JSON.parse(storage?.getItem(KEY) ?? 'null'),
  );
  return {coin: String(noted?.coin ?? ''), network: String(noted?.network ?? '')};
}

export function rememberPayment({storage}: Environment, {coin, network}: PaymentPreference) {
  // Full or forbidden: the next choice starts from the recommended coin.
  tryOrUndefined(() => storage?.setItem(KEY, JSON.stringify({coin, network})));
}
