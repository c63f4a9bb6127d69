import * as z from 'zod/mini';

import type {Coin, Network} from '../domain/types.js';
import {amount, flag, list, maybe, requiredList, text} from './wire.js';

const contract = z.object({address: text, decimals: amount});

const network = z.object({
  name: text,
  display_name: text,
  threshold: amount,
  is_suspended: flag,
  smart_contract: maybe(contract),
});

const currency = z.object({
  name: text,
  is_suspended: flag,
  networks: list(network),
});

const via = z.object({name: text, available: z.optional(z.unknown()), currencies: list(currency)});

/**
 * The coins a buyer can pay with from any wallet: of all vias only `USER_WALLET` gives an address, and what is
 * suspended or unavailable is left out.
 */
export const coinListSchema = z.pipe(
  requiredList(via),
  z.transform((vias): Coin[] =>
    vias
      .filter(found => found.name === 'USER_WALLET' && found.available !== false)
      .flatMap(found => found.currencies ?? [])
      .filter(found => !found.is_suspended)
      .flatMap(({name, networks}) => (name ? [{name, networks: (networks ?? []).flatMap(toNetwork)}] : []))
      .filter(coin => coin.networks.length > 0),
  ),
);

function toNetwork({
  name,
  display_name,
  threshold,
  is_suspended,
  smart_contract,
}: z.infer<typeof network>): Network[] {
  if (!name || is_suspended) return [];
  const {address, decimals} = smart_contract ?? {};
  const contract = address ? {address, decimals: decimals ? Number(decimals) : undefined} : undefined;
  return [{name, label: display_name ?? name, minimum: threshold, contract}];
}
