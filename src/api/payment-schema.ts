import * as z from 'zod/mini';

import {MOST_DECIMALS} from '../domain/money.js';
import type {Coin, Contract, Network} from '../domain/types.js';
import {amount, fields, flag, list, listOrNone, plainName, requiredName, text, webAddress} from './wire.js';

/** Matches addresses that stand for a chain's own coin where a contract is expected: what is sent there is lost. */
const NO_CONTRACT = /^0x(0*|e*)$/i;

const contractSchema = z.pipe(
  fields({address: text, symbol: plainName, decimals: amount}),
  z.transform(({address, symbol, decimals = ''}): Contract | undefined =>
    address && !NO_CONTRACT.test(address) ? {address, symbol, decimals: toPlaces(decimals)} : undefined,
  ),
);

/** Reads how many decimal places a token has; `undefined` for what is no whole number, or absurd. */
function toPlaces(decimals: string): number | undefined {
  const places = decimals ? Number(decimals) : Number.NaN;
  return Number.isInteger(places) && places <= MOST_DECIMALS ? places : undefined;
}

const notSuspended = flag.check(z.refine(isSuspended => !isSuspended));

const networkSchema = z.pipe(
  z.object({
    name: requiredName,
    display_name: plainName,
    is_suspended: notSuspended,
    threshold: amount,
    smart_contract: contractSchema,
    chain_id: text,
    base_token: plainName,
    logo_url: webAddress,
  }),
  z.transform(
    (network): Network => ({
      name: network.name,
      label: network.display_name ?? network.name,
      minimum: network.threshold,
      contract: network.smart_contract,
      chainId: network.chain_id,
      baseToken: network.base_token,
      logoUrl: network.logo_url,
    }),
  ),
);

/** A coin that a wallet can send now: suspended ones do not fit. A network's own threshold goes before its coin's. */
const coinSchema = z.pipe(
  z.object({
    name: requiredName,
    is_suspended: notSuspended,
    threshold: amount,
    logo_url: webAddress,
    networks: listOrNone(networkSchema).check(z.refine(networks => networks.length > 0)),
  }),
  z.transform(
    ({name, logo_url, threshold, networks}): Coin => ({
      name,
      logoUrl: logo_url,
      networks: networks.map(network => ({...network, minimum: network.minimum ?? threshold})),
    }),
  ),
);

const viaSchema = z.object({
  name: text.check(z.refine(name => name === 'USER_WALLET')),
  available: z.transform(value => value !== false),
  currencies: listOrNone(coinSchema),
});

/** The coins a buyer can pay with from any wallet: of all vias only `USER_WALLET` gives an address. */
export const coinsSchema = z.pipe(
  list(viaSchema),
  z.transform((vias): Coin[] => vias.filter(via => via.available).flatMap(via => via.currencies)),
);
