import * as v from 'valibot';

import type {Coin, Network} from '../domain/types.js';
import {amount, flag, list, maybe, reading, requiredList, text, webAddressOf} from './wire.js';

const contract = v.object({address: text, decimals: amount, symbol: text});

const logo = reading(webAddressOf);

const network = v.object({
  name: text,
  display_name: text,
  threshold: amount,
  is_suspended: flag,
  smart_contract: maybe(contract),
  logo_url: logo,
});

const currency = v.object({
  name: text,
  is_suspended: flag,
  threshold: amount,
  logo_url: logo,
  networks: list(network),
});

const via = v.object({name: text, available: v.optional(v.unknown()), currencies: list(currency)});

/**
 * The coins a buyer can pay with from any wallet: of all vias only `USER_WALLET` gives an address, and what is
 * suspended or unavailable is left out.
 */
export const coinListSchema = v.pipe(
  requiredList(via),
  v.transform((vias): Coin[] =>
    vias
      .filter(found => found.name === 'USER_WALLET' && found.available !== false)
      .flatMap(found => found.currencies ?? [])
      .filter(found => !found.is_suspended)
      .flatMap(({name, threshold, logo_url, networks = []}) =>
        name
          ? [{name, logoUrl: logo_url, networks: networks.flatMap(found => toNetwork(found, threshold))}]
          : [],
      )
      .filter(coin => coin.networks.length > 0),
  ),
);

/** A network's own threshold goes before its coin's. */
function toNetwork(
  {name, display_name, threshold, is_suspended, smart_contract, logo_url}: v.InferOutput<typeof network>,
  coinThreshold: string | undefined,
): Network[] {
  if (!name || is_suspended) return [];
  const {address, decimals, symbol} = smart_contract ?? {};
  const contract = address ? {address, symbol, decimals: decimals ? Number(decimals) : undefined} : undefined;
  const minimum = threshold ?? coinThreshold;
  return [{name, label: display_name ?? name, minimum, contract, logoUrl: logo_url}];
}
