import {compare} from './money.js';
import type {Coin, Network} from './types.js';

/** A preferred coin and network: '' for none. */
export interface PaymentPreference {
  readonly coin: string;
  readonly network: string;
}

/** The API's guide recommends it for the lowest fees and the fastest payment. */
export const RECOMMENDED: PaymentPreference = {coin: 'USDC', network: 'Solana'};

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * Returns the coin and network to pay with: the first preference that is on offer, then the recommended one, then the first
 * on offer; `undefined` where nothing is. Preferences are the buyer's choice, the page's, and the buyer's last payment, in
 * this order. One for a coin without a network takes that coin's recommended or first network; one for a network alone
 * stands for the recommended coin on it.
 */
export function choosePayment(
  coins: readonly Coin[],
  preferences: readonly PaymentPreference[],
): {coin: Coin; network: Network} | undefined {
  for (const {coin: name, network: wanted} of [...preferences, RECOMMENDED]) {
    const coin = coins.find(offered => same(offered.name, name || (wanted && RECOMMENDED.coin)));
    const network = coin && networkOf(coin, wanted);
    if (coin && network) return {coin, network};
  }
  const [coin] = coins;
  const network = coin?.networks[0];
  return network && {coin, network};
}

function networkOf(coin: Coin, name: string): Network | undefined {
  const named = coin.networks.find(network => same(network.name, name) || same(network.label, name));
  if (named || name) return named;
  return coin.networks.find(network => isRecommended(coin, network)) ?? coin.networks[0];
}

export function isRecommended(coin: Pick<Coin, 'name'>, network: Pick<Network, 'name'>): boolean {
  return coin.name === RECOMMENDED.coin && network.name === RECOMMENDED.network;
}

/** Whether a total is less than a network takes: validation would answer `AMOUNT_LESS_THEN_MINIMUM_ALLOWED`. */
export function isBelowMinimum({minimum}: Pick<Network, 'minimum'>, coinAmount: string): boolean {
  return minimum !== undefined && compare(coinAmount, minimum) < 0;
}

/** Sorts coins, and the networks of each, with the recommended one first. */
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
