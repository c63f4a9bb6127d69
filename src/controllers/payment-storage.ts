import type {Checkout} from '../domain/checkout.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Environment} from './environment.js';

const KEY = 'cr-checkout:payment';

export interface PaymentStorageOptions {
  readonly environment: Environment;
  /** Whether anything is remembered in this browser. */
  readonly isRemembering: boolean;
}

/** The coin and network that the buyer paid with last, as far as this browser may remember them. */
export class PaymentStorage {
  #last: PaymentPreference = {coin: '', network: ''};

  /** Each '' if unknown. */
  get last(): PaymentPreference {
    return this.#last;
  }

  read({environment, isRemembering}: PaymentStorageOptions) {
    if (isRemembering) this.#last = lastPayment(environment);
  }

  /** Remembers how an order is paid that has just been created. */
  write(checkout: Checkout, previous: Checkout, {environment, isRemembering}: PaymentStorageOptions) {
    if (!isRemembering || previous.step !== 'details' || checkout.step !== 'payment') return;
    const {coin, network} = previous.quote;
    rememberPayment(environment, {coin, network: network.name});
  }
}

/** Returns the coin and network that the buyer paid with last in this browser, each '' if unknown. Never throws. */
function lastPayment({storage}: Environment): PaymentPreference {
  const entry: Partial<PaymentPreference> | null | undefined = tryOrUndefined(() =>
    JSON.parse(storage?.getItem(KEY) ?? 'null'),
  );
  return {coin: String(entry?.coin ?? ''), network: String(entry?.network ?? '')};
}

/** Remembers a coin and network. If storage is full or forbidden, the next choice starts from the recommended coin. */
function rememberPayment({storage}: Environment, {coin, network}: PaymentPreference) {
  tryOrUndefined(() => storage?.setItem(KEY, JSON.stringify({coin, network})));
}
