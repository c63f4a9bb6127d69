import {add} from '../money.js';
import {normalizeAddress} from './address.js';
import type {Chain} from './chain.js';

/** What an order asks for, in the words of a payment URI. */
export interface ExpectedPayment {
  readonly chain: Chain | undefined;
  readonly address: string;
  readonly contract: string | undefined;
  readonly chainId: string | undefined;
  readonly memo: string | undefined;
  readonly amount: string;
  /** The amount in the asset's smallest unit; absent where the asset is not known, or cannot be divided so far. */
  readonly units: string | undefined;
}

/** The payment URI for what is wanted, if there is a form for it that can be trusted. */
export function writePaymentUri(wanted: ExpectedPayment, invoice: string | undefined): string | undefined {
  const {chain, contract, chainId, units, memo = ''} = wanted;
  const address = chain === 'ethereum' ? wanted.address : normalizeAddress(wanted.address);
  const amount = add(wanted.amount, '0');
  const comment = (key: string) => memo && `&${key}=${encodeURIComponent(memo)}`;
  switch (chain) {
    case 'bitcoin':
    case 'litecoin':
    case 'dogecoin':
      return `${chain}:${address}?amount=${amount}${invoice ? `&lightning=${invoice}` : ''}`;
    case 'lightning':
      return `lightning:${address}`;
    case 'ethereum':
      return contract
        ? `ethereum:${contract}@${chainId}/transfer?address=${address}&uint256=${units}`
        : `ethereum:${address}@${chainId}?value=${units}`;
    case 'solana':
      // A token may be sent to a token account, which Solana Pay forbids: only the API can know.
      return contract ? undefined : `solana:${address}?amount=${amount}${comment('memo')}`;
    case 'ton':
      return `ton://transfer/${address}?${contract ? `jetton=${contract}&` : ''}amount=${units}${comment('text')}`;
    case 'tron':
    case 'sui':
    case undefined:
      return undefined;
  }
}
