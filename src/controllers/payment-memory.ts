import {attempt} from '../domain/attempt.js';
import type {PaymentWish} from '../domain/payment-choice.js';
import type {Environment} from './environment.js';

const KEY = 'cr-checkout:payment';

/** The coin and network that the buyer paid with last in this browser. Nothing is lost where it cannot be stored. */
export function lastPayment({storage}: Environment): PaymentWish {
  const noted: Partial<PaymentWish> | null | undefined = attempt(() =>
    JSON.parse(storage?.getItem(KEY) ?? 'null'),
  );
  return {coin: String(noted?.coin ?? ''), network: String(noted?.network ?? '')};
}

export function rememberPayment({storage}: Environment, {coin, network}: PaymentWish) {
  // Full or forbidden: the next choice starts from the recommended coin.
  attempt(() => storage?.setItem(KEY, JSON.stringify({coin, network})));
}
