import type {Network} from './coins.js';
import {invoice} from './invoice.js';

/** Where an order is to be paid. Never send money there: these are well-known examples out of specifications. */
export interface Destination {
  readonly address: string;
  /** What the API says the QR code should hold, in the form it has for this coin. */
  readonly qrText: string;
}

export interface DestinationInput {
  readonly coin: string;
  readonly network: Network;
  readonly coinAmount: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly orderId: string;
}

/** Example addresses of BIP 173, ERC-55, the Solana Pay and TON documents, and the like; checksums are right. */
const examples: Readonly<Record<string, readonly [string, ...string[]]>> = {
  EVM: [
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  ],
  SVM: ['mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN'],
  TVM: ['T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb'],
  TON: ['UQDYzZmfsrGzhObKJUw4gzdeIxEai3jAFbiGKGwxvxHinf4K'],
  BTC: ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  LTC: ['ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
  DOGE: ['DJRAzMrPUBRKaVZefdfp5DipA4tQ7JCYsk'],
};

const schemes: Readonly<Record<string, string>> = {BTC: 'bitcoin', LTC: 'litecoin', DOGE: 'dogecoin'};

export function destination(input: DestinationInput): Destination {
  const {coin, network, coinAmount, orderId} = input;
  if (network.engine === 'LIGHTNING') {
    const address = invoice(input);
    return {address, qrText: `lightning:${address}`};
  }
  const list = examples[network.engine] ?? examples[coin] ?? [orderId];
  const address = list[orderId.charCodeAt(0) % list.length] ?? list[0] ?? orderId;
  const scheme = schemes[coin];
  if (scheme) return {address, qrText: `${scheme}:${address}?amount=${coinAmount}`};
  if (network.engine === 'EVM') return {address, qrText: ethereumUri(network, address, coinAmount)};
  // Solana, Tron and TON are shown as the bare address, as captured for native SOL.
  return {address, qrText: address};
}

/** ERC-681, for the chain's own coin or for a token of six or eighteen decimals. */
function ethereumUri({chainId, contract}: Network, address: string, coinAmount: string): string {
  const amount = smallestUnits(coinAmount, contract?.decimals ?? 18);
  return contract
    ? `ethereum:${contract.address}@${chainId}/transfer?address=${address}&uint256=${amount}`
    : `ethereum:${address}@${chainId}?value=${amount}`;
}

function smallestUnits(amount: string, decimals: number): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return String(BigInt(whole + fraction.padEnd(decimals, '0')));
}
