import {decimal} from '../money.js';
import type {Chain} from './chain.js';

/** What a payment URI asks a wallet for. Nothing in it has been compared with anything yet. */
export interface PaymentUri {
  readonly chain: Chain;
  /** '' where the URI could not be read. */
  readonly address: string;
  /** In coins, a decimal string. */
  readonly amount?: string | undefined;
  /** In the asset's smallest unit, a whole number. */
  readonly units?: string | undefined;
  /** Contract of a token; absent for a chain's own coin. */
  readonly contract?: string | undefined;
  /** EIP-155 id, of an EVM chain. */
  readonly chainId?: string | undefined;
  /** BOLT 11, beside an address on chain. */
  readonly invoice?: string | undefined;
  /** Comment for the recipient. */
  readonly memo?: string | undefined;
}

const FORM =
  /^(bitcoin|lightning|litecoin|doge(?:coin)?|ethereum|solana|tron|ton|sui):(?:\/\/)?([!"$->@-~]*)(?:\?([!"$-~]*))?$/i;

/** Keys whose meaning is known. Any other (`req-…`, `bin`, `gasPrice`, …) could change what is paid. */
const KEYS =
  /^(amount|label|message|lightning|value|address|uint256|spl-token|reference|memo|jetton|text|receiver|coinType|nonce)$/;

/** Own coin of Sui, spelled as a type. */
const SUI = /^0x0*2::sui::SUI$/;

/**
 * Reads a payment URI: BIP 321 and its like for Litecoin and Dogecoin, BOLT 11, ERC-681, Solana Pay, `ton://transfer`, and
 * the forms in use for Tron and Sui. `undefined` for a scheme that is none of them; an empty address where the rest of the
 * URI is not understood word by word, or says something twice.
 */
export function readPaymentUri(text: string): PaymentUri | undefined {
  const [, scheme = '', path = '', query = ''] = FORM.exec(text) ?? [];
  if (!scheme) return undefined;
  const chain = scheme.toLowerCase().replace(/^doge$/, 'dogecoin') as Chain;
  const all = new URLSearchParams(
    /coin$/.test(chain) ? query.replace(/[^&=]+=/g, key => key.toLowerCase()) : query,
  );
  const keys = [...all.keys()];
  const isClear = keys.every(key => KEYS.test(key) && (key === 'reference' || all.getAll(key).length === 1));
  if (!isClear) return {chain, address: ''};
  const get = (key: string) => all.get(key) ?? undefined;
  if (chain === 'ethereum') return readErc681(path, get);
  const amount = decimal(get('amount'));
  const isInUnits = chain === 'ton' || chain === 'sui';
  return {
    chain,
    address: get('receiver') ?? (chain === 'ton' ? (/^transfer\/(.+)/.exec(path)?.[1] ?? '') : path),
    [isInUnits ? 'units' : 'amount']: amount,
    contract: get('spl-token') ?? get('jetton') ?? get('coinType')?.replace(SUI, ''),
    invoice: get('lightning'),
    memo: get('memo') ?? get('text'),
  };
}

function readErc681(path: string, get: (key: string) => string | undefined): PaymentUri {
  const [, target = '', chainId, isToken] =
    /^(?:pay-)?(0x[\da-f]{40})(?:@(\d+))?(\/transfer)?$/i.exec(path) ?? [];
  const [address = '', contract, units] = isToken
    ? [get('address'), target, get('uint256')]
    : [target, undefined, get('value')];
  return {chain: 'ethereum', address, contract, chainId, units: decimal(units)};
}
