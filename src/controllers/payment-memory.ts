import type {PaymentWish} from '../domain/payment-choice.js';
import type {Environment} from './environment.js';

const KEY = 'cr-checkout:payment';

/** The coin and network that the buyer paid with last in this browser. Nothing is lost where it cannot be stored. */
export function lastPayment({storage}: Environment): PaymentWish {
  try {
    const {coin, network} = JSON.parse(storage?.getItem(KEY) ?? '{}') as Partial<PaymentWish>;
    return {coin: String(coin ?? ''), network: String(network ?? '')};
  } catch {
    return {coin: '', network: ''};
  }
}

export function rememberPayment({storage}: Environment, {coin, network}: PaymentWish) {
  try {
    storage?.setItem(KEY, JSON.stringify({coin, network}));
  } catch {
    // Full or forbidden: the next choice starts from the recommended coin.
  }
}
