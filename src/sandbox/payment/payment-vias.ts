import {type Coin, coins} from './coins.js';
import type {Network} from './networks.js';

/** Body of `GET /v3/payment_vias`. Only `USER_WALLET` gives an address to pay. */
export function paymentVias(origin: string): unknown[] {
  const icon = (name: string) =>
    `${origin}/sandbox/logos/coin-${encodeURIComponent(name.toLowerCase())}.webp`;
  const wallet = coins.map(coin => currency(coin, icon));
  const gate = coins
    .filter(coin => ['USDT', 'USDC', 'BTC', 'ETH'].includes(coin.name))
    .map(coin => currency(coin, icon));
  const usdc = gate.filter(({name}) => name === 'USDC');
  return [
    {name: 'USER_WALLET', available: true, logo_url: icon('wallet'), currencies: wallet},
    {name: 'GATE_PAY', available: true, logo_url: icon('gate'), currencies: gate},
    {name: 'KUCOIN_PAY', available: false, logo_url: icon('kucoin'), currencies: []},
    {name: 'BUYDL', available: true, logo_url: icon('buydl'), currencies: usdc},
  ];
}

function currency(coin: Coin, icon: (name: string) => string) {
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
