import {seededRandom} from '../support/seeded-random.js';
import {invoice} from './invoice.js';
import {knownAddresses, tokenAccounts} from './known-addresses.js';
import type {Network} from './networks.js';
import type {PaymentRequest} from './payment-uri.js';
import {qrText} from './qr-text.js';

/** Where an order is to be paid. Never send money there. */
export interface Destination {
  readonly address: string;
  /** What the API says the QR code should hold, in the form it has for this coin. */
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
  /** Orders one after the other get addresses one after the other. */
  readonly number: number;
  readonly seed: number | string;
  readonly scenario: ReadonlySet<string>;
}

export function destination(input: DestinationInput): Destination {
  const {coin, network, coinAmount, orderId, scenario} = input;
  const right = receiver(input);
  const address = scenario.has('bad-address') ? misspell(right, network) : right;
  const memo = scenario.has('memo') ? seededRandom('memo', orderId).text(9, '123456789') : undefined;
  const request: PaymentRequest = {
    coin,
    network,
    address,
    coinAmount,
    memo,
    contract: network.contract,
    ...(coin === 'BTC' ? {lightning: network.engine === 'LIGHTNING' ? address : invoice(input)} : {}),
  };
  const other = (change: object) => receiver({...input, ...change}, 1);
  return {address, qrText: qrText(request, scenario, other), memo};
}

/** An address or invoice for the order; another `turn` gives another one. */
function receiver(input: DestinationInput & {readonly prefix?: string}, turn = 0): string {
  const {coin, network, orderId, seed, number, scenario} = input;
  if (network.engine === 'LIGHTNING')
    return invoice({...input, orderId: turn ? `${orderId} ${turn}` : orderId});
  if (network.engine === 'SUI') return `0x${seededRandom('sui', orderId, turn).text(64, '0123456789abcdef')}`;
  const known = knownAddresses(network.engine === 'UTXO' ? coin : network.engine);
  const isTokenAccount = scenario.has('token-account') && network.engine === 'SVM' && network.contract;
  const list = isTokenAccount ? tokenAccounts : known;
  const start = seededRandom('address', seed).below(8);
  return list[(start + number + turn) % list.length] ?? orderId;
}

/** An address that fails its own check: of its checksum, else of its length. */
function misspell(address: string, {engine}: Network): string {
  if (engine === 'SVM' || engine === 'SUI') return address.slice(0, -4);
  if (engine === 'EVM') {
    return address.replace(/[a-f]/i, letter => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
  }
  const at = address.length - 8;
  return address.slice(0, at) + (address[at] === 'q' ? 'p' : 'q') + address.slice(at + 1);
}
