import type {Checkout} from '../domain/checkout.js';
import type {PaymentPreference} from '../domain/payment-choice.js';
import type {Environment} from './environment.js';
import {readStored, writeStored} from './stored.js';

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
    if (!isRemembering) return;
    const {coin, network} = readStored<keyof PaymentPreference>(environment, KEY);
    this.#last = {coin: String(coin ?? ''), network: String(network ?? '')};
  }

  /** Remembers how an order is paid that has just been created. */
  write(checkout: Checkout, previous: Checkout, {environment, isRemembering}: PaymentStorageOptions) {
    if (!isRemembering || previous.step !== 'details' || checkout.step !== 'payment') return;
    const {coin, network} = previous.quote;
    writeStored(environment, KEY, {coin, network: network.name});
  }
}
