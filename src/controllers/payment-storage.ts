import type {PaymentPreference} from '../domain/payment-choice.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Environment} from './environment.js';

const KEY = 'cr-checkout:payment';

/** Returns the coin and network that the buyer paid with last in this browser, each '' if unknown. Never throws. */
export function lastPayment({storage}: Environment): PaymentPreference {
  const entry: Partial<PaymentPreference> | null | undefined = tryOrUndefined(() =>
    JSON.parse(storage?.getItem(KEY) ?? 'null'),
  );
  return {coin: String(entry?.coin ?? ''), network: String(entry?.network ?? '')};
}

/** Remembers a coin and network. If storage is full or forbidden, the next choice starts from the recommended coin. */
export function rememberPayment({storage}: Environment, {coin, network}: PaymentPreference) {
  tryOrUndefined(() => storage?.setItem(KEY, JSON.stringify({coin, network})));
}
