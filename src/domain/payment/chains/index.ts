import type {Network, Order} from '../../types.js';
import type {Chain, ChainName} from './chain.js';
import {evm, isEvmAddress} from './evm.js';
import {lightning} from './lightning.js';
import {solana} from './solana.js';
import {sui} from './sui.js';
import {ton} from './ton.js';
import {tron} from './tron.js';
import {bitcoin, dogecoin, litecoin} from './utxo.js';

/** Every chain that this version knows. The first whose words match a network is taken. */
export const CHAINS: readonly Chain[] = [lightning, bitcoin, litecoin, dogecoin, solana, tron, ton, sui, evm];

/** Returns the chain of a name; `undefined` without one. */
export function chainNamed(name: ChainName | undefined): Chain | undefined {
  return CHAINS.find(chain => chain.name === name);
}

/** Returns the chain whose payment URIs begin with a scheme, in either case; `undefined` where none does. */
export function chainOfScheme(scheme: string): Chain | undefined {
  return CHAINS.find(chain => chain.schemes.includes(scheme.toLowerCase()));
}

/** Returns the chain an order is paid on; `undefined` for one that this version does not know. */
export function chainOf(order: Pick<Order, 'coin' | 'network'>, facts?: Network): ChainName | undefined {
  const name = networkWord(order);
  return CHAINS.find(chain => chain.words.test(name))?.name ?? (facts?.chainId ? evm.name : undefined);
}

/** Returns the word for the network of an order, in lower case: `Mainnet` alone is that of the coin. */
export function networkWord({coin = '', network = ''}: Pick<Order, 'coin' | 'network'>): string {
  return network.toLowerCase().replace(/ ?mainnet$/, '') || coin.toLowerCase();
}

/** An asset that is sent over a chain: its own coin, or a token by its contract. */
export interface Asset {
  readonly contract?: string | undefined;
  /** Places of a coin amount; one smallest unit is the last of them. */
  readonly decimals: number;
}

/** Returns the asset that an order asks for; `undefined` where the API did not say which contract, or how many decimals, that is. */
export function assetOf(chain: Chain, coin: string, facts?: Network): Asset | undefined {
  const {address, decimals} = facts?.contract ?? {};
  if (address) return decimals === undefined ? undefined : {contract: address, decimals};
  const own = chain.coins ?? [facts?.baseToken];
  return own.includes(coin) ? {decimals: chain.decimals} : undefined;
}

/** Matches what addresses of most chains are written with: neither a scheme nor a path or a query. */
const PLAIN_ADDRESS = /^[\w.-]{4,256}$/;

/**
 * Whether a text is an address of a chain, checksum included where the chain has one. On a chain that is not known,
 * anything that could be an address is one, unless it looks like an EVM address and has a wrong checksum.
 */
export function isAddress(name: ChainName | undefined, text: string): boolean {
  const chain = chainNamed(name);
  if (chain) return chain.isAddress(text);
  return /^0x[\da-f]{40}$/i.test(text) ? isEvmAddress(text) : PLAIN_ADDRESS.test(text);
}

/** Whether a text can be the id of a transaction on a chain. On a chain that is not known, any longer word can. */
export function isTransactionId(name: ChainName | undefined, text: string): boolean {
  return (chainNamed(name)?.transaction ?? /^[!-~]{20,128}$/).test(text);
}

/** Returns the address of a public block explorer's page about a transaction; `undefined` where none is known. */
export function transactionUrl(
  name: ChainName | undefined,
  id: string,
  network: Pick<Network, 'name' | 'chainId'>,
): string | undefined {
  const page = chainNamed(name)?.explorer?.(network);
  return page && page + encodeURIComponent(id);
}
