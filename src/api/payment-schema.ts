import * as z from 'zod/mini';

import type {Coin} from '../domain/types.js';
import {amount, flag, list, maybe, rows, text} from './wire.js';

const contract = z.object({address: text, decimals: amount});

const network = z.object({
  name: z.string().check(z.minLength(1)),
  display_name: text,
  threshold: amount,
  is_suspended: flag,
  smart_contract: maybe(contract),
});

const currency = z.object({
  name: z.string().check(z.minLength(1)),
  is_suspended: flag,
  networks: rows(network),
});

const via = z.object({name: text, available: z.catch(z.boolean(), true), currencies: rows(currency)});

/**
 * The coins a buyer can pay with from any wallet: of all vias only `USER_WALLET` gives an address, and what is
 * suspended or unavailable is left out.
 */
export const coinListSchema = z.pipe(
  list(via),
  z.transform((vias): Coin[] =>
    vias
      .filter(found => found.name === 'USER_WALLET' && found.available)
      .flatMap(found => found.currencies)
      .filter(found => !found.is_suspended)
      .map(found => ({
        name: found.name,
        networks: found.networks.filter(net => !net.is_suspended).map(toNetwork),
      }))
      .filter(coin => coin.networks.length > 0),
  ),
);

function toNetwork(found: z.infer<typeof network>): Coin['networks'][number] {
  const {smart_contract} = found;
  return {
    name: found.name,
    label: found.display_name ?? found.name,
    minimum: found.threshold,
    contract: smart_contract?.address
      ? {
          address: smart_contract.address,
          decimals: smart_contract.decimals ? Number(smart_contract.decimals) : undefined,
        }
      : undefined,
  };
}
