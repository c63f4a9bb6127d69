import type {Contract, Network} from './networks.js';

/** What a payment URI asks a wallet to pay. */
export interface PaymentRequest {
  readonly coin: string;
  readonly network: Network;
  /** For Lightning the invoice. */
  readonly address: string;
  readonly coinAmount: string;
  readonly contract?: Contract | undefined;
  /** A comment that must go with the payment. */
  readonly memo?: string | undefined;
  /** A Lightning invoice over the same amount, for a code that offers both. */
  readonly lightning?: string | undefined;
  /** Default: the scheme of coin and network. */
  readonly scheme?: string | undefined;
}

/**
 * Writes a payment URI: BIP 321 for Bitcoin and its forks, BOLT 11, ERC-681, Solana Pay, `ton://transfer`, the form of the
 * Sui Payment Kit, and for Tron, which has no standard, the form that wallets read.
 */
export function paymentUri(request: PaymentRequest): string {
  const {address, coinAmount, network, contract, memo, lightning} = request;
  const scheme = request.scheme ?? schemeOf(request);
  const units = (ownDecimals: number) => smallestUnits(coinAmount, contract?.decimals ?? ownDecimals);
  switch (network.engine) {
    case 'LIGHTNING':
      return lightning
        ? `bitcoin:?${query({amount: coinAmount, lightning: address})}`
        : `${scheme}:${address}`;
    case 'UTXO':
    case 'TVM':
      return `${scheme}:${address}?${query({amount: coinAmount, lightning})}`;
    case 'EVM': {
      const chain = `@${network.chainId}`;
      return contract
        ? `${scheme}:${contract.address}${chain}/transfer?${query({address, uint256: units(18)})}`
        : `${scheme}:${address}${chain}?${query({value: units(18)})}`;
    }
    case 'SVM':
      return `${scheme}:${address}?${query({amount: coinAmount, 'spl-token': contract?.address, memo})}`;
    case 'TON':
      return `${scheme}://transfer/${address}?${query({jetton: contract?.address, amount: units(9), text: memo})}`;
    case 'SUI': {
      const coinType = encodeURIComponent('0x2::sui::SUI');
      return `${scheme}:pay?${query({receiver: address, amount: units(9), coinType, nonce: address.slice(2, 34)})}`;
    }
  }
}

const coinSchemes: Readonly<Record<string, string>> = {BTC: 'bitcoin', LTC: 'litecoin', DOGE: 'dogecoin'};

function schemeOf({coin, network}: PaymentRequest): string {
  const schemes = {
    UTXO: coinSchemes[coin] ?? coin.toLowerCase(),
    LIGHTNING: 'lightning',
    EVM: 'ethereum',
    SVM: 'solana',
    TVM: 'tron',
    TON: 'ton',
    SUI: 'sui',
  };
  return schemes[network.engine];
}

/** Joins the values that are not `undefined`; they are plain enough to need no escaping. */
function query(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
}

function smallestUnits(amount: string, decimals: number): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return String(BigInt(whole + fraction.padEnd(decimals, '0')));
}
