import {compare} from './money.js';
import type {Coin, Network} from './types.js';

/** A wish for a coin and a network: '' for none. */
export interface PaymentPreference {
  readonly coin: string;
  readonly network: string;
}

/** The API's guide recommends it: lowest fees, fastest. */
export const RECOMMENDED: PaymentPreference = {coin: 'USDC', network: 'Solana'};

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * The coin and network to pay with: the first wish that is on offer, then the recommended one, then the first on
 * offer. Wishes are the buyer's choice, what the page prefers and what the buyer used last, in this order. A wish for a
 * coin without a network takes that coin's recommended or first network; a wish for a network alone is one for the
 * recommended coin on it.
 */
export function choosePayment(
  coins: readonly Coin[],
  wishes: readonly PaymentPreference[],
): {coin: Coin; network: Network} | undefined {
  for (const wish of [...wishes, RECOMMENDED]) {
    const coin = coins.find(offered => same(offered.name, wish.coin || (wish.network && RECOMMENDED.coin)));
    const network = coin && networkOf(coin, wish.network);
    if (coin && network) return {coin, network};
  }
  const [coin] = coins;
  const network = coin?.networks[0];
  return network && {coin, network};
}

function networkOf(coin: Coin, name: string): Network | undefined {
  const wished = coin.networks.find(network => same(network.name, name) || same(network.label, name));
  if (wished || name) return wished;
  return coin.networks.find(network => isRecommended(coin, network)) ?? coin.networks[0];
}

export function isRecommended(coin: Pick<Coin, 'name'>, network: Pick<Network, 'name'>): boolean {
  return coin.name === RECOMMENDED.coin && network.name === RECOMMENDED.network;
}

/** Whether a total is less than a network takes, which validation calls `AMOUNT_LESS_THEN_MINIMUM_ALLOWED`. */
export function isBelowMinimum({minimum}: Pick<Network, 'minimum'>, coinAmount: string): boolean {
  return minimum !== undefined && compare(coinAmount, minimum) < 0;
}

/** The coins of an offer, and the networks of each, with the recommended one first. */
export function recommendedFirst(coins: readonly Coin[]): readonly Coin[] {
  return [...coins]
    .sort((a, b) => Number(b.name === RECOMMENDED.coin) - Number(a.name === RECOMMENDED.coin))
    .map(coin => ({
      ...coin,
      networks: [...coin.networks].sort(
        (a, b) => Number(isRecommended(coin, b)) - Number(isRecommended(coin, a)),
      ),
    }));
}
