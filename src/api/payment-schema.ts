import {MOST_DECIMALS} from '../domain/money.js';
import type {Coin, Contract, Network} from '../domain/types.js';
import {
  amount,
  by,
  fields,
  flag,
  list,
  listOrNone,
  object,
  plainName,
  requiredName,
  text,
  webAddress,
} from './wire.js';

/** Matches addresses that stand for a chain's own coin where a contract is expected: what is sent there is lost. */
const NO_CONTRACT = /^0x(0*|e*)$/i;

const contractSchema = fields(
  {address: text, symbol: plainName, decimals: amount},
  ({address, symbol, decimals = ''}): Contract | undefined =>
    address && !NO_CONTRACT.test(address) ? {address, symbol, decimals: toPlaces(decimals)} : undefined,
);

/** Reads how many decimal places a token has; `undefined` for what is no whole number, or absurd. */
function toPlaces(decimals: string): number | undefined {
  const places = decimals ? Number(decimals) : Number.NaN;
  return Number.isInteger(places) && places <= MOST_DECIMALS ? places : undefined;
}

const networkSchema = object(
  {
    name: requiredName,
    display_name: plainName,
    is_suspended: flag,
    threshold: amount,
    smart_contract: contractSchema,
    chain_id: text,
    base_token: plainName,
    logo_url: webAddress,
  },
  (network): Network | undefined =>
    network.is_suspended
      ? undefined
      : {
          name: network.name,
          label: network.display_name ?? network.name,
          minimum: network.threshold,
          contract: network.smart_contract,
          chainId: network.chain_id,
          baseToken: network.base_token,
          logoUrl: network.logo_url,
        },
);

/** A coin that a wallet can send now: suspended ones do not fit. A network's own threshold goes before its coin's. */
const coinSchema = object(
  {
    name: requiredName,
    is_suspended: flag,
    threshold: amount,
    logo_url: webAddress,
    networks: listOrNone(networkSchema),
  },
  ({name, is_suspended, logo_url, threshold, networks}): Coin | undefined =>
    is_suspended || networks.length === 0
      ? undefined
      : {
          name,
          logoUrl: logo_url,
          networks: networks.map(network => ({...network, minimum: network.minimum ?? threshold})),
        },
);

/** The coins of a way to pay that any wallet can use: of all vias only `USER_WALLET` gives an address. */
const viaSchema = object(
  {name: text, available: by(value => value !== false), currencies: listOrNone(coinSchema)},
  ({name, available, currencies}) => (available && name === 'USER_WALLET' ? currencies : []),
);

/** The coins a buyer can pay with from any wallet. */
export const coinsSchema = list(viaSchema);
