import {decimal, formatDecimal} from '../support/decimal.js';
import {coins} from './coins.js';
import type {Contract, Network} from './networks.js';
import {type PaymentRequest, paymentUri} from './payment-uri.js';

/** An address, or an invoice, that is not the order's. */
export type Other = (change: {
  readonly coinAmount?: string;
  readonly prefix?: string;
  readonly network?: Network;
}) => string;

/** What the words of a scenario make of an order's `qr_text`. */
export function qrText(request: PaymentRequest, scenario: ReadonlySet<string>, other: Other): string | null {
  if (scenario.has('qr-missing')) return null;
  const said = tamper(request, scenario, other);
  const isUnified = scenario.has('qr-unified') || scenario.has('tampered-invoice');
  const isUri = said !== request || scenario.has('qr-uri') || isUnified;
  if (scenario.has('qr-bare') || !(isUri || isUriByDefault(request))) return said.address;
  const uri = paymentUri(isUnified ? said : {...said, lightning: undefined});
  return scenario.has('qr-upper') ? upperCase(uri, request) : uri;
}

/** Solana, Tron, TON and Sui are shown as the bare address, as captured for native SOL. */
function isUriByDefault({network}: PaymentRequest): boolean {
  return ['UTXO', 'LIGHTNING', 'EVM'].includes(network.engine);
}

function tamper(request: PaymentRequest, scenario: ReadonlySet<string>, other: Other): PaymentRequest {
  const {network, coinAmount} = request;
  const isInvoice = network.engine === 'LIGHTNING';
  const tenfold = timesTen(coinAmount);
  if (scenario.has('tampered-address')) return {...request, address: other({})};
  if (scenario.has('tampered-amount')) {
    return {...request, coinAmount: tenfold, ...(isInvoice ? {address: other({coinAmount: tenfold})} : {})};
  }
  if (scenario.has('tampered-coin')) {
    if (isInvoice) return {...request, address: other({prefix: 'lnltc'})};
    if (['EVM', 'SVM', 'TON'].includes(network.engine)) return {...request, contract: otherContract(request)};
    return {...request, scheme: request.coin === 'DOGE' ? 'litecoin' : 'dogecoin'};
  }
  if (scenario.has('tampered-chain')) {
    if (isInvoice) return {...request, address: other({prefix: 'lntb'})};
    if (network.chainId) return {...request, network: {...network, chainId: network.chainId === 1 ? 137 : 1}};
    return {...request, scheme: 'ethereum'};
  }
  if (scenario.has('tampered-invoice')) {
    const lightning = other({coinAmount: tenfold, network: {...network, engine: 'LIGHTNING'}});
    return isInvoice ? {...request, address: lightning} : {...request, lightning};
  }
  return request;
}

/** A token that the order does not ask for, on the same network; none where there is no other. */
function otherContract({network, contract}: PaymentRequest): Contract | undefined {
  return coins
    .flatMap(coin => coin.networks)
    .filter(({name}) => name === network.name)
    .map(candidate => candidate.contract)
    .find(candidate => candidate && candidate.address !== contract?.address);
}

function timesTen(amount: string): string {
  const {units, places} = decimal(amount);
  return formatDecimal({units: units * 10n, places});
}

/** Schemes, and the addresses that are the same in any case, in capitals: denser codes, and some APIs send them. */
function upperCase(uri: string, {network, address}: PaymentRequest): string {
  const hasNoCase = network.engine === 'LIGHTNING' || /^(bc|ltc)1/.test(address);
  return hasNoCase ? uri.toUpperCase() : uri.replace(/^[a-z]+/, scheme => scheme.toUpperCase());
}
