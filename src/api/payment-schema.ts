import {decimal} from '../domain/money.js';
import type {Coin, Contract, Network} from '../domain/types.js';
import {type Fields, fieldsOf, isTrue, rowsOf, textOf, webAddressOf} from './wire.js';

/**
 * The coins a buyer can pay with from any wallet: of all vias only `USER_WALLET` gives an address, and what is
 * suspended or unavailable is left out.
 */
export function readCoins(json: unknown): Coin[] | undefined {
  return rowsOf(json)
    ?.filter(via => textOf(via.name) === 'USER_WALLET' && via.available !== false)
    .flatMap(via => rowsOf(via.currencies) ?? [])
    .flatMap(toCoin);
}

function toCoin(currency: Fields): Coin[] {
  const name = textOf(currency.name);
  if (!name || isTrue(currency.is_suspended)) return [];
  const networks = (rowsOf(currency.networks) ?? []).flatMap(network => toNetwork(network, currency));
  return networks.length > 0 ? [{name, logoUrl: webAddressOf(currency.logo_url), networks}] : [];
}

/** Addresses that stand for a chain's own coin where a contract is asked for: what is sent there is lost. */
const NO_CONTRACT = /^0x(0*|e*)$/i;

/** A network's own threshold goes before its coin's. */
function toNetwork(network: Fields, currency: Fields): Network[] {
  const name = textOf(network.name);
  if (!name || isTrue(network.is_suspended)) return [];
  return [
    {
      name,
      label: textOf(network.display_name) ?? name,
      minimum: decimal(network.threshold) ?? decimal(currency.threshold),
      contract: toContract(fieldsOf(network.smart_contract)),
      chainId: textOf(network.chain_id),
      baseToken: textOf(network.base_token),
      logoUrl: webAddressOf(network.logo_url),
    },
  ];
}

function toContract(found: Fields): Contract | undefined {
  const address = textOf(found.address);
  const decimals = decimal(found.decimals);
  return address && !NO_CONTRACT.test(address)
    ? {address, symbol: textOf(found.symbol), decimals: decimals ? Number(decimals) : undefined}
    : undefined;
}
