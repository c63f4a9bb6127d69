import type {ScenarioEffects} from '../scenarios/scenario.js';
import {seededRandom} from '../support/seeded-random.js';
import {invoice} from './invoice.js';
import {knownAddresses, tokenAccounts} from './known-addresses.js';
import type {Network} from './networks.js';
import type {PaymentRequest} from './payment-uri.js';
import {qrText} from './qr-text.js';

/** Where an order is to be paid. Never send money there. */
export interface Destination {
  /** For Lightning the invoice. */
  readonly address: string;
  /** `qr_text` of the order. */
  readonly qrText: string | null;
  /** A comment that must go with the payment. */
  readonly memo?: string | undefined;
}

export interface DestinationInput {
  readonly coin: string;
  readonly network: Network;
  readonly coinAmount: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  /** Seconds to pay. */
  readonly window: number;
  readonly orderId: string;
  /** Counts orders, so that successive orders get different addresses. */
  readonly number: number;
  readonly seed: number | string;
  readonly effects: ScenarioEffects;
}

export function destination(input: DestinationInput): Destination {
  const {coin, network, coinAmount, orderId, effects} = input;
  const valid = receiver(input);
  const address = effects.isAddressInvalid ? invalidate(valid, network) : valid;
  const memo = effects.needsMemo ? seededRandom('memo', orderId).text(9, '123456789') : undefined;
  const request: PaymentRequest = {
    coin,
    network,
    address,
    coinAmount,
    memo,
    contract: network.contract,
    ...(coin === 'BTC' ? {lightning: network.engine === 'LIGHTNING' ? address : invoice(input)} : {}),
  };
  const wrongReceiver = (change: object) => receiver({...input, ...change}, 1);
  return {address, qrText: qrText(request, effects, wrongReceiver), memo};
}

/** Returns an address or invoice for the order; each `turn` gives a different one. */
function receiver(input: DestinationInput & {readonly prefix?: string}, turn = 0): string {
  const {coin, network, orderId, seed, number, effects} = input;
  if (network.engine === 'LIGHTNING')
    return invoice({...input, orderId: turn ? `${orderId} ${turn}` : orderId});
  if (network.engine === 'SUI') return `0x${seededRandom('sui', orderId, turn).text(64, '0123456789abcdef')}`;
  const isTokenAccount = effects.usesTokenAccount && network.engine === 'SVM' && network.contract;
  const list = isTokenAccount
    ? tokenAccounts
    : knownAddresses(network.engine === 'UTXO' ? coin : network.engine);
  const start = seededRandom('address', seed).below(8);
  return list[(start + number + turn) % list.length] ?? orderId;
}

/** Breaks the checksum of an address or, where it has none, its length. */
function invalidate(address: string, {engine}: Network): string {
  if (engine === 'SVM' || engine === 'SUI') return address.slice(0, -4);
  if (engine === 'EVM') {
    return address.replace(/[a-f]/i, letter => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
  }
  const at = address.length - 8;
  return address.slice(0, at) + (address[at] === 'q' ? 'p' : 'q') + address.slice(at + 1);
}
