import {type Coin, coins} from './coins.js';
import type {Network} from './networks.js';

/** A way to pay. Only `USER_WALLET` gives an address. */
interface Via {
  readonly name: string;
  readonly icon: string;
  readonly available?: boolean;
  readonly takes: (coin: Coin) => boolean;
}

/** The ways to pay. To add one, add a row. */
const vias: readonly Via[] = [
  {name: 'USER_WALLET', icon: 'wallet', takes: () => true},
  {name: 'GATE_PAY', icon: 'gate', takes: ({name}) => ['USDT', 'USDC', 'BTC', 'ETH'].includes(name)},
  {name: 'KUCOIN_PAY', icon: 'kucoin', available: false, takes: () => false},
  {name: 'BUYDL', icon: 'buydl', takes: ({name}) => name === 'USDC'},
];

/** Returns the body of `GET /v3/payment_vias`. Its icons are at `origin`. */
export function paymentVias(origin: string): unknown[] {
  const icon = (name: string) =>
    `${origin}/sandbox/logos/coin-${encodeURIComponent(name.toLowerCase())}.webp`;
  return vias.map(via => ({
    name: via.name,
    available: via.available ?? true,
    logo_url: icon(via.icon),
    currencies: coins.filter(via.takes).map(coin => currencyRow(coin, icon)),
  }));
}

function currencyRow(coin: Coin, icon: (name: string) => string) {
  return {
    name: coin.name,
    logo_url: icon(coin.name),
    is_suspended: coin.isSuspended ?? false,
    threshold: coin.networks[0]?.threshold ?? null,
    networks: coin.networks.map(network => networkRow(coin, network, icon)),
  };
}

function networkRow(coin: Coin, network: Network, icon: (name: string) => string) {
  const {contract, engine} = network;
  return {
    name: network.name,
    ...(network.displayName ? {display_name: network.displayName} : {}),
    ...(network.chainId ? {chain_id: network.chainId} : {}),
    base_token: network.baseToken,
    threshold: network.threshold,
    logo_url: icon(network.baseToken),
    is_suspended: network.isSuspended ?? false,
    smart_contract_engine: contract ? engine : null,
    smart_contract: contract
      ? {engine, address: contract.address, decimals: contract.decimals, symbol: coin.name}
      : null,
  };
}
