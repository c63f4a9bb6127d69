import type {ScenarioEffects} from '../scenarios/scenario.js';
import {decimal, formatDecimal} from '../support/decimal.js';
import {coins} from './coins.js';
import type {Contract, Network} from './networks.js';
import type {PaymentRequest} from './payment-uri.js';

/** Returns an address or invoice that is not the order's. */
export type WrongReceiver = (change: {
  readonly coinAmount?: string;
  readonly prefix?: string;
  readonly network?: Network;
}) => string;

/** Changes one thing about a payment; returns the same request for `undefined`. */
export function tamperedRequest(
  request: PaymentRequest,
  tampered: ScenarioEffects['tampered'],
  wrongReceiver: WrongReceiver,
): PaymentRequest {
  const {network} = request;
  const isInvoice = network.engine === 'LIGHTNING';
  const coinAmount = tenfold(request.coinAmount);
  switch (tampered) {
    case 'address':
      return {...request, address: wrongReceiver({})};
    case 'amount':
      return {...request, coinAmount, ...(isInvoice ? {address: wrongReceiver({coinAmount})} : {})};
    case 'coin':
      if (isInvoice) return {...request, address: wrongReceiver({prefix: 'lnltc'})};
      if (['EVM', 'SVM', 'TON'].includes(network.engine))
        return {...request, contract: otherContract(request)};
      return {...request, scheme: request.coin === 'DOGE' ? 'litecoin' : 'dogecoin'};
    case 'chain':
      if (isInvoice) return {...request, address: wrongReceiver({prefix: 'lntb'})};
      if (network.chainId)
        return {...request, network: {...network, chainId: network.chainId === 1 ? 137 : 1}};
      return {...request, scheme: 'ethereum'};
    case 'invoice': {
      const lightning = wrongReceiver({coinAmount, network: {...network, engine: 'LIGHTNING'}});
      return isInvoice ? {...request, address: lightning} : {...request, lightning};
    }
    case undefined:
      return request;
  }
}

/** Finds another token on the same network; `undefined` when there is none. */
function otherContract({network, contract}: PaymentRequest): Contract | undefined {
  return coins
    .flatMap(coin => coin.networks)
    .filter(({name}) => name === network.name)
    .map(candidate => candidate.contract)
    .find(candidate => candidate && candidate.address !== contract?.address);
}

function tenfold(amount: string): string {
  const {units, places} = decimal(amount);
  return formatDecimal({units: units * 10n, places});
}
