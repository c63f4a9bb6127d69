import type {Network, Order} from '../types.js';

/** Families of networks that agree on what an address looks like and how a payment is written down, by their URI scheme. */
export type Chain =
  | 'bitcoin'
  | 'lightning'
  | 'litecoin'
  | 'dogecoin'
  | 'ethereum'
  | 'solana'
  | 'tron'
  | 'ton'
  | 'sui';

/** The API's words for networks and coins, the decimals of the chain's own coin, and the names of that coin. */
const CHAINS: readonly (readonly [chain: Chain, words: RegExp, decimals: number, ...coins: string[]])[] = [
  ['lightning', /lightning/, 11, 'BTC'],
  ['bitcoin', /^(btc|bitcoin)$/, 8, 'BTC'],
  ['litecoin', /^(ltc|litecoin)$/, 8, 'LTC'],
  ['dogecoin', /^doge(coin)?\b/, 8, 'DOGE'],
  ['solana', /^sol(ana)?\b/, 9, 'SOL'],
  ['tron', /^tr(on|x|c.?20)\b/, 6, 'TRX'],
  ['ton', /^(ton|gram|the open network)\b/, 9, 'GRAM', 'TON'],
  ['sui', /^sui\b/, 9, 'SUI'],
  // Every EVM chain counts in wei, and the API says what its own coin is.
  ['ethereum', /^eth|^base|polygon|matic|arbitrum|optimism|^bnb|^bsc|avalanche/, 18],
];

/** The chain that an order is to be paid on, or `undefined` for one that this version does not know. `Mainnet` says nothing. */
export function chainOf(
  {coin = '', network = ''}: Pick<Order, 'coin' | 'network'>,
  facts?: Network,
): Chain | undefined {
  const name = network.toLowerCase().replace(/ ?mainnet$/, '') || coin.toLowerCase();
  return CHAINS.find(([, words]) => words.test(name))?.[0] ?? (facts?.chainId ? 'ethereum' : undefined);
}

/** What is sent over a chain: its own coin, or a token by its contract. */
export interface Asset {
  readonly contract?: string | undefined;
  /** Places of a coin amount; one smallest unit is the last of them. */
  readonly decimals: number;
}

/** What an order asks for; `undefined` where the API did not say which contract, or how many decimals, that is. */
export function assetOf(chain: Chain, coin: string, facts?: Network): Asset | undefined {
  const {address, decimals} = facts?.contract ?? {};
  if (address) return decimals === undefined ? undefined : {contract: address, decimals};
  const found = CHAINS.find(
    ([name, , , ...coins]) =>
      name === chain && (chain === 'ethereum' ? [facts?.baseToken] : coins).includes(coin),
  );
  return found && {decimals: found[2]};
}
